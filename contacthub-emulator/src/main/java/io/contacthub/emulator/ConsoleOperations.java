package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for what is stored and for what happened, as people look at
 * it: without the delays of the API, what is newest first.
 */
final class ConsoleOperations {

	private static final int DEFAULT_SIZE = 25;

	private static final int LARGEST_SIZE = 200;

	private static final int LAST_PAGE = 1_000_000;

	private static final int DEFAULT_LIMIT = 100;

	private static final int LARGEST_LIMIT = 1000;

	private final EmulatedApi api;

	private final RecentRequests requests;

	private final InstantSource clock;

	/**
	 * Create the operations.
	 * @param api the API with what is stored
	 * @param requests the requests of the API
	 * @param clock the clock
	 */
	ConsoleOperations(EmulatedApi api, RecentRequests requests, InstantSource clock) {
		this.api = api;
		this.requests = requests;
		this.clock = clock;
	}

	List<Route> routes() {
		return List.of(Route.of("GET", "customers", this::customers),
				Route.of("GET", "customers/{customer}", this::customer), Route.of("GET", "events", this::events),
				Route.of("GET", "requests", this::requests));
	}

	private EmulatedResponse customers(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace", "search", "page", "size");
		Predicate<JsonNode> search = DocumentSearch.of(request.parameter("search"));
		return EmulatedResponse
			.ok(ConsoleOperations.<StoredCustomer>page(request, Comparator.comparing(ConsoleOperations::changedAt))
				.choose(ControlInput.workspace(request, this.api).customers().stored(),
						(customer) -> search.test(customer.document()))
				.envelope(StoredCustomer::document));
	}

	/**
	 * Return when a customer was changed, which is always written in the same form.
	 */
	private static String changedAt(StoredCustomer customer) {
		return customer.document().path("updatedAt").asString("");
	}

	private EmulatedResponse customer(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace");
		return EmulatedResponse
			.ok(ControlInput.workspace(request, this.api).customers().get(request.pathVariable("customer")));
	}

	private EmulatedResponse events(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace", "customerId", "search", "page", "size");
		Predicate<JsonNode> search = DocumentSearch.of(request.parameter("search"));
		EventStore store = ControlInput.workspace(request, this.api).events();
		Instant now = this.clock.instant();
		return EmulatedResponse
			.ok(ConsoleOperations.<StoredEvent>page(request, Comparator.comparingLong(StoredEvent::date))
				.choose(store.stored(request.parameter("customerId")), (event) -> search.test(event.document()))
				.envelope((event) -> Json.object()
					.put("visible", store.isVisible(event, now))
					.set("document", event.document())));
	}

	private static <T extends StoredDocument> NewestDocuments<T> page(EmulatedRequest request, Comparator<T> age) {
		int size = ControlInput.number(request, "size", DEFAULT_SIZE, 1, LARGEST_SIZE);
		return new NewestDocuments<>(ControlInput.number(request, "page", 0, 0, LAST_PAGE), size, age);
	}

	private EmulatedResponse requests(EmulatedRequest request) {
		ControlInput.requireParameters(request, "limit");
		int limit = ControlInput.number(request, "limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
		ObjectNode body = Json.object();
		ArrayNode elements = body.putArray("elements");
		for (RecentRequest recent : this.requests.last(limit)) {
			elements.addObject()
				.put("id", recent.id())
				.put("method", recent.method())
				.put("url", recent.url())
				.put("status", recent.status())
				.put("at", recent.start().truncatedTo(ChronoUnit.MILLIS).toString())
				.put("milliseconds", recent.milliseconds())
				.put("curl", CurlCommand.of(recent, request.address()));
		}
		return EmulatedResponse.ok(body);
	}

}
