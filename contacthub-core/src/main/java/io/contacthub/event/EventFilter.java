package io.contacthub.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which events are wanted: those of a customer or of the whole node, narrowed by any of
 * the rest.
 *
 * @param customerId the customer, or {@code null} for all of the node
 * @param types the types, empty for all
 * @param contexts the contexts, empty for all
 * @param mode who acts, or {@code null} for either
 * @param from from when on they happened, or {@code null} for ever
 * @param to until when they happened, or {@code null} for ever; whether an event at just
 * that time belongs to them is for ContactHub to say
 */
public record EventFilter(@Nullable String customerId, List<EventType> types, List<EventContext> contexts,
		@Nullable EventMode mode, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * Check and copy.
	 */
	public EventFilter {
		Assert.isTrue(customerId == null || !customerId.isBlank(),
				"customerId is blank: give the id that ContactHub gave the customer");
		Assert.isTrue(from == null || to == null || !to.isBefore(from),
				() -> "to is " + to + ": it must not be before from, which is " + from);
		types = List.copyOf(types);
		contexts = List.copyOf(contexts);
	}

	/**
	 * All events of a customer.
	 * @param customerId the id of the customer
	 * @return a filter
	 */
	public static EventFilter ofCustomer(String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		return new EventFilter(customerId, List.of(), List.of(), null, null, null);
	}

	/**
	 * All events of the node.
	 * @return a filter
	 */
	public static EventFilter ofNode() {
		return new EventFilter(null, List.of(), List.of(), null, null, null);
	}

	/**
	 * Only events of some types.
	 * @param types the types
	 * @return a changed copy
	 */
	public EventFilter types(EventType... types) {
		return new EventFilter(this.customerId, List.of(types), this.contexts, this.mode, this.from, this.to);
	}

	/**
	 * Only events in some contexts.
	 * @param contexts the contexts
	 * @return a changed copy
	 */
	public EventFilter contexts(EventContext... contexts) {
		return new EventFilter(this.customerId, this.types, List.of(contexts), this.mode, this.from, this.to);
	}

	/**
	 * Only events in which the customer acts, or does not.
	 * @param mode the mode
	 * @return a changed copy
	 */
	public EventFilter mode(EventMode mode) {
		return new EventFilter(this.customerId, this.types, this.contexts, mode, this.from, this.to);
	}

	/**
	 * Only events from some time on.
	 * @param from the time
	 * @return a changed copy
	 */
	public EventFilter from(Instant from) {
		return new EventFilter(this.customerId, this.types, this.contexts, this.mode, from, this.to);
	}

	/**
	 * Only events until some time.
	 * @param to the time
	 * @return a changed copy
	 */
	public EventFilter to(Instant to) {
		return new EventFilter(this.customerId, this.types, this.contexts, this.mode, this.from, to);
	}

}
