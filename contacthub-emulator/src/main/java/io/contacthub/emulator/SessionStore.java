package io.contacthub.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sessions that are attached to customers.
 */
final class SessionStore {

	private final Map<String, Session> sessions = new LinkedHashMap<>();

	void add(Session session) {
		this.sessions.put(session.id(), session);
	}

	List<Session> of(String customerId) {
		return this.sessions.values().stream().filter((session) -> session.customerId().equals(customerId)).toList();
	}

	@Nullable Session find(String customerId, String id) {
		Session session = this.sessions.get(id);
		return (session != null && session.customerId().equals(customerId)) ? session : null;
	}

	// The sessions with a value, the latest one last.
	List<Session> withValue(String value) {
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

	/**
	 * A session of a customer.
	 *
	 * @param id id given by the API
	 * @param value the value that the caller chose
	 * @param customerId id of the customer
	 */
	record Session(String id, String value, String customerId) {

		ObjectNode document() {
			return Json.object().put("id", this.id).put("value", this.value);
		}

	}

}
