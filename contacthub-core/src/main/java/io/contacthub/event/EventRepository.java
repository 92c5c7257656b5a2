package io.contacthub.event;

import io.contacthub.client.ContactHubClient;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * The events of one node.
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 */
public interface EventRepository {

	/**
	 * Add an event; {@code POST /events}. ContactHub accepts it and stores it later: it
	 * can be read after some seconds, and appears in lists after about 30.
	 * @param event the event, with type, context and an owner: a customer id, or what
	 * brings the event back to a customer; its id and what ContactHub sets itself are not
	 * sent
	 * @return the event that was accepted, with its id when ContactHub gave one
	 * @throws IllegalArgumentException when type, context or owner are missing
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the event
	 */
	Event add(Event event);

	/**
	 * Get one page of the events of a customer; {@code GET /events}. ContactHub serves
	 * lists from an index, which shows an event after about 30 seconds.
	 * @param customerId the id of the customer
	 * @param pageable the page, zero-based, of at most 50 events; unpaged for the first
	 * page, in the size that ContactHub chooses
	 * @return the page, empty beyond the last one
	 */
	Page<Event> findByCustomerId(String customerId, Pageable pageable);

	/**
	 * The events of a node.
	 * @param client the transport
	 * @param nodeId the id of the node
	 * @return a repository
	 */
	static EventRepository create(ContactHubClient client, String nodeId) {
		return new DefaultEventRepository(client, nodeId);
	}

}
