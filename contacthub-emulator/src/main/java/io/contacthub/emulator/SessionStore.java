package io.contacthub.emulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Store of the sessions that are attached to customers.
 */
final class SessionStore {

	private final Map<String, StoredSession> sessions = new LinkedHashMap<>();

	void add(StoredSession session) {
		this.sessions.put(session.id(), session);
	}

	Collection<StoredSession> all() {
		return this.sessions.values();
	}

	List<StoredSession> of(String customerId) {
		return this.sessions.values().stream().filter((session) -> session.customerId().equals(customerId)).toList();
	}

	@Nullable StoredSession find(String customerId, String id) {
		StoredSession session = this.sessions.get(id);
		return (session != null && session.customerId().equals(customerId)) ? session : null;
	}

	/**
	 * Return the sessions with a value, the latest one last.
	 */
	List<StoredSession> withValue(String value) {
		return this.sessions.values().stream().filter((session) -> session.value().equals(value)).toList();
	}

	void remove(String id) {
		this.sessions.remove(id);
	}

	void removeOf(String customerId) {
		this.sessions.values().removeIf((session) -> session.customerId().equals(customerId));
	}

	void clear() {
		this.sessions.clear();
	}

}
