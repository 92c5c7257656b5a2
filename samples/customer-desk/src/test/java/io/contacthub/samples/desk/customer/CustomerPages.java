package io.contacthub.samples.desk.customer;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.contacthub.json.JsonObject;
import io.contacthub.samples.desk.DeskPage;
import io.contacthub.samples.desk.Visit;

/**
 * The states of the page of a customer whose layout is looked at.
 */
public final class CustomerPages {

	private static final String PAGE = "/customers/" + PageData.ID;

	private CustomerPages() {
	}

	public static List<DeskPage> all() {
		return List.of(page("customer", (visit) -> {
			PageData.everything(visit.emulator());
			PageData.pageViews(visit.emulator(), 30, Instant.parse("2026-03-01T20:00:00Z"));
			visit.chromium().open(PAGE);
		}), page("customer with details", (visit) -> {
			PageData.event(visit.emulator(), "completedOrder", "RETAIL", Instant.parse("2026-03-01T20:00:00Z"),
					JsonObject.of("orderId", "O1", "amount", JsonObject.of("total", 12.5), "products",
							List.of(JsonObject.of("id", "P1", "name", "Red wine", "type", "sale", "quantity", 2))));
			visit.chromium().open(PAGE + "?lang=de");
			visit.chromium().execute("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
		}), page("customer with long values", (visit) -> {
			String word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
			PageData.answer(visit.emulator(),
					"""
							{"id": "%1$s", "nodeId": "1", "externalId": "%2$s", "base": {"firstName": "%2$s", "contacts":
							{"email": "%2$s@example.com"}, "jobs": [{"id": "%2$s", "jobTitle": "%2$s"}]},
							"tags": {"manual": ["%2$s"]}, "extended": {"%2$s": "%2$s", "deep": {"a": {"b": {"c": {"d": "%2$s"}}}}}}"""
						.formatted(PageData.ID, word));
			PageData.event(visit.emulator(), "searched", "WEB", Instant.parse("2026-03-01T20:00:00Z"),
					JsonObject.of("keyword", word));
			visit.chromium().open(PAGE);
		}), page("customer without events", (visit) -> {
			PageData.fail(visit.emulator(), "/events", 503);
			PageData.fail(visit.emulator(), "/sessions", 403);
			visit.chromium().open(PAGE + "?lang=it");
		}), page("customer without such events", (visit) -> visit.chromium().open(PAGE + "?type=searched&context=IOT")),
				new DeskPage("customer for a reader", "reader", (visit) -> visit.chromium().open(PAGE)));
	}

	private static DeskPage page(String name, Consumer<Visit> way) {
		return new DeskPage(name, "editor", way);
	}

}
