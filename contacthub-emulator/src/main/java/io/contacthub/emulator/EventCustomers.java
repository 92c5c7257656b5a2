package io.contacthub.emulator;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finder of the customer of a new event, by its id or by what the event says to bring
 * back.
 * <p>
 * An event of an unknown customer id is dropped, with a warning in the log. The API
 * answers before it stores an event: it can refuse a body that is not valid, but has not
 * looked for the customer yet, and a test that trusted an error here would learn
 * something that the API does not promise. It is used by who holds the lock of the
 * workspace.
 */
final class EventCustomers {

	private static final Logger logger = Logger.getLogger(EventCustomers.class.getName());

	private final CustomerStore store;

	private final CustomerRegistry registry;

	private final SessionRegistry sessions;

	EventCustomers(CustomerStore store, CustomerRegistry registry, SessionRegistry sessions) {
		this.store = store;
		this.registry = registry;
		this.sessions = sessions;
	}

	/**
	 * Give an event to its customer.
	 * @param event the event
	 * @return the event as it is to be stored, null if it is to be dropped
	 */
	@Nullable StoredEvent assign(StoredEvent event) {
		String customerId = event.customerId();
		if (customerId == null) {
			return bringBack(event);
		}
		ObjectNode customer = this.store.find(customerId);
		if (customer == null) {
			logger.log(Level.WARNING, "Dropped event {0}: there is no customer {1}",
					new Object[] { event.id(), customerId });
			return null;
		}
		return event.withCustomer(customer);
	}

	private StoredEvent bringBack(StoredEvent event) {
		JsonNode properties = event.document().path("bringBackProperties");
		String value = properties.path("value").stringValue();
		String nodeId = properties.path("nodeId").stringValue();
		if ("EXTERNAL_ID".equals(Json.text(properties, "type"))) {
			ObjectNode customer = this.store.findByExternalId(nodeId, value);
			return event.withCustomer(
					(customer != null) ? customer : this.registry.createEmpty(nodeId, value, event.sourceId()));
		}
		ObjectNode customer = this.sessions.findCustomer(nodeId, value);
		return (customer != null) ? event.withCustomer(customer) : event;
	}

}
