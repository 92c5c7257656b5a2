package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for analytics, which are computed for each of them. Those of
 * nodes have a list of elements as their data, those of a query one element, as in the
 * examples of the API.
 */
final class AnalyticsOperations implements EmulatedResource {

	private static final String NEW_CUSTOMERS = "Distribution of new customers, aggregated for nodes";

	private static final String EVENTS = "Distribution of events, aggregated for nodes";

	private static final String[] OF_CUSTOMERS = { "nodes", "startDate", "endDate" };

	private static final String[] OF_CITIES = { "nodes", "startDate", "endDate", "country" };

	private static final String[] OF_TIME = { "nodes", "startDate", "endDate", "mode" };

	private static final String[] OF_EVENTS = { "nodes", "startDate", "endDate", "context", "eventType" };

	private static final String[] OF_EVENTS_AND_TIME = { "nodes", "startDate", "endDate", "context", "eventType",
			"mode" };

	private final ConfigurationStore configuration;

	private final Guesses guesses;

	private final CustomerAnalytics customers;

	private final EventAnalytics events;

	private final EventQueryReader queries;

	private final EventQueryEvaluator evaluator;

	private final LostCustomers lost;

	AnalyticsOperations(ConfigurationStore configuration, CustomerStore customers, EventStore events,
			LostCustomers lost, InstantSource clock) {
		this.configuration = configuration;
		this.guesses = configuration.settings().guesses();
		this.customers = new CustomerAnalytics(customers, lost, clock);
		this.events = new EventAnalytics(events);
		this.queries = new EventQueryReader(this.guesses);
		this.evaluator = new EventQueryEvaluator(customers, events);
		this.lost = lost;
	}

	@Override
	public List<Route> routes() {
		CustomerAnalytics customers = this.customers;
		return List.of(ofNodes("customer/count", "Count of customers", AnalyticsShape.COUNT, this::count, OF_CUSTOMERS),
				ofNodes("trend/customer", "analytics trend", AnalyticsShape.CUSTOMER_TREND, customers::trend, OF_TIME),
				ofNodes("trend/event", "Events trend analytics", AnalyticsShape.EVENT_TREND, this.events::trend,
						OF_EVENTS_AND_TIME),
				ofNodes("composition/gender", "analytics gender", AnalyticsShape.PARTS, customers::byGender,
						OF_CUSTOMERS),
				ofNodes("composition/age-range", "analytics age-range", AnalyticsShape.PARTS, customers::byAge,
						OF_CUSTOMERS),
				ofNodes("composition/geo/country", "analytics geo-country", AnalyticsShape.PARTS, customers::byCountry,
						OF_CUSTOMERS),
				ofNodes("composition/geo/city", "analytics geo-city", AnalyticsShape.PARTS, customers::byCity,
						OF_CITIES),
				ofNodes("distribution/customer/node", NEW_CUSTOMERS, AnalyticsShape.COUNT, customers::count,
						OF_CUSTOMERS),
				ofNodes("distribution/customer/source", NEW_CUSTOMERS + " and sources", AnalyticsShape.SOURCES,
						customers::bySource, OF_CUSTOMERS),
				ofNodes("distribution/customer/time", NEW_CUSTOMERS + " and time", AnalyticsShape.TIMES,
						customers::byTime, OF_TIME),
				ofNodes("distribution/event/node", EVENTS, AnalyticsShape.COUNT, this.events::count, OF_EVENTS),
				ofNodes("distribution/event/source", EVENTS + " and sources", AnalyticsShape.SOURCES,
						this.events::bySource, OF_EVENTS),
				ofNodes("distribution/event/time", EVENTS + " and time", AnalyticsShape.TIMES, this.events::byTime,
						OF_EVENTS_AND_TIME),
				ofQuery("numeric", "Events numeric query", AnalyticsShape.NUMBER, this.evaluator::number),
				ofQuery("trend", "Events trend query", AnalyticsShape.EVENT_TREND, this::trend),
				ofQuery("distribution", "Events distribution query", AnalyticsShape.PARTS,
						this.evaluator::distribution),
				ofQuery("distribution/customer/acquisition", "Customers acquisition distribution", AnalyticsShape.PARTS,
						this::acquisition),
				route("query/distribution/customer", (request) -> distribution(request, true)),
				route("query/distribution/event", (request) -> distribution(request, false)));
	}

	@Override
	public void clear() {
		this.lost.clear();
	}

	private static Route route(String path, RequestHandler handler) {
		return Route.inWorkspace("GET", "analytics/" + path, handler)
			.permitting(TokenKind.ADMIN, TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED);
	}

	private Route ofNodes(String path, String name, AnalyticsShape shape,
			BiFunction<AnalyticsRequest, String, ObjectNode> result, String... parameters) {
		return route(path, (request) -> {
			AnalyticsRequest asked = new AnalyticsRequest(request, this.configuration.rules(), this.guesses);
			ArrayNode data = Json.array();
			for (String node : asked.nodes()) {
				data.add(element(node, result.apply(asked, node)));
			}
			return answer(name, shape, asked.echo(parameters), data);
		});
	}

	private Route ofQuery(String path, String name, AnalyticsShape shape, Function<EventQuery, ObjectNode> result) {
		return route("query/" + path, (request) -> answer(name, shape, read(request), result));
	}

	private EventQuery read(EmulatedRequest request) {
		return this.queries.read(request, this.configuration.rules());
	}

	private static EmulatedResponse answer(String name, AnalyticsShape shape, EventQuery query,
			Function<EventQuery, ObjectNode> result) {
		ObjectNode parameters = Json.object();
		for (String member : List.of("nodeId", "startDate", "endDate", "eventType", "context", "optionalFilters")) {
			parameters.putNull(member);
		}
		parameters.setAll(query.document());
		return answer(name, shape, parameters, element(query.nodeId(), result.apply(query)));
	}

	private static EmulatedResponse answer(String name, AnalyticsShape shape, ObjectNode parameters, JsonNode data) {
		ObjectNode answer = Json.object().put("name", name);
		answer.set("headers", shape.headers());
		answer.set("parameters", parameters);
		answer.set("data", data);
		return EmulatedResponse.ok(answer);
	}

	private static ObjectNode element(String node, ObjectNode result) {
		ObjectNode element = Json.object().put("nodeId", node);
		element.setAll(result);
		return element;
	}

	private ObjectNode count(AnalyticsRequest request, String node) {
		this.guesses.made(Guess.CUSTOMER_COUNT);
		return this.customers.count(request, node);
	}

	private ObjectNode trend(EventQuery query) {
		this.guesses.made(Guess.ANALYTICS_DAYS);
		if (!query.step().isKnown()) {
			this.guesses.made(Guess.TIME_LABELS);
		}
		return this.evaluator.trend(query);
	}

	private ObjectNode acquisition(EventQuery query) {
		this.guesses.made(Guess.ACQUISITION);
		return this.evaluator.acquisition(query);
	}

	private EmulatedResponse distribution(EmulatedRequest request, boolean customersFirst) {
		EventQuery query = read(request);
		int size = size(request.parameter("size"));
		boolean ascending = ascending(request.parameter("sort"));
		this.guesses.made(Guess.NESTED_DISTRIBUTION);
		return answer((customersFirst ? "Customers" : "Events") + " distribution", AnalyticsShape.PARTS_OF_PARTS, query,
				(asked) -> this.evaluator.distribution(asked, customersFirst, size, ascending));
	}

	private static int size(@Nullable String parameter) {
		if (parameter == null) {
			return Integer.MAX_VALUE;
		}
		try {
			int size = Integer.parseInt(parameter);
			if (size > 0) {
				return size;
			}
		}
		catch (NumberFormatException ex) {
			// refused below
		}
		throw AnalyticsRequest.invalid("size", parameter);
	}

	private static boolean ascending(@Nullable String parameter) {
		return switch ((parameter != null) ? parameter.toLowerCase(Locale.ROOT) : "desc") {
			case "asc" -> true;
			case "desc" -> false;
			default -> throw AnalyticsRequest.invalid("sort", String.valueOf(parameter));
		};
	}

}
