package io.contacthub.analytics;

import java.time.LocalDate;
import java.util.List;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Filter of the customers or events that {@link Analytics} look at.
 * <pre class="code">{@code
 * AnalyticsFilter firstQuarter = AnalyticsFilter.ofNodes("…")
 *     .withStartDate(LocalDate.of(2026, 1, 1))
 *     .withEndDate(LocalDate.of(2026, 3, 31));
 * }</pre>
 *
 * @param nodes the ids of the nodes, empty for all
 * @param startDate the first day; whether it belongs to what is looked at, and in which
 * zone it is a day, is for ContactHub to say
 * @param endDate the last day, as the first one
 * @param eventType the type of the events, only where events are looked at
 * @param context the context of the events, only where events are looked at
 * @param country the country of the cities, as a composition by country names it
 * @param unknown further parameters of the request, which are sent as they are
 */
public record AnalyticsFilter(List<String> nodes, @Nullable LocalDate startDate, @Nullable LocalDate endDate,
		@Nullable EventType eventType, @Nullable EventContext context, @Nullable String country,
		JsonObject unknown) implements ApiObject, AnalyticsFilterBuilder.Withers {

	/**
	 * Check, and complete what is absent.
	 */
	public AnalyticsFilter {
		nodes = Members.list(nodes);
		nodes.forEach(AnalyticsFilter::checkNode);
		checkDays(startDate, endDate);
		checkContext(context);
		checkParameter("eventType", eventType);
		checkParameter("context", context);
		unknown = Members.unknown(unknown);
	}

	private static void checkNode(String node) {
		Assert.hasText(node, "the id of a node is blank: name each node, or none for all");
		checkParameter("the id of a node", node);
	}

	private static void checkParameter(String name, @Nullable Object value) {
		Assert.isTrue(value == null || value.toString().indexOf(',') < 0,
				() -> name + " is '" + value + "': with a comma it would be two, and it must be one");
	}

	/**
	 * Refuse days that cannot be sent, or are in the wrong order.
	 */
	static void checkDays(@Nullable LocalDate startDate, @Nullable LocalDate endDate) {
		checkDay("startDate", startDate);
		checkDay("endDate", endDate);
		Assert.isTrue(startDate == null || endDate == null || !endDate.isBefore(startDate),
				() -> "endDate is " + endDate + ": it must not be before startDate, which is " + startDate);
	}

	private static void checkDay(String name, @Nullable LocalDate day) {
		if (day != null) {
			TemporalType.DATE.text(name, day);
		}
	}

	/**
	 * Refuse a context that ContactHub spells otherwise.
	 */
	static void checkContext(@Nullable EventContext context) {
		if (context != null) {
			EventFilter.ofNode().contexts(context);
		}
	}

	/**
	 * Return a filter of all nodes, at all times.
	 * @return a filter
	 */
	public static AnalyticsFilter ofAllNodes() {
		return builder().build();
	}

	/**
	 * Return a filter of some nodes, at all times.
	 * @param nodes the ids of the nodes
	 * @return a filter
	 */
	public static AnalyticsFilter ofNodes(String... nodes) {
		Assert.noNullElements(nodes, "nodes hold null: name each node");
		Assert.notEmpty(nodes, "nodes are missing: name some, or use AnalyticsFilter.ofAllNodes()");
		return builder().nodes(nodes).build();
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AnalyticsFilterBuilder builder() {
		return new AnalyticsFilterBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
