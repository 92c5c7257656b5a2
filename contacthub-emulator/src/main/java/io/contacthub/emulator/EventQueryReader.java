package io.contacthub.emulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader of the queries of analytics.
 */
final class EventQueryReader {

	private static final String REASON = "query is not valid";

	private static final ArraySchema FILTERS = new ArraySchema(ObjectSchema.strict()
		.with("fieldPath", ValueSchema.NOT_EMPTY)
		.texts("value")
		.require("fieldPath", "value"));

	private static final ObjectSchema SCHEMA = ObjectSchema.nullable()
		.with(ValueSchema.NOT_EMPTY, "nodeId", "eventType", "distributionFieldPath", "customerDistributionFieldPath")
		.with(ValueSchema.DATE, "startDate", "endDate")
		.with("context", EventContexts.NAME)
		.with("optionalFilters", FILTERS)
		.with("aggregation",
				ObjectSchema.nullable()
					.with("operator", ValueSchema.oneOf("SUM", "COUNT", "COUNT_DISTINCT"))
					.with("fieldPath", ValueSchema.NOT_EMPTY)
					.with("optionalFilters", FILTERS)
					.require("operator"))
		.with("mode", ValueSchema.oneOf("DAILY", "WEEKLY", "MONTHLY"))
		.with("distributionField",
				ObjectSchema.nullable()
					.with("entity", ValueSchema.oneOf("EVENT", "CUSTOMER"))
					.with("path", ValueSchema.NOT_EMPTY)
					.require("entity", "path"))
		.require("nodeId", "aggregation");

	private final Guesses guesses;

	EventQueryReader(Guesses guesses) {
		this.guesses = guesses;
	}

	EventQuery read(EmulatedRequest request, WorkspaceRules rules) {
		String text = request.parameter("query");
		if (text == null) {
			throw AnalyticsRequest.missing("query");
		}
		EventQuery query = read(text, rules.timezone());
		rules.requireNode(query.nodeId());
		if (!query.period().isUnbounded()) {
			this.guesses.made(Guess.ANALYTICS_DAYS);
		}
		return query;
	}

	private static EventQuery read(String text, ZoneId zone) {
		if (!(Json.parse(text) instanceof ObjectNode document)) {
			throw RequestRejectedException.invalid(REASON, List.of(new Violation("", "expected object")));
		}
		Validation.check(REASON, (violations) -> SCHEMA.check(document, "", violations));
		JsonNode aggregation = document.path("aggregation");
		EventQuery.Operator operator = EventQuery.Operator.valueOf(aggregation.path("operator").stringValue());
		String path = Json.text(aggregation, "fieldPath");
		LocalDate first = day(document, "startDate");
		LocalDate last = day(document, "endDate");
		Validation.check(REASON, (violations) -> {
			if (path == null && operator != EventQuery.Operator.COUNT) {
				violations.add(new Violation("/aggregation/fieldPath", "required for " + operator));
			}
			if (first != null && last != null && last.isBefore(first)) {
				violations.add(new Violation("/endDate", "is before startDate"));
			}
		});
		String step = Json.text(document, "mode");
		return new EventQuery(document, document.path("nodeId").stringValue(), new AnalyticsPeriod(first, last, zone),
				Json.text(document, "eventType"), Json.text(document, "context"), filters(document), operator, path,
				filters(aggregation), (step != null) ? TimeStep.valueOf(step) : TimeStep.DAILY,
				field(document, "EVENT", "distributionFieldPath"),
				field(document, "CUSTOMER", "customerDistributionFieldPath"));
	}

	private static @Nullable LocalDate day(ObjectNode document, String member) {
		String text = Json.text(document, member);
		return (text != null) ? DateFormats.date(text) : null;
	}

	private static List<EventQuery.Filter> filters(JsonNode parent) {
		return parent.path("optionalFilters")
			.values()
			.stream()
			.map((filter) -> new EventQuery.Filter(filter.path("fieldPath").stringValue(),
					filter.path("value").stringValue()))
			.toList();
	}

	/**
	 * Return the path of the field of a distribution, in either of its forms.
	 */
	private static @Nullable String field(ObjectNode document, String entity, String member) {
		JsonNode field = document.path("distributionField");
		return entity.equals(Json.text(field, "entity")) ? Json.text(field, "path") : Json.text(document, member);
	}

}
