package io.contacthub.customer;

import java.util.Map;
import java.util.function.Consumer;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.util.Assert;

/**
 * The customers of one node. <pre class="code">{@code
 * Customer customer = customers.upsert(Customer.builder()
 *     .externalId("17")
 *     .base((base) -> base.contacts((contacts) -> contacts.email("ada@example.com")))
 *     .build());
 * customers.patch(customer.id(), (patch) -> patch.set(BASE.FIRST_NAME, "Ada").clear(BASE.DOB));
 * Page<Customer> page = customers.findAll(where(BASE.ADDRESS.CITY.eq("Milan")), PageRequest.of(0, 50));
 * }</pre> {@code BASE} is one of the constants of {@link CustomerFields}, and
 * {@code where} is {@link io.contacthub.query.Query#where}.
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 * <p>
 * ContactHub knows no versions of a customer: of two changes to the same member at the
 * same time, the later one remains. To change little, {@code patch}; to change a whole
 * customer, {@code replace}.
 * <p>
 * Safe for use by many threads.
 */
public interface CustomerRepository extends ReadOnlyCustomerRepository {

	/**
	 * Store a new customer; {@code POST /customers}. What counts as the same customer is
	 * configured in ContactHub; it may answer with the customer it has already, merged
	 * with the new one. Needs ADMIN, USER, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param customer the customer; its id, node id and what ContactHub sets itself are
	 * not sent
	 * @return the customer as it was stored, with its id
	 * @throws io.contacthub.error.CustomerConflictException when the customer exists
	 * already
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the document
	 */
	Customer insert(Customer customer);

	/**
	 * Store a new customer, as {@link #insert(Customer)}.
	 * @param customer the members of the customer, nested as in the document
	 * @return the customer as it was stored, with its id
	 */
	default Customer insert(Map<String, ? extends @Nullable Object> customer) {
		return insert(Customer.of(customer));
	}

	/**
	 * Store a customer, new or not; {@code POST /customers}, and {@code PATCH
	 * /customers/{id}} of the existing customer when ContactHub says that there is one:
	 * then what this customer has is set, and what it has not stays. Needs ADMIN, USER,
	 * TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param customer the customer; its id, node id and what ContactHub sets itself are
	 * not sent
	 * @return the customer as it is stored now, with its id
	 * @throws io.contacthub.error.CustomerConflictException when the customer exists and
	 * ContactHub does not say which one it is, as it does to tokens that are not trusted
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the document
	 */
	Customer upsert(Customer customer);

	/**
	 * Store a customer, new or not, as {@link #upsert(Customer)}.
	 * @param customer the members of the customer, nested as in the document
	 * @return the customer as it is stored now, with its id
	 */
	default Customer upsert(Map<String, ? extends @Nullable Object> customer) {
		return upsert(Customer.of(customer));
	}

	/**
	 * Replace a customer; {@code PUT /customers/{id}}. Members that are absent are absent
	 * afterwards, so that only a customer that was read as a whole should be replaced.
	 * Needs ADMIN, USER, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param customer the customer with its id; what ContactHub sets itself is not sent
	 * @return the customer as it is stored now
	 * @throws IllegalArgumentException when the id is missing, or when only some fields
	 * of the customer were fetched
	 * @throws EmptyResultDataAccessException when there is no such customer
	 * @throws io.contacthub.error.CustomerConflictException when another customer would
	 * count as the same
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the document
	 */
	Customer replace(Customer customer);

	/**
	 * Replace a customer, as {@link #replace(Customer)}.
	 * @param customer the members of the customer, nested as in the document, its id
	 * among them
	 * @return the customer as it is stored now
	 */
	default Customer replace(Map<String, ? extends @Nullable Object> customer) {
		return replace(Customer.of(customer));
	}

	/**
	 * Store a customer as other repositories of Spring do: {@link #insert(Customer)} when
	 * it has no id, else {@link #replace(Customer)}.
	 * @param customer the customer
	 * @return the customer as it is stored now
	 */
	default Customer save(Customer customer) {
		Assert.notNull(customer, "customer is null: give the customer to be stored");
		return (customer.id() != null) ? replace(customer) : insert(customer);
	}

	/**
	 * Change some members of a customer; {@code PATCH /customers/{id}}. With an empty
	 * patch nothing is sent and the customer is read instead. Needs ADMIN, USER,
	 * TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param id the id of the customer
	 * @param patch the changes
	 * @return the customer after the change
	 * @throws EmptyResultDataAccessException when there is no such customer
	 * @throws io.contacthub.error.CustomerConflictException when another customer would
	 * count as the same
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the document
	 */
	Customer patch(String id, CustomerPatch patch);

	/**
	 * Change some members of a customer, as {@link #patch(String, CustomerPatch)}.
	 * @param id the id of the customer
	 * @param patch makes the changes
	 * @return the customer after the change
	 */
	default Customer patch(String id, Consumer<CustomerPatch.Builder> patch) {
		Assert.notNull(patch, "patch is null: give the changes");
		CustomerPatch.Builder builder = CustomerPatch.builder();
		patch.accept(builder);
		return patch(id, builder.build());
	}

	/**
	 * Change some members of a customer, as {@link #patch(String, CustomerPatch)}.
	 * @param id the id of the customer
	 * @param changes the members to change, nested as in the document; null clears
	 * @return the customer after the change
	 */
	default Customer patch(String id, Map<String, ? extends @Nullable Object> changes) {
		return patch(id, CustomerPatch.of(changes));
	}

	/**
	 * Write many customers, several at the same time, see
	 * {@link #bulk(CustomerWrite, BulkSettings)}.
	 * @param <T> the type of what is given
	 * @param write what is done with each
	 * @return a writer with the default settings, to be kept and used again
	 */
	default <T> BulkWriter<T> bulk(CustomerWrite<T> write) {
		return bulk(write, BulkSettings.defaults());
	}

	/**
	 * Write many customers, several at the same time. Each takes the requests that it
	 * takes when it is written alone; no request is repeated by the settings of the
	 * client, since all that are on their way pause together when ContactHub asks for
	 * patience.
	 * @param <T> the type of what is given
	 * @param write what is done with each
	 * @param settings how many are written at the same time, and so on
	 * @return a writer, to be kept and used again
	 */
	<T> BulkWriter<T> bulk(CustomerWrite<T> write, BulkSettings settings);

	/**
	 * Delete a customer and its events; {@code DELETE /customers/{id}}. Needs ADMIN, USER
	 * or TRUSTED_APPLICATION.
	 * @param id the id of the customer
	 * @throws EmptyResultDataAccessException when there is no such customer
	 */
	void deleteById(String id);

	/**
	 * Delete a customer, as {@link #deleteById(String)}.
	 * @param customer the customer; only its id matters
	 * @throws IllegalArgumentException when the id is missing
	 */
	default void delete(Customer customer) {
		Assert.notNull(customer, "customer is null: give the customer to be deleted");
		String id = customer.id();
		Assert.notNull(id, "id of the customer is missing: only a stored customer can be deleted");
		deleteById(id);
	}

	/**
	 * Delete a customer, as {@link #deleteById(String)}.
	 * @param customer the members of the customer; only its id matters
	 * @throws IllegalArgumentException when the id is missing
	 */
	default void delete(Map<String, ? extends @Nullable Object> customer) {
		delete(Customer.of(customer));
	}

	/**
	 * Add a manual tag: {@code GET /customers/{id}}, and unless the tag is there already,
	 * {@code PATCH /customers/{id}} of the manual tags.
	 * <p>
	 * ContactHub has no operation on a single tag. So that none is lost, the threads of
	 * one process that add or remove tags of the same customer take turns, whichever
	 * repository of the workspace they use; those of different customers do not wait for
	 * each other. Between processes there are no turns: what another process changes
	 * between the two requests is lost, and so is a {@code patch} or {@code replace} of
	 * the tags in this process. Needs ADMIN, USER or TRUSTED_APPLICATION.
	 * @param id the id of the customer
	 * @param tag the tag
	 * @return the customer with the tag
	 * @throws EmptyResultDataAccessException when there is no such customer
	 * @throws java.util.concurrent.CancellationException when the thread is interrupted
	 * while it waits for its turn; nothing is sent, and it stays interrupted
	 * @throws org.springframework.dao.CannotAcquireLockException when it has waited for
	 * its turn as long as a call may take; nothing is sent
	 */
	Customer addTag(String id, String tag);

	/**
	 * Remove a manual tag: {@code GET /customers/{id}} and {@code PATCH /customers/{id}}
	 * of the manual tags, in turns as {@link #addTag(String, String)}. Needs ADMIN, USER
	 * or TRUSTED_APPLICATION.
	 * @param id the id of the customer
	 * @param tag the tag
	 * @return the customer without the tag
	 * @throws TagNotFoundException when the customer does not have the tag; nothing is
	 * written
	 * @throws EmptyResultDataAccessException when there is no such customer
	 * @throws java.util.concurrent.CancellationException when the thread is interrupted
	 * while it waits for its turn; nothing is sent, and it stays interrupted
	 * @throws org.springframework.dao.CannotAcquireLockException when it has waited for
	 * its turn as long as a call may take; nothing is sent
	 */
	Customer removeTag(String id, String tag);

	/**
	 * Return the educations of a customer; no request.
	 * @param customerId the id of the customer
	 * @return the repository of its educations
	 */
	CustomerItemRepository<Education> educations(String customerId);

	/**
	 * Return the jobs of a customer; no request.
	 * @param customerId the id of the customer
	 * @return the repository of its jobs
	 */
	CustomerItemRepository<Job> jobs(String customerId);

	/**
	 * Return the likes of a customer; no request.
	 * @param customerId the id of the customer
	 * @return the repository of its likes
	 */
	CustomerItemRepository<Like> likes(String customerId);

	/**
	 * Return the subscriptions of a customer; no request.
	 * @param customerId the id of the customer
	 * @return the repository of its subscriptions
	 */
	CustomerItemRepository<Subscription> subscriptions(String customerId);

	/**
	 * Return the sessions of a customer; no request.
	 * @param customerId the id of the customer
	 * @return the repository of its sessions
	 */
	SessionRepository sessions(String customerId);

	/**
	 * Tie a session to a customer, as {@link SessionRepository#add(SessionId)}.
	 * @param customerId the id of the customer
	 * @param session the session
	 * @return the session, with the id that ContactHub gave it
	 */
	default Session addSession(String customerId, SessionId session) {
		return sessions(customerId).add(session);
	}

	/**
	 * Return the same repository within a session: inserts, replacements and patches name
	 * the session, so that ContactHub ties it to the customer. No request.
	 * @param session the session
	 * @return a repository
	 */
	CustomerRepository inSession(SessionId session);

	/**
	 * Return the customers of a node; no request. An application has them from
	 * {@code Node.customers()}.
	 * @param client the transport
	 * @param nodeId the id of the node
	 * @return a repository
	 */
	static CustomerRepository create(ContactHubClient client, String nodeId) {
		return new DefaultCustomerRepository(client, nodeId);
	}

}
