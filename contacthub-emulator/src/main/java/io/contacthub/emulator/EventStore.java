package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Store of the events, in the order of their arrival. Those that wait for a customer, or
 * for the delay to pass, are kept but cannot be read. Who changes the store holds the
 * lock of the workspace, who reads needs none.
 */
final class EventStore {

	private final Map<String, StoredEvent> events = new ConcurrentHashMap<>();

	private final EventIndex<String> nodes = new EventIndex<>(StoredEvent::nodeId);

	private final EventIndex<String> customers = new EventIndex<>(StoredEvent::customerId);

	private final EventIndex<String> types = new EventIndex<>(
			(event) -> (event.nodeId() != null) ? event.type() : null);

	private final EventIndex<SessionKey> sessions = new EventIndex<>(StoredEvent::session);

	private final InstantSource clock;

	private final ChangeListener listener;

	private long lastNumber;

	/**
	 * Number of the last event that can be read whatever its delay is.
	 */
	private volatile long caughtUp;

	/**
	 * When all events that have a customer can be read.
	 */
	private volatile Instant allVisibleFrom = Instant.MIN;

	EventStore(InstantSource clock, ChangeListener listener) {
		this.clock = clock;
		this.listener = listener;
	}

	/**
	 * Store an event in the place of the one that has its id, or behind all others.
	 */
	void save(StoredEvent event) {
		StoredEvent before = this.events.get(event.id());
		StoredEvent after = event.withNumber((before != null) ? before.number() : ++this.lastNumber);
		awaitVisibility(after);
		this.events.put(after.id(), after);
		replace(before, after);
		this.listener.eventChanged(before, withDelayOver(after, this.caughtUp));
	}

	/**
	 * Store events, most of them new ones.
	 */
	void addAll(List<StoredEvent> events) {
		List<StoredEvent> added = new ArrayList<>(events.size());
		for (StoredEvent event : events) {
			if (this.events.containsKey(event.id())) {
				save(event);
				continue;
			}
			StoredEvent stored = event.withNumber(++this.lastNumber);
			awaitVisibility(stored);
			this.events.put(stored.id(), stored);
			added.add(stored);
		}
		this.nodes.addAll(added);
		this.customers.addAll(added);
		this.types.addAll(added);
		this.sessions.addAll(added);
		added.forEach((event) -> this.listener.eventChanged(null, event));
	}

	private void awaitVisibility(StoredEvent event) {
		if (event.number() > this.caughtUp && event.visibleFrom().isAfter(this.allVisibleFrom)) {
			this.allVisibleFrom = event.visibleFrom();
		}
	}

	private void replace(@Nullable StoredEvent before, @Nullable StoredEvent after) {
		this.nodes.replace(before, after);
		this.customers.replace(before, after);
		this.types.replace(before, after);
		this.sessions.replace(before, after);
	}

	/**
	 * Find an event that can be read.
	 */
	@Nullable StoredEvent find(String id) {
		StoredEvent event = this.events.get(id);
		return (event != null && isVisible(event, this.clock.instant())) ? event : null;
	}

	StoredEvent get(String id) {
		StoredEvent event = find(id);
		if (event == null) {
			throw RequestRejectedException.notFound("event", id);
		}
		return event;
	}

	/**
	 * Return whether an event can be read.
	 */
	boolean isVisible(StoredEvent event, Instant now) {
		return event.nodeId() != null && (event.number() <= this.caughtUp || event.isVisible(now));
	}

	/**
	 * Return the events that can be read and that a request asks for.
	 */
	List<StoredEvent> visible(StoredEventFilter filter) {
		List<StoredEvent> events = visible(candidates(filter));
		return filter.isLookup() ? events : events.stream().filter(filter).toList();
	}

	private List<StoredEvent> candidates(StoredEventFilter filter) {
		String customerId = filter.customerId();
		if (customerId != null) {
			return this.customers.of(customerId);
		}
		if (filter.types().size() == 1) {
			return this.types.of(filter.types().iterator().next());
		}
		return (filter.nodeIds().size() == 1) ? this.nodes.of(filter.nodeIds().iterator().next()) : all();
	}

	/**
	 * Return the events of a type that can be read.
	 */
	List<StoredEvent> visibleOfType(String type) {
		return visible(this.types.of(type));
	}

	/**
	 * Return the events of a node that can be read.
	 */
	List<StoredEvent> visibleOfNode(String nodeId) {
		return visible(this.nodes.of(nodeId));
	}

	private List<StoredEvent> visible(List<StoredEvent> candidates) {
		Instant now = this.clock.instant();
		boolean isAll = candidates instanceof Sequence && !now.isBefore(this.allVisibleFrom);
		return isAll ? candidates : candidates.stream().filter((event) -> isVisible(event, now)).toList();
	}

	/**
	 * Return all events or those of a customer, readable or not, in no order.
	 */
	Collection<StoredEvent> stored(@Nullable String customerId) {
		return (customerId != null) ? this.customers.of(customerId) : this.events.values();
	}

	/**
	 * Return all events, readable or not, in the order of their arrival.
	 */
	List<StoredEvent> all() {
		long caughtUp = this.caughtUp;
		return this.events.values()
			.stream()
			.sorted(Comparator.comparingLong(StoredEvent::number))
			.map((event) -> withDelayOver(event, caughtUp))
			.toList();
	}

	/**
	 * Return an event without its delay, if that has been cut short.
	 */
	private static StoredEvent withDelayOver(StoredEvent event, long caughtUp) {
		return (event.number() <= caughtUp) ? event.withVisibleFrom(Instant.MIN) : event;
	}

	/**
	 * Give all events of a session to a customer, readable or not.
	 */
	void adopt(SessionKey session, ObjectNode customer) {
		for (StoredEvent event : this.sessions.of(session)) {
			save(event.withCustomer(customer));
		}
	}

	/**
	 * Have every event that has a customer be readable now.
	 */
	void catchUp() {
		this.caughtUp = this.lastNumber;
		this.allVisibleFrom = Instant.MIN;
	}

	void remove(String id) {
		StoredEvent removed = this.events.remove(id);
		if (removed != null) {
			replace(removed, null);
			this.listener.eventChanged(removed, null);
		}
	}

	void removeOf(String customerId) {
		List<StoredEvent> removed = this.customers.of(customerId);
		// whose lists are to have all of them or none
		this.customers.removeAll(customerId);
		removed.forEach((event) -> remove(event.id()));
	}

	void clear() {
		this.events.clear();
		this.nodes.clear();
		this.customers.clear();
		this.types.clear();
		this.sessions.clear();
		this.allVisibleFrom = Instant.MIN;
	}

}
