package io.contacthub.samples.desk;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.samples.desk.change.ChangePages;
import io.contacthub.samples.desk.customer.CustomerPages;
import io.contacthub.samples.desk.find.FindPages;
import io.contacthub.samples.desk.move.MovePages;
import io.contacthub.samples.desk.overview.OverviewPages;
import io.contacthub.samples.desk.shop.ShopPages;

/**
 * The pages and their states whose layout is looked at: each page of the desk has a line
 * here.
 */
final class DeskPages {

	private DeskPages() {
	}

	/**
	 * All pages; each package has a list of its own.
	 */
	static List<DeskPage> all() {
		return Stream
			.of(own(), FindPages.all(), OverviewPages.all(), ChangePages.all(), CustomerPages.all(), MovePages.all(),
					ShopPages.all())
			.flatMap(List::stream)
			.toList();
	}

	private static List<DeskPage> own() {
		return List.of(DeskPage.open("login", "/login"), DeskPage.open("login refused", "/login?error"),
				DeskPage.of("not found", "/nowhere"),
				new DeskPage("not permitted", "reader", (visit) -> visit.chromium().open("/customers/new")),
				DeskPage.of("no such customer", "/customers/5d2fa4c1-0000-4000-8000-000000000000"),
				DeskPage.after("new customer refused", (visit) -> {
					visit.chromium().open("/customers/new");
					visit.chromium().press("Add customer");
					visit.chromium().awaitText("Please look at this again");
				}), DeskPage.after("new customer in an outage", (visit) -> {
					visit.chromium().open("/customers/new");
					visit.chromium().fill("First name", "Ada");
					visit.chromium().fill("Last name", "Lovelace");
					visit.chromium().fill("E-mail", "ada@example.com");
					visit.emulator().switches(visit.emulator().switches().withFailureRate(1));
					visit.chromium().press("Add customer");
					visit.chromium().awaitText("What you entered is still here");
				}), DeskPage.after("new customer of an old session", (visit) -> {
					visit.chromium().open("/customers/new");
					visit.chromium().execute("document.querySelector('main [name=_csrf]').value = 'old'");
					visit.chromium().press("Add customer");
					visit.chromium().awaitText("Go on with your form");
				}), DeskPage.after("outage", (visit) -> {
					visit.emulator().switches(visit.emulator().switches().withFailureRate(1));
					visit.chromium().open("/customers");
				}));
	}

}
