package io.contacthub.samples.desk.change;

import java.util.List;
import java.util.function.Consumer;

import io.contacthub.samples.desk.Chromium;
import io.contacthub.samples.desk.DeskPage;
import io.contacthub.samples.desk.Visit;

/**
 * The forms that change a customer and their states, whose layout is looked at.
 */
public final class ChangePages {

	/**
	 * Gives the address of the first customer of the list.
	 */
	private static final String CUSTOMER = "return [...document.links].map((link) => link.pathname)"
			+ ".find((path) => /^\\/customers\\/[\\da-f-]{36}$/.test(path))";

	private ChangePages() {
	}

	/**
	 * Returns the pages.
	 */
	public static List<DeskPage> all() {
		return List.of(page("edit", "/edit"), page("edit refused", "/edit", (visit) -> {
			visit.chromium().fill("E-mail", "nobody");
			visit.chromium().press("Review changes");
			visit.chromium().awaitText("Please look at this again");
		}), page("edit reviewed", "/edit", ChangePages::review), page("edit out of order", "/edit", (visit) -> {
			review(visit);
			visit.emulator().switches(visit.emulator().switches().withFailureRate(1));
			visit.chromium().press("Save");
			visit.chromium().awaitText("Try again");
		}), page("edit collided", "/edit", (visit) -> {
			visit.chromium().execute("document.querySelector('[name=\"original.base.firstName\"]').value = 'Somebody'");
			review(visit);
			visit.chromium().press("Save");
			visit.chromium().awaitText("Theirs");
		}), page("consents", "/consents"), page("education refused", "/educations/new", ChangePages::refused),
				page("tag refused", "/tags", (visit) -> {
					visit.chromium().press("Add tag");
					visit.chromium().awaitText("Please look at this again");
				}), page("event", "/events/new?type=completedOrder"),
				page("event refused", "/events/new?type=searched", (visit) -> {
					visit.chromium().press("Add event");
					visit.chromium().awaitText("Please look at this again");
				}), page("delete refused", "/delete", (visit) -> {
					visit.chromium().press("Delete");
					visit.chromium().awaitText("Please look at this again");
				}));
	}

	private static DeskPage page(String name, String path) {
		return page(name, path, (visit) -> {
		});
	}

	private static DeskPage page(String name, String path, Consumer<Visit> way) {
		return new DeskPage(name, "editor", (visit) -> {
			Chromium chromium = visit.chromium();
			chromium.open("/customers");
			chromium.open(chromium.execute(CUSTOMER) + path);
			way.accept(visit);
		});
	}

	private static void review(Visit visit) {
		visit.chromium().fill("First name", "Augusta");
		visit.chromium().press("Review changes");
		visit.chromium().awaitText("What will be sent");
	}

	private static void refused(Visit visit) {
		visit.chromium().press("Save");
		visit.chromium().awaitText("Please look at this again");
	}

}
