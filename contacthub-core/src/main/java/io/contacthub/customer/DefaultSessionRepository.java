package io.contacthub.customer;

import java.util.List;
import java.util.Optional;

import io.contacthub.client.ContactHubClient;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.json.JsonObject;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.Assert;

/**
 * The sessions of a customer, by way of the API.
 */
class DefaultSessionRepository implements SessionRepository {

	private final ContactHubClient client;

	private final String customerId;

	DefaultSessionRepository(ContactHubClient client, String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		this.client = client;
		this.customerId = customerId;
	}

	private SessionApi api() {
		return this.client.createApi(SessionApi.class);
	}

	@Override
	public Session add(SessionId session) {
		return api().insert(this.customerId, JsonObject.of("value", value(session)));
	}

	@Override
	public Session addIfAbsent(SessionId session) {
		try {
			return add(session);
		}
		catch (DataIntegrityViolationException ex) {
			return findByValue(session).orElseThrow(() -> ex);
		}
	}

	@Override
	public List<Session> findAll() {
		return api().list(this.customerId).elements();
	}

	private Optional<Session> findByValue(SessionId session) {
		String value = value(session);
		return findAll().stream().filter((candidate) -> value.equals(candidate.value())).findFirst();
	}

	private static String value(SessionId session) {
		Assert.notNull(session, "session is null: give the session of the visitor");
		return session.value();
	}

	@Override
	public Optional<Session> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> api().get(this.customerId, id));
	}

	@Override
	public void deleteById(String id) {
		api().delete(this.customerId, id);
	}

	@Override
	public boolean delete(SessionId session) {
		Optional<String> id = findByValue(session).map(Session::id);
		id.ifPresent(this::deleteById);
		return id.isPresent();
	}

}
