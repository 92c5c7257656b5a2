package io.contacthub.event;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkRead;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * The events of one node. <pre class="code">{@code
 * events.add(Event.of(FormCompiled.builder().formName("signup").build())
 *     .in(EventContext.WEB)
 *     .by(customer));
 * EventFilter orders = EventFilter.ofCustomer(customer.id()).types(EventType.COMPLETED_ORDER);
 * Page<Event> page = events.find(orders, PageRequest.of(0, 50));
 * }</pre>
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 * <p>
 * Where a method says that it needs some scopes, a token of one of them will do, see
 * {@link io.contacthub.client.Scope}. Whatever is served from lists, {@code GET /events},
 * needs ADMIN, USER or TRUSTED_APPLICATION.
 * <p>
 * Safe for use by many threads; a stream and a {@link BulkRead} are for one thread.
 */
public interface EventRepository {

	/**
	 * Add an event; {@code POST /events}. ContactHub accepts it and stores it later: it
	 * can be read after some seconds, and appears in lists after about 30. Needs ADMIN,
	 * USER, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param event the event, with type, context and an owner: a customer id, or else
	 * what brings the event back to a customer, as ContactHub takes it where an event has
	 * both; its id, its mode and what ContactHub sets itself are not sent
	 * @return the event that was accepted, with its id when ContactHub gave one
	 * @throws IllegalArgumentException when type, context or owner are missing, when the
	 * context is one that ContactHub spells otherwise, when the properties belong to
	 * another type, or when they or the context information are longer than 64 KB
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the event
	 */
	Event add(Event event);

	/**
	 * Add an event, as {@link #add(Event)}.
	 * @param event the members of the event, nested as in the document
	 * @return the event that was accepted, with its id when ContactHub gave one
	 */
	default Event add(Map<String, ? extends @Nullable Object> event) {
		return add(Event.of(event));
	}

	/**
	 * Find an event; {@code GET /events/{id}}. Needs ADMIN, USER or TRUSTED_APPLICATION.
	 * @param id the id that ContactHub gave the event
	 * @return the event, or empty when there is none, or none yet
	 */
	Optional<Event> findById(String id);

	/**
	 * Return whether there is an event, see {@link #findById(String)}.
	 * @param id the id that ContactHub gave the event
	 * @return {@code true} when there is one, {@code false} when there is none, or none
	 * yet
	 */
	default boolean existsById(String id) {
		return findById(id).isPresent();
	}

	/**
	 * Count events; {@code GET /events} for one of them.
	 * @param filter which events
	 * @return their number, as the index of ContactHub knows it
	 */
	default long count(EventFilter filter) {
		return find(filter, PageRequest.of(0, 1)).getTotalElements();
	}

	/**
	 * Get an event that must be there; {@code GET /events/{id}}. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @param id the id that ContactHub gave the event
	 * @return the event
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none,
	 * or none yet
	 */
	Event getById(String id);

	/**
	 * Get one page of the events of a customer, as {@link #find(EventFilter, Pageable)}.
	 * @param customerId the id of the customer
	 * @param pageable the page
	 * @return the page, empty beyond the last one
	 */
	default Page<Event> findByCustomerId(String customerId, Pageable pageable) {
		return find(EventFilter.ofCustomer(customerId), pageable);
	}

	/**
	 * Get one page of events; {@code GET /events}. ContactHub serves lists from an index,
	 * which shows an event after about 30 seconds. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @param filter which events
	 * @param pageable the page, zero-based, of at most 50 events
	 * @return the page, empty beyond the last one
	 * @throws IllegalArgumentException when the pageable is unpaged, as that after the
	 * last page is, or asks for what ContactHub cannot do, see
	 * {@link io.contacthub.customer.CustomerRepository#findAll(Pageable)}
	 */
	Page<Event> find(EventFilter filter, Pageable pageable);

	/**
	 * Stream events; {@code GET /events}, once for every 50 of them. Nothing is sent
	 * before the first event is asked for. Then a few pages are read ahead, so that
	 * memory does not grow with the number of events. A page that cannot be read is an
	 * exception at its first event.
	 * @param filter which events
	 * @return a sequential stream, to be closed unless it is read to its end
	 */
	Stream<Event> stream(EventFilter filter);

	/**
	 * Read events, and tell the progress; {@code GET /events}, once for every 50 of them,
	 * read ahead as {@link #stream(EventFilter)} does. ContactHub gives them by the
	 * number of their page, so that events which come or go meanwhile may have others
	 * missed or given twice, and there is no place from which to go on: to read much,
	 * read what happened within some time by one filter after another.
	 * @param filter which events
	 * @return the events, to be closed; no request before the first one is asked for
	 */
	BulkRead<Event> read(EventFilter filter);

	/**
	 * Return a writer that adds many events, with the settings that hold unless others
	 * are given, see {@link #bulk(BulkSettings)}.
	 * @return the writer, which need not be closed
	 */
	default BulkWriter<Event> bulk() {
		return bulk(BulkSettings.defaults());
	}

	/**
	 * Return a writer that adds many events, as {@link #add(Event)}, several at the same
	 * time; {@code POST /events} for each. An event without a date has that at which it
	 * was taken from the input. Events are not added in order, those of one customer
	 * neither. What {@link #add(Event)} refuses is an outcome.
	 * @param settings the settings, in place of those of the client for the repetition of
	 * requests
	 * @return the writer, which need not be closed
	 */
	BulkWriter<Event> bulk(BulkSettings settings);

	/**
	 * Replace an event; {@code PUT /events/{id}}. ContactHub accepts it and stores it
	 * later. This is experimental: ContactHub has the operation but describes it in part
	 * only. Needs ADMIN, USER, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param event the event as it was read, with its changes; its id, type, context and
	 * the dates that ContactHub set are required
	 * @throws IllegalArgumentException when one of these is missing, or the properties or
	 * the context information are longer than 64 KB
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such event
	 */
	void replace(Event event);

	/**
	 * Delete an event; {@code DELETE /events/{id}}. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @param id the id of the event
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such event
	 */
	void deleteById(String id);

	/**
	 * Return the events of a node; no request. An application has them from
	 * {@code Node.events()}.
	 * @param client the transport
	 * @param nodeId the id of the node
	 * @return a repository
	 */
	static EventRepository create(ContactHubClient client, String nodeId) {
		return new DefaultEventRepository(client, nodeId);
	}

}
