package io.contacthub;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.Session;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.SessionRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.util.Assert;

/**
 * A customer that knows its node: it can be changed step by step, and remembers what
 * ContactHub last said, so that it can tell its changes. <pre class="code">{@code
 * ManagedCustomer customer = node.customer(id);
 * customer.edit((c) -> c.withExternalId("17"));
 * customer.edit((c) -> c.withBase((base) -> base.withFirstName("Ada")));
 * customer.patch(); // one request, with the two members that have changed
 * }</pre> Its operations are those of the {@link CustomerRepository}, with the same
 * requests and the same exceptions.
 * <p>
 * Not for use by several threads at a time.
 */
public final class ManagedCustomer {

	private final Node node;

	private @Nullable Customer stored;

	private Customer current;

	ManagedCustomer(Node node, @Nullable Customer stored, Customer current) {
		this.node = node;
		this.stored = stored;
		this.current = current;
	}

	/**
	 * Return the customer with the changes made so far.
	 * @return an immutable value
	 */
	public Customer get() {
		return this.current;
	}

	/**
	 * Return the id of the customer.
	 * @return the id, or {@code null} before the customer is stored
	 */
	public @Nullable String id() {
		return this.current.id();
	}

	/**
	 * Change the customer here; nothing is sent.
	 * @param change gives the changed customer, such as
	 * {@code c -> c.withExternalId("17")}
	 * @return this customer
	 * @throws IllegalArgumentException when the change gives the customer another id
	 */
	public ManagedCustomer edit(UnaryOperator<Customer> change) {
		Assert.notNull(change, "change is null: give the changed customer");
		Customer changed = change.apply(this.current);
		String id = this.current.id();
		Assert.isTrue(id == null || id.equals(changed.id()),
				() -> "id of the customer is '" + id + "' and cannot be changed to '" + changed.id() + "'");
		this.current = changed;
		return this;
	}

	/**
	 * Return the changes since ContactHub last said what the customer is.
	 * @return the patch that would be sent, empty when there is no change
	 */
	public CustomerPatch changes() {
		return CustomerPatch.between((this.stored != null) ? this.stored : Customer.builder().build(), this.current);
	}

	/**
	 * Store the customer as a new one, see {@link CustomerRepository#insert(Customer)}.
	 * Afterwards it has its id and no changes.
	 * @return this customer
	 */
	public ManagedCustomer post() {
		return accept(customers().insert(this.current));
	}

	/**
	 * Store the customer, new or not, see {@link CustomerRepository#upsert(Customer)}.
	 * Afterwards it has its id and no changes.
	 * @return this customer
	 */
	public ManagedCustomer upsert() {
		return accept(customers().upsert(this.current));
	}

	/**
	 * Replace the stored customer by this one, see
	 * {@link CustomerRepository#replace(Customer)}. Afterwards it has no changes.
	 * @return this customer
	 */
	public ManagedCustomer put() {
		return accept(customers().replace(this.current));
	}

	/**
	 * Send the changes, see {@link CustomerRepository#patch(String, CustomerPatch)}.
	 * Without changes nothing is sent. Afterwards there are none.
	 * @return this customer
	 * @throws IllegalStateException when the customer is not stored
	 */
	public ManagedCustomer patch() {
		String id = storedId("patched");
		CustomerPatch changes = changes();
		return changes.isEmpty() ? this : accept(customers().patch(id, changes));
	}

	/**
	 * Delete the customer, see {@link CustomerRepository#deleteById(String)}. Afterwards
	 * it is as if it had never been stored.
	 * @throws IllegalStateException when the customer is not stored
	 */
	public void delete() {
		customers().deleteById(storedId("deleted"));
		this.stored = null;
		this.current = this.current.withId(null);
	}

	/**
	 * Read the customer again, see {@link CustomerRepository#getById(String)}. Changes
	 * that were not sent are lost.
	 * @return this customer
	 * @throws IllegalStateException when the customer is not stored
	 */
	public ManagedCustomer refresh() {
		return accept(customers().getById(storedId("read")));
	}

	/**
	 * Add a manual tag, see {@link CustomerRepository#addTag(String, String)}. Other
	 * changes are neither sent nor lost.
	 * @param tag the tag
	 * @return this customer
	 * @throws IllegalStateException when the customer is not stored
	 */
	public ManagedCustomer addTag(String tag) {
		return rebase(customers().addTag(storedId("tagged"), tag));
	}

	/**
	 * Remove a manual tag, see {@link CustomerRepository#removeTag(String, String)}.
	 * Other changes are neither sent nor lost.
	 * @param tag the tag
	 * @return this customer
	 * @throws IllegalStateException when the customer is not stored
	 */
	public ManagedCustomer removeTag(String tag) {
		return rebase(customers().removeTag(storedId("tagged"), tag));
	}

	/**
	 * Tie a session to the customer, see {@link SessionRepository#add(SessionId)}.
	 * @param session the session
	 * @return the session, with the id that ContactHub gave it
	 * @throws IllegalStateException when the customer is not stored
	 */
	public Session addSession(SessionId session) {
		return sessions().add(session);
	}

	/**
	 * Return the sessions of the customer; no request.
	 * @return the repository of its sessions
	 * @throws IllegalStateException when the customer is not stored
	 */
	public SessionRepository sessions() {
		return customers().sessions(storedId("asked for its sessions"));
	}

	/**
	 * Return a page of the events of the customer, see
	 * {@link io.contacthub.event.EventRepository#findByCustomerId(String, Pageable)}.
	 * @param pageable the page
	 * @return the events, which can be looked at only
	 * @throws IllegalStateException when the customer is not stored
	 */
	public Page<Event> events(Pageable pageable) {
		return this.node.events().findByCustomerId(storedId("asked for its events"), pageable);
	}

	/**
	 * Return all events of the customer, see
	 * {@link io.contacthub.event.EventRepository#stream(EventFilter)}.
	 * @return the events, which can be looked at only, in a sequential stream to be
	 * closed unless it is read to its end
	 * @throws IllegalStateException when the customer is not stored
	 */
	public Stream<Event> events() {
		return this.node.events().stream(EventFilter.ofCustomer(storedId("asked for its events")));
	}

	/**
	 * Return the educations of the customer; no request.
	 * @return the repository of its educations
	 * @throws IllegalStateException when the customer is not stored
	 */
	public CustomerItemRepository<Education> educations() {
		return customers().educations(storedId("asked for its educations"));
	}

	/**
	 * Return the jobs of the customer; no request.
	 * @return the repository of its jobs
	 * @throws IllegalStateException when the customer is not stored
	 */
	public CustomerItemRepository<Job> jobs() {
		return customers().jobs(storedId("asked for its jobs"));
	}

	/**
	 * Return the likes of the customer; no request.
	 * @return the repository of its likes
	 * @throws IllegalStateException when the customer is not stored
	 */
	public CustomerItemRepository<Like> likes() {
		return customers().likes(storedId("asked for its likes"));
	}

	/**
	 * Return the subscriptions of the customer; no request.
	 * @return the repository of its subscriptions
	 * @throws IllegalStateException when the customer is not stored
	 */
	public CustomerItemRepository<Subscription> subscriptions() {
		return customers().subscriptions(storedId("asked for its subscriptions"));
	}

	private CustomerRepository customers() {
		return this.node.customers();
	}

	private String storedId(String action) {
		String id = this.current.id();
		Assert.state(id != null, () -> "The customer cannot be " + action + ": it is not stored, post() it first");
		return id;
	}

	private ManagedCustomer accept(Customer customer) {
		this.stored = customer;
		this.current = customer;
		return this;
	}

	private ManagedCustomer rebase(Customer customer) {
		CustomerPatch changes = changes();
		this.stored = customer;
		this.current = changes.isEmpty() ? customer : changes.applyTo(customer);
		return this;
	}

	@Override
	public String toString() {
		return "Managed" + this.current;
	}

}
