package io.contacthub.customer;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkResult;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Writes of customers that tell what has become of them.
 */
class CustomerWriting {

	private static final Projection ID = Projection.of(CustomerFields.ID);

	private final DefaultCustomerRepository customers;

	private final String nodeId;

	CustomerWriting(DefaultCustomerRepository customers, String nodeId) {
		this.customers = customers;
		this.nodeId = nodeId;
	}

	BulkResult insert(Customer customer) {
		return created(this.customers.insert(customer));
	}

	BulkResult upsert(Customer customer) {
		return store(customer, CustomerWriting::created, this::change);
	}

	/**
	 * Store a customer, new or not.
	 * @param <R> the type of what is made of it
	 * @param created makes it of a new customer
	 * @param changed changes one that is there
	 */
	<R> R store(Customer customer, Function<Customer, R> created, BiFunction<String, CustomerPatch, R> changed) {
		Customer stored;
		try {
			stored = this.customers.insert(customer);
		}
		catch (CustomerConflictException ex) {
			return changed.apply(existing(ex), CustomerPatch.of(customer.toMap()));
		}
		return created.apply(stored);
	}

	private static String existing(CustomerConflictException conflict) {
		String id = conflict.existingCustomerId();
		if (id == null) {
			throw conflict;
		}
		return id;
	}

	/**
	 * Store a customer, new or not, unless it is so already.
	 */
	BulkResult upsertChanges(Customer customer) {
		CustomerPatch patch = CustomerPatch.of(customer.toMap());
		Customer stored = find(customer);
		if (stored != null) {
			return patchChanges(stored, patch);
		}
		try {
			return insert(customer);
		}
		catch (CustomerConflictException ex) {
			return patchChanges(this.customers.getById(existing(ex)), patch);
		}
	}

	/**
	 * Find the customer of this node that one stands for. The index tells where it is,
	 * and not what it is now.
	 */
	private @Nullable Customer find(Customer customer) {
		String id = customer.id();
		Customer known = (StringUtils.hasText(id) && mayBeHere(customer)) ? findInNode(id).orElse(null) : null;
		String externalId = customer.externalId();
		if (known != null || !StringUtils.hasText(externalId)) {
			return known;
		}
		return this.customers.findByExternalId(externalId, ID)
			.map(Customer::id)
			.flatMap(this::findInNode)
			.filter((found) -> externalId.equals(found.externalId()))
			.orElse(null);
	}

	private Optional<Customer> findInNode(String id) {
		return this.customers.findById(id).filter(this::mayBeHere);
	}

	private boolean mayBeHere(Customer customer) {
		return customer.nodeId() == null || this.nodeId.equals(customer.nodeId());
	}

	BulkResult patch(CustomerChange change) {
		return change(change.id(), change.patch());
	}

	BulkResult patchChanges(CustomerChange change) {
		return patchChanges(this.customers.getById(change.id()), change.patch());
	}

	private BulkResult patchChanges(Customer stored, CustomerPatch patch) {
		CustomerPatch remaining = patch.remainingFor(stored);
		String id = stored.id();
		if (remaining.isEmpty()) {
			return new BulkResult(Kind.UNCHANGED, id);
		}
		Assert.state(id != null, "ContactHub gave a customer without its id");
		return change(id, remaining);
	}

	/**
	 * Change a customer, and read it only when there is no change: what becomes of that
	 * request would be taken for what has become of the change.
	 */
	private BulkResult change(String id, CustomerPatch patch) {
		if (patch.isEmpty()) {
			return new BulkResult(Kind.UNCHANGED, this.customers.getById(id).id());
		}
		this.customers.send(id, patch);
		return new BulkResult(Kind.UPDATED, id);
	}

	private static BulkResult created(Customer customer) {
		return new BulkResult(Kind.CREATED, customer.id());
	}

}
