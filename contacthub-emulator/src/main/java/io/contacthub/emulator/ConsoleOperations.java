package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
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
		List<ObjectNode> customers = copy(ControlInput.workspace(request, this.api)::customers);
		newestFirst(customers, (customer) -> customer.path("updatedAt"));
		Predicate<JsonNode> search = DocumentSearch.of(request.parameter("search"));
		return EmulatedResponse.ok(page(request, customers, search::test, Function.identity()));
	}

	private EmulatedResponse customer(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace");
		String id = request.pathVariable("customer");
		AtomicReference<@Nullable ObjectNode> customer = new AtomicReference<>();
		EmulatedWorkspace workspace = ControlInput.workspace(request, this.api);
		this.api.exclusively(() -> customer.set(workspace.findCustomer(id)));
		ObjectNode found = customer.get();
		if (found == null) {
			throw RequestRejectedException.notFound("customer", id);
		}
		return EmulatedResponse.ok(found);
	}

	/**
	 * Return what is there at one moment. The elements themselves never change, so that
	 * nobody has to wait while they are looked at.
	 */
	private <T> List<T> copy(Supplier<Collection<T>> elements) {
		List<T> copy = new ArrayList<>();
		this.api.exclusively(() -> copy.addAll(elements.get()));
		return copy;
	}

	private EmulatedResponse events(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace", "customerId", "search", "page", "size");
		List<StoredEvent> events = copy(ControlInput.workspace(request, this.api)::events);
		newestFirst(events, (event) -> event.document().path("date"));
		String customerId = request.parameter("customerId");
		Predicate<JsonNode> search = DocumentSearch.of(request.parameter("search"));
		Instant now = this.clock.instant();
		return EmulatedResponse.ok(page(request, events,
				(event) -> (customerId == null || customerId.equals(event.customerId()))
						&& search.test(event.document()),
				(event) -> Json.object().put("visible", event.isVisible(now)).set("document", event.document())));
	}

	/**
	 * Sort by a date, which is always written in the same form; of equal ones what came
	 * last is first.
	 */
	private static <T> void newestFirst(List<T> elements, Function<T, JsonNode> date) {
		Collections.reverse(elements);
		elements.sort(Comparator.comparing((T element) -> date.apply(element).asString(""), Comparator.reverseOrder()));
	}

	private static <T> ObjectNode page(EmulatedRequest request, List<T> elements, Predicate<T> filter,
			Function<T, ObjectNode> presentation) {
		int size = ControlInput.number(request, "size", DEFAULT_SIZE, 1, LARGEST_SIZE);
		int number = ControlInput.number(request, "page", 0, 0, Integer.MAX_VALUE / LARGEST_SIZE);
		List<T> found = elements.stream().filter(filter).toList();
		int from = Math.min(number * size, found.size());
		List<T> shown = found.subList(from, Math.min(from + size, found.size()));
		ObjectNode envelope = Json.object();
		envelope.set("elements", Json.arrayOf(shown.stream().map(presentation).toList()));
		envelope.putObject("page")
			.put("size", size)
			.put("totalElements", found.size())
			.put("totalUnfilteredElements", elements.size())
			.put("totalPages", (found.size() + size - 1) / size)
			.put("number", number);
		return envelope;
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
