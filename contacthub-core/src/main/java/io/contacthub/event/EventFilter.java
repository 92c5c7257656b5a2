package io.contacthub.event;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.json.DateTimes;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import io.contacthub.json.JsonObject;
import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * Filter of events: those of a customer or of the whole node, narrowed by any of the
 * rest. <pre class="code">{@code
 * EventFilter orders = EventFilter.ofCustomer(customerId)
 *     .types(EventType.COMPLETED_ORDER)
 *     .from(LocalDate.of(2026, 1, 1));
 * Page<Event> page = events.find(orders, PageRequest.of(0, 50));
 * }</pre>
 *
 * @param customerId the customer, or {@code null} for all of the node
 * @param types the types, empty for all
 * @param contexts the contexts, empty for all
 * @param mode who acts, or {@code null} for either
 * @param from the time from which on they happened, or {@code null} for any
 * @param to the time until which they happened, or {@code null} for any; whether an event
 * at just this time or {@code from} belongs to them is for ContactHub to say
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = EventFilter.Serializer.class)
@JsonDeserialize(using = EventFilter.Deserializer.class)
public record EventFilter(@Nullable String customerId, List<EventType> types, List<EventContext> contexts,
		@Nullable EventMode mode, @Nullable Instant from, @Nullable Instant to) implements Serializable {

	/**
	 * Check and copy.
	 */
	public EventFilter {
		Assert.isTrue(customerId == null || !customerId.isBlank(),
				"customerId is blank: give the id that ContactHub gave the customer");
		Assert.isTrue(from == null || to == null || !to.isBefore(from),
				() -> "to is " + to + ": it must not be before from, which is " + from);
		check("from", from);
		check("to", to);
		types = List.copyOf(types);
		contexts = List.copyOf(contexts);
		contexts.forEach((context) -> Assert.isTrue(context.isPlausible(),
				() -> "context is '" + context + "': ContactHub spells it '" + context.meant() + "'"));
	}

	private static void check(String name, @Nullable Instant date) {
		if (date != null) {
			TemporalType.DATE_TIME.text(name, date);
		}
	}

	/**
	 * Return all events of a customer.
	 * @param customerId the id of the customer
	 * @return a filter
	 */
	public static EventFilter ofCustomer(String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		return new EventFilter(customerId, List.of(), List.of(), null, null, null);
	}

	/**
	 * Return all events of the node.
	 * @return a filter
	 */
	public static EventFilter ofNode() {
		return new EventFilter(null, List.of(), List.of(), null, null, null);
	}

	/**
	 * Narrow the filter to events of some types.
	 * @param types the types
	 * @return a changed copy
	 */
	public EventFilter types(EventType... types) {
		Assert.noNullElements(types, "types hold null: name each type");
		return new EventFilter(this.customerId, List.of(types), this.contexts, this.mode, this.from, this.to);
	}

	/**
	 * Narrow the filter to events in some contexts.
	 * @param contexts the contexts
	 * @return a changed copy
	 */
	public EventFilter contexts(EventContext... contexts) {
		Assert.noNullElements(contexts, "contexts hold null: name each context");
		return new EventFilter(this.customerId, this.types, List.of(contexts), this.mode, this.from, this.to);
	}

	/**
	 * Narrow the filter to events in which the customer acts, or does not.
	 * @param mode the mode
	 * @return a changed copy
	 */
	public EventFilter mode(EventMode mode) {
		return new EventFilter(this.customerId, this.types, this.contexts, mode, this.from, this.to);
	}

	/**
	 * Narrow the filter to events from some time on.
	 * @param from the time: an {@code Instant}, {@code OffsetDateTime},
	 * {@code ZonedDateTime}, or a {@code LocalDate} for its beginning in UTC
	 * @return a changed copy
	 * @throws IllegalArgumentException when it is another date, such as a
	 * {@code LocalDateTime}, which has no zone
	 */
	public EventFilter from(Temporal from) {
		Instant time = instant("from", from);
		return new EventFilter(this.customerId, this.types, this.contexts, this.mode, time, this.to);
	}

	/**
	 * Narrow the filter to events from some time on.
	 * @param from the time in ISO 8601; without an offset in UTC
	 * @return a changed copy
	 * @throws IllegalArgumentException when the text is no date
	 */
	public EventFilter from(String from) {
		Instant time = instant("from", from);
		return new EventFilter(this.customerId, this.types, this.contexts, this.mode, time, this.to);
	}

	/**
	 * Narrow the filter to events until some time.
	 * @param to the time: an {@code Instant}, {@code OffsetDateTime},
	 * {@code ZonedDateTime}, or a {@code LocalDate} for its beginning in UTC
	 * @return a changed copy
	 * @throws IllegalArgumentException when it is another date, such as a
	 * {@code LocalDateTime}, which has no zone
	 */
	public EventFilter to(Temporal to) {
		Instant time = instant("to", to);
		return new EventFilter(this.customerId, this.types, this.contexts, this.mode, this.from, time);
	}

	/**
	 * Narrow the filter to events until some time.
	 * @param to the time in ISO 8601; without an offset in UTC
	 * @return a changed copy
	 * @throws IllegalArgumentException when the text is no date
	 */
	public EventFilter to(String to) {
		Instant time = instant("to", to);
		return new EventFilter(this.customerId, this.types, this.contexts, this.mode, this.from, time);
	}

	private static Instant instant(String name, Object value) {
		TemporalType.DATE_TIME.text(name, value);
		return Objects.requireNonNull(DateTimes.toInstant(value));
	}

	/**
	 * Serializer that writes a filter by the names of its components.
	 */
	static final class Serializer extends DocumentSerializer<EventFilter> {

		Serializer() {
			super(EventFilter.class);
		}

		@Override
		protected Object document(EventFilter value) {
			Map<String, @Nullable Object> document = new LinkedHashMap<>();
			document.put("customerId", value.customerId);
			document.put("types", value.types.stream().map(EventType::value).toList());
			document.put("contexts", value.contexts.stream().map(EventContext::value).toList());
			document.put("mode", (value.mode != null) ? value.mode.value() : null);
			document.put("from", Objects.toString(value.from, null));
			document.put("to", Objects.toString(value.to, null));
			return document;
		}

	}

	/**
	 * Deserializer that reads a filter by the names of its components, of which any may
	 * be missing.
	 */
	static final class Deserializer extends DocumentDeserializer<EventFilter> {

		Deserializer() {
			super(EventFilter.class);
		}

		@Override
		protected EventFilter value(Object document) {
			if (!(document instanceof JsonObject properties)) {
				throw unexpected(document, "an object");
			}
			return new EventFilter(optional(properties, "customerId", Function.identity()),
					list(properties, "types", EventType::of), list(properties, "contexts", EventContext::of),
					optional(properties, "mode", EventMode::new),
					optional(properties, "from", (text) -> instant("from", text)),
					optional(properties, "to", (text) -> instant("to", text)));
		}

		private <T> @Nullable T optional(JsonObject properties, String name, Function<String, T> reader) {
			Object value = properties.get(name);
			return (value != null) ? reader.apply(value.toString()) : null;
		}

		private <T> List<T> list(JsonObject properties, String name, Function<String, T> reader) {
			Object value = properties.get(name);
			if (value == null) {
				return List.of();
			}
			if (value instanceof List<?> list) {
				return list.stream().map((element) -> reader.apply(String.valueOf(element))).toList();
			}
			throw unexpected(value, "an object with a list of '" + name + "'");
		}

	}

}
