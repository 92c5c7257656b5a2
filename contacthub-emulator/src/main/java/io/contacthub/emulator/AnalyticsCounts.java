package io.contacthub.emulator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts of customers or events, in the forms in which analytics give them.
 */
final class AnalyticsCounts {

	private AnalyticsCounts() {
	}

	static ObjectNode count(Stream<?> elements) {
		return Json.object().put("count", elements.count());
	}

	/**
	 * Count by source, in the order in which the sources come.
	 */
	static <T> ObjectNode bySource(Stream<T> elements, Function<T, String> source) {
		ObjectNode result = Json.object();
		ArrayNode values = result.putArray("values");
		byLabel(elements, source).forEach((id, count) -> values.addObject().put("sourceId", id).put("count", count));
		return result;
	}

	/**
	 * Count by a part of the time.
	 */
	static <T> ObjectNode byTime(Stream<T> elements, ToLongFunction<T> moment, AnalyticsRequest request) {
		TimePart part = request.timePart();
		long[] counts = new long[part.labels().size()];
		elements.forEach((element) -> counts[part.indexOf(request.period().timeOf(moment.applyAsLong(element)))]++);
		ObjectNode result = Json.object();
		ArrayNode values = result.putArray("values");
		for (int index = 0; index < counts.length; index++) {
			values.addObject().put("time", part.labels().get(index)).put("count", counts[index]);
		}
		return result;
	}

	/**
	 * Count by label, the most frequent first.
	 */
	static <T> ObjectNode composition(Stream<T> elements, Function<T, String> label) {
		ObjectNode result = Json.object();
		ArrayNode parts = result.putArray("distribution");
		byLabel(elements, label).entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.forEach((part) -> parts.addObject().put("name", part.getKey()).put("value", part.getValue()));
		return result;
	}

	/**
	 * Count by label, with all labels in their order.
	 */
	static <T> ObjectNode composition(Stream<T> elements, Function<T, String> label, List<String> labels) {
		Map<String, Long> counts = byLabel(elements, label);
		ObjectNode result = Json.object();
		ArrayNode parts = result.putArray("distribution");
		labels.forEach((name) -> parts.addObject().put("name", name).put("value", counts.getOrDefault(name, 0L)));
		return result;
	}

	private static <T> Map<String, Long> byLabel(Stream<T> elements, Function<T, String> label) {
		Map<String, Long> counts = new LinkedHashMap<>();
		elements.forEach((element) -> counts.merge(label.apply(element), 1L, Long::sum));
		return counts;
	}

}
