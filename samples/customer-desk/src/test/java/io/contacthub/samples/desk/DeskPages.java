package io.contacthub.samples.desk;

import java.util.List;

/**
 * The pages and their states whose layout is looked at: each page of the desk has a line
 * here.
 */
final class DeskPages {

	private DeskPages() {
	}

	static List<DeskPage> all() {
		return List.of(DeskPage.open("login", "/login"), DeskPage.open("login refused", "/login?error"),
				DeskPage.of("not found", "/nowhere"),
				DeskPage.of("no such customer", "/customers/5d2fa4c1-0000-4000-8000-000000000000"),
				DeskPage.of("customers", "/customers?page=3"), DeskPage.of("new customer", "/customers/new"),
				DeskPage.after("new customer refused", (visit) -> {
					visit.chromium().open("/customers/new");
					visit.chromium().press("Add customer");
					visit.chromium().awaitText("Please look at this again");
				}), DeskPage.after("outage", (visit) -> {
					visit.emulator().switches(visit.emulator().switches().withFailureRate(1));
					visit.chromium().open("/customers");
				}));
	}

}
