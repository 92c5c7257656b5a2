package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.contacthub.samples.desk.DeskPage;
import io.contacthub.samples.desk.Visit;

/**
 * The pages of imports whose layout is looked at. That of an import under way is looked
 * at on the journey.
 */
public final class MovePages {

	private MovePages() {
	}

	public static List<DeskPage> all() {
		return List.of(page("import", (visit) -> visit.chromium().open("/import")),
				page("import too large", (visit) -> visit.chromium().open("/import?tooLarge=true")),
				page("import unreadable", (visit) -> upload(visit, "Anna,anna@example.com,1980-02-03")),
				page("import checked", MovePages::uploadPeople), page("import over", (visit) -> {
					uploadPeople(visit);
					visit.chromium().toggle("Change them");
					visit.chromium().press("Import 2 rows");
					visit.chromium().awaitText("The import is done");
				}));
	}

	private static DeskPage page(String name, Consumer<Visit> way) {
		return new DeskPage(name, "editor", way);
	}

	private static void uploadPeople(Visit visit) {
		upload(visit, "Nome,Cognome,Kundennummer,dob", "Anna,Rossi,K1,1980-02-03", "Bob,Bianchi,K2,03/02/1980",
				"Cid,Verdi,K3,1990-12-31");
	}

	private static void upload(Visit visit, String... lines) {
		try {
			Path file = Files.createTempFile("people-", ".csv");
			try {
				Files.write(file, List.of(lines));
				visit.chromium().open("/import");
				visit.chromium().fill("File", file.toString());
				visit.chromium().press("Upload and check");
				visit.chromium().awaitText("Import of people-");
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
