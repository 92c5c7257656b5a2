package io.contacthub.emulator;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Analytics of the events that can be read.
 */
final class EventAnalytics {

	private final EventStore store;

	EventAnalytics(EventStore store) {
		this.store = store;
	}

	ObjectNode count(AnalyticsRequest request, String node) {
		return AnalyticsCounts.count(happened(request, node));
	}

	ObjectNode bySource(AnalyticsRequest request, String node) {
		return AnalyticsCounts.bySource(happened(request, node), StoredEvent::sourceId);
	}

	ObjectNode byTime(AnalyticsRequest request, String node) {
		return AnalyticsCounts.byTime(happened(request, node), StoredEvent::date, request);
	}

	private Stream<StoredEvent> happened(AnalyticsRequest request, String node) {
		return this.store.visibleOfNode(node)
			.stream()
			.filter((event) -> request.accepts(event) && request.period().contains(event.date()));
	}

	/**
	 * Return how many events happened in each period, and how many until its end.
	 */
	ObjectNode trend(AnalyticsRequest request, String node) {
		TimeBuckets buckets = request.buckets();
		List<StoredEvent> events = this.store.visibleOfNode(node).stream().filter(request::accepts).toList();
		long[] counts = new long[buckets.size() + 1];
		long total = 0;
		for (StoredEvent event : events) {
			int index = buckets.indexOf(event.date());
			if (index < 0) {
				total++;
			}
			else {
				counts[index]++;
			}
		}
		ObjectNode result = Json.object();
		ArrayNode values = result.putArray("values");
		for (int index = 0; index < buckets.size(); index++) {
			total += counts[index];
			values.addObject().put("time", buckets.label(index)).put("new", counts[index]).put("total", total);
		}
		return result;
	}

}
