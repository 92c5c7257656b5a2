package io.contacthub.emulator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluator of the queries of analytics.
 */
final class EventQueryEvaluator {

	private static final Comparator<Map.Entry<String, BigDecimal>> GREATEST_FIRST = Map.Entry
		.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
		.thenComparing(Map.Entry.comparingByKey());

	private final CustomerStore customers;

	private final EventStore events;

	EventQueryEvaluator(CustomerStore customers, EventStore events) {
		this.customers = customers;
		this.events = events;
	}

	ObjectNode number(EventQuery query) {
		return Json.object().put("value", aggregate(query, rows(query)));
	}

	ObjectNode trend(EventQuery query) {
		List<EventRow> rows = rows(query);
		ObjectNode result = Json.object();
		ArrayNode values = result.putArray("values");
		TimeBuckets buckets = buckets(query, rows);
		Map<Integer, List<EventRow>> byPeriod = rows.stream()
			.collect(Collectors.groupingBy((row) -> buckets.indexOf(row.event().date())));
		BigDecimal total = BigDecimal.ZERO;
		for (int index = 0; index < buckets.size(); index++) {
			BigDecimal added = aggregate(query, byPeriod.getOrDefault(index, List.of()));
			total = sum(total, added);
			values.addObject().put("time", buckets.label(index)).put("new", added).put("total", total);
		}
		return result;
	}

	/**
	 * Return the periods that are asked for, or those from the first event to the last.
	 */
	private static TimeBuckets buckets(EventQuery query, List<EventRow> rows) {
		AnalyticsPeriod period = query.period();
		LongSummaryStatistics dates = rows.stream().mapToLong((row) -> row.event().date()).summaryStatistics();
		LocalDate first = period.first();
		LocalDate last = period.last();
		if (first == null) {
			first = rows.isEmpty() ? LocalDate.EPOCH : period.timeOf(dates.getMin()).toLocalDate();
		}
		if (last == null) {
			last = rows.isEmpty() ? first.minusDays(1) : period.timeOf(dates.getMax()).toLocalDate();
		}
		return new TimeBuckets(first, last, query.step(), period.zone());
	}

	/**
	 * Return the distribution by one field.
	 */
	ObjectNode distribution(EventQuery query) {
		Function<EventRow, List<String>> field = (query.eventField() != null) ? eventLabels(query.eventField())
				: customerLabels(required(query.customerField(), "/distributionField"));
		ObjectNode result = Json.object();
		addParts(result, sorted(query, rows(query), field));
		return result;
	}

	/**
	 * Return the distribution by two fields.
	 * @param customersFirst whether the parts are those of the field of the customers
	 * @param size how many parts there are at most
	 * @param ascending whether the smallest part comes first
	 */
	ObjectNode distribution(EventQuery query, boolean customersFirst, int size, boolean ascending) {
		Function<EventRow, List<String>> ofEvents = eventLabels(required(query.eventField(), "/distributionFieldPath"));
		Function<EventRow, List<String>> ofCustomers = customerLabels(
				required(query.customerField(), "/customerDistributionFieldPath"));
		Map<String, List<EventRow>> groups = grouped(rows(query), customersFirst ? ofCustomers : ofEvents);
		Map<String, List<Map.Entry<String, BigDecimal>>> inner = new LinkedHashMap<>();
		Map<String, BigDecimal> sums = new LinkedHashMap<>();
		groups.forEach((name, rows) -> {
			List<Map.Entry<String, BigDecimal>> parts = sorted(query, rows, customersFirst ? ofEvents : ofCustomers);
			inner.put(name, parts);
			sums.put(name, parts.stream().map(Map.Entry::getValue).reduce(BigDecimal.ZERO, EventQueryEvaluator::sum));
		});
		ObjectNode result = Json.object();
		ArrayNode outer = result.putArray("distribution");
		sums.entrySet()
			.stream()
			.filter((part) -> !inner.getOrDefault(part.getKey(), List.of()).isEmpty())
			.sorted(ascending ? GREATEST_FIRST.reversed() : GREATEST_FIRST)
			.limit(size)
			.forEach((part) -> addParts(outer.addObject().put("name", part.getKey()),
					inner.getOrDefault(part.getKey(), List.of())));
		return result;
	}

	/**
	 * Return the distribution over customers who are new in the period, and the others.
	 */
	ObjectNode acquisition(EventQuery query) {
		Map<Boolean, List<EventRow>> byNovelty = rows(query).stream()
			.collect(Collectors.partitioningBy((row) -> isNew(row, query.period())));
		ObjectNode result = Json.object();
		addParts(result,
				Stream.of(true, false)
					.map((isNew) -> Map.entry(isNew ? "new" : "returning",
							aggregate(query, byNovelty.getOrDefault(isNew, List.of()))))
					.toList());
		return result;
	}

	private boolean isNew(EventRow row, AnalyticsPeriod period) {
		ObjectNode customer = customer(row);
		return customer != null && period.contains(CustomerAnalytics.registeredAt(customer));
	}

	private static String required(@Nullable String field, String pointer) {
		if (field == null) {
			throw RequestRejectedException.invalid("query is not valid",
					List.of(new Violation(pointer, "required property is missing")));
		}
		return field;
	}

	private static void addParts(ObjectNode parent, List<Map.Entry<String, BigDecimal>> parts) {
		ArrayNode distribution = parent.putArray("distribution");
		parts.forEach((part) -> distribution.addObject().put("name", part.getKey()).put("value", part.getValue()));
	}

	/**
	 * Return the number of each group, the greatest first.
	 */
	private static List<Map.Entry<String, BigDecimal>> sorted(EventQuery query, List<EventRow> rows,
			Function<EventRow, List<String>> labels) {
		return grouped(rows, labels).entrySet()
			.stream()
			.map((group) -> Map.entry(group.getKey(), aggregate(query, group.getValue())))
			.sorted(GREATEST_FIRST)
			.toList();
	}

	private static Map<String, List<EventRow>> grouped(List<EventRow> rows, Function<EventRow, List<String>> labels) {
		Map<String, List<EventRow>> groups = new LinkedHashMap<>();
		rows.forEach((row) -> labels.apply(row)
			.stream()
			.distinct()
			.forEach((label) -> groups.computeIfAbsent(label, (key) -> new ArrayList<>()).add(row)));
		return groups;
	}

	private static Function<EventRow, List<String>> eventLabels(String field) {
		List<String> path = names(field);
		return (row) -> labels(row.values(path));
	}

	private Function<EventRow, List<String>> customerLabels(String field) {
		List<String> path = names(field);
		return (row) -> {
			List<JsonNode> values = new ArrayList<>();
			ObjectNode customer = customer(row);
			if (customer != null) {
				EventRow.collect(customer, path, values);
			}
			return labels(values);
		};
	}

	private @Nullable ObjectNode customer(EventRow row) {
		String id = row.event().customerId();
		return (id != null) ? this.customers.find(id) : null;
	}

	private static List<String> labels(List<JsonNode> values) {
		return values.stream().map(EventQueryEvaluator::label).toList();
	}

	private static String label(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

	private static List<String> names(String path) {
		return List.of(path.split("\\.", -1));
	}

	private List<EventRow> rows(EventQuery query) {
		List<String> path = (query.path() != null) ? names(query.path()) : List.of();
		List<List<String>> others = Stream
			.concat(Stream.ofNullable(query.eventField()), query.rowFilters().stream().map(EventQuery.Filter::path))
			.map(EventQueryEvaluator::names)
			.toList();
		return this.events.visibleOfNode(query.nodeId())
			.stream()
			.filter((event) -> matches(event, query))
			.flatMap((event) -> EventRow.of(event, path, others).stream())
			.filter((row) -> matches(row, query.rowFilters()))
			.toList();
	}

	private static boolean matches(StoredEvent event, EventQuery query) {
		return query.period().contains(event.date()) && (query.type() == null || query.type().equals(event.type()))
				&& (query.context() == null || query.context().equals(event.context()))
				&& matches(new EventRow(event, List.of()), query.filters());
	}

	private static boolean matches(EventRow row, List<EventQuery.Filter> filters) {
		return filters.stream().allMatch((filter) -> labels(row.values(names(filter.path()))).contains(filter.value()));
	}

	private static BigDecimal aggregate(EventQuery query, List<EventRow> rows) {
		List<String> path = (query.path() != null) ? names(query.path()) : null;
		if (path == null) {
			return BigDecimal.valueOf(rows.size());
		}
		return switch (query.operator()) {
			case SUM -> rows.stream()
				.flatMap((row) -> row.values(path).stream())
				.filter(JsonNode::isNumber)
				.map(JsonNode::decimalValue)
				.reduce(BigDecimal.ZERO, EventQueryEvaluator::sum);
			case COUNT -> BigDecimal.valueOf(rows.stream().filter((row) -> !row.values(path).isEmpty()).count());
			case COUNT_DISTINCT -> {
				Set<String> values = rows.stream()
					.flatMap((row) -> labels(row.values(path)).stream())
					.collect(Collectors.toSet());
				yield BigDecimal.valueOf(values.size());
			}
		};
	}

	/**
	 * Add numbers as exactly as there is room for: their exact sum may have as many
	 * digits as one of them has noughts.
	 */
	private static BigDecimal sum(BigDecimal first, BigDecimal second) {
		return first.add(second, MathContext.DECIMAL128);
	}

}
