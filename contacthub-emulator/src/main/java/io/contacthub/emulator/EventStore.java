package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Store of the events, in the order of their arrival. Those that wait for a customer, or
 * for the delay to pass, are kept but cannot be read.
 */
final class EventStore {

	private final Map<String, StoredEvent> events = new LinkedHashMap<>();

	private final InstantSource clock;

	EventStore(InstantSource clock) {
		this.clock = clock;
	}

	void save(StoredEvent event) {
		this.events.put(event.id(), event);
	}

	/**
	 * Return all events, readable or not.
	 */
	Collection<StoredEvent> all() {
		return this.events.values();
	}

	/**
	 * Find an event that can be read.
	 */
	@Nullable StoredEvent find(String id) {
		StoredEvent event = this.events.get(id);
		return (event != null && event.isVisible(this.clock.instant())) ? event : null;
	}

	/**
	 * Return the events that can be read.
	 */
	List<StoredEvent> visible(Predicate<StoredEvent> filter) {
		return this.events.values()
			.stream()
			.filter((event) -> event.isVisible(this.clock.instant()))
			.filter(filter)
			.toList();
	}

	/**
	 * Return the documents of the events of a customer that can be read.
	 */
	Stream<ObjectNode> documentsOf(String customerId) {
		return visible((event) -> customerId.equals(event.customerId())).stream().map(StoredEvent::document);
	}

	/**
	 * Replace events, readable or not.
	 */
	void replaceIf(Predicate<StoredEvent> filter, UnaryOperator<StoredEvent> replacement) {
		this.events.replaceAll((id, event) -> filter.test(event) ? replacement.apply(event) : event);
	}

	/**
	 * Have every event that has a customer be readable now.
	 */
	void catchUp() {
		this.events.replaceAll((id, event) -> event.withVisibleFrom(Instant.MIN));
	}

	void remove(String id) {
		this.events.remove(id);
	}

	void removeOf(String customerId) {
		this.events.values().removeIf((event) -> customerId.equals(event.customerId()));
	}

	void clear() {
		this.events.clear();
	}

}
