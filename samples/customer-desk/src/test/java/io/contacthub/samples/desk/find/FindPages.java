package io.contacthub.samples.desk.find;

import java.util.List;
import java.util.function.Consumer;

import io.contacthub.samples.desk.DeskPage;
import io.contacthub.samples.desk.Visit;

/**
 * The list of customers and its states, whose layout is looked at.
 */
public final class FindPages {

	private FindPages() {
	}

	/**
	 * Returns the pages.
	 */
	public static List<DeskPage> all() {
		return List.of(page("customers filtered", "/customers?tag=vip&bornTo=1990-12-31&enabled=true&sort=city"),
				page("customers unreadable", "/customers?bornFrom=1990-01-01&bornTo=1980-01-01&consent=pigeons"),
				page("customers none", "/customers?q=Ros"), page("filter gone", "/customers?segment=gone"),
				page("filter saved", "/customers?tag=vip", (visit) -> {
					visit.chromium().follow("Save the present filter");
					visit.chromium().fill("Name of the filter", "Vip customers who will be invited to the fair");
					visit.chromium().press("Save filter");
					visit.chromium().awaitText("was saved");
					visit.chromium().follow("Delete saved filters");
					visit.chromium().follow("More filters");
				}), page("filter refused", "/customers?tag=vip", (visit) -> {
					visit.chromium().follow("Save the present filter");
					visit.chromium().press("Save filter");
					visit.chromium().awaitText("Please look at this again");
				}));
	}

	private static DeskPage page(String name, String path) {
		return page(name, path, (visit) -> {
		});
	}

	private static DeskPage page(String name, String path, Consumer<Visit> way) {
		return new DeskPage(name, "editor", (visit) -> {
			visit.chromium().open(path);
			way.accept(visit);
		});
	}

}
