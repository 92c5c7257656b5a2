package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

/**
 * Store of the sessions that are attached to customers. Who changes the store holds the
 * lock of the workspace, who reads needs none.
 */
final class SessionStore {

	private final Map<String, StoredSession> sessions = new ConcurrentHashMap<>();

	private final Map<Long, StoredSession> arrivals = new ConcurrentSkipListMap<>();

	private final Map<String, Long> numbers = new HashMap<>();

	private final Map<String, List<StoredSession>> customers = new ConcurrentHashMap<>();

	private final Map<String, List<StoredSession>> values = new ConcurrentHashMap<>();

	private long lastNumber;

	/**
	 * Store a session behind all others, also when it was there before.
	 */
	void add(StoredSession session) {
		this.sessions.put(session.id(), session);
		Long before = this.numbers.put(session.id(), ++this.lastNumber);
		if (before != null) {
			this.arrivals.remove(before);
		}
		this.arrivals.put(this.lastNumber, session);
		move(this.customers, session.customerId(), session, true);
		move(this.values, session.value(), session, true);
	}

	/**
	 * Return all sessions, the latest one last.
	 */
	Collection<StoredSession> all() {
		return Collections.unmodifiableCollection(this.arrivals.values());
	}

	/**
	 * Return the sessions of a customer, the latest one last.
	 */
	List<StoredSession> of(String customerId) {
		return this.customers.getOrDefault(customerId, List.of());
	}

	@Nullable StoredSession find(String customerId, String id) {
		StoredSession session = this.sessions.get(id);
		return (session != null && session.customerId().equals(customerId)) ? session : null;
	}

	/**
	 * Return the sessions with a value, the latest one last.
	 */
	List<StoredSession> withValue(String value) {
		return this.values.getOrDefault(value, List.of());
	}

	void remove(String id) {
		StoredSession session = this.sessions.remove(id);
		Long number = this.numbers.remove(id);
		if (number != null) {
			this.arrivals.remove(number);
		}
		if (session != null) {
			move(this.customers, session.customerId(), session, false);
			move(this.values, session.value(), session, false);
		}
	}

	void removeOf(String customerId) {
		of(customerId).forEach((session) -> remove(session.id()));
	}

	void clear() {
		this.sessions.clear();
		this.arrivals.clear();
		this.numbers.clear();
		this.customers.clear();
		this.values.clear();
	}

	/**
	 * Move a session to the end of a list, or out of it, in one step for those who read.
	 */
	private static void move(Map<String, List<StoredSession>> index, String key, StoredSession session,
			boolean isKept) {
		List<StoredSession> moved = new ArrayList<>(index.getOrDefault(key, List.of()));
		moved.removeIf((other) -> other.id().equals(session.id()));
		if (isKept) {
			moved.add(session);
		}
		if (moved.isEmpty()) {
			index.remove(key);
		}
		else {
			index.put(key, List.copyOf(moved));
		}
	}

}
