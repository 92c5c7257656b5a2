package io.contacthub.customer;

import java.util.Optional;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkResult;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Writes of customers that tell what has become of them.
 */
class CustomerWriting {

	private static final Projection ID = Projection.of(CustomerFields.ID);

	private final CustomerRepository customers;

	private final String nodeId;

	CustomerWriting(CustomerRepository customers, String nodeId) {
		this.customers = customers;
		this.nodeId = nodeId;
	}

	BulkResult insert(Customer customer) {
		return result(Kind.CREATED, this.customers.insert(customer));
	}

	BulkResult upsert(Customer customer) {
		Upserted upserted = store(customer);
		return result(upserted.kind(), upserted.customer());
	}

	/**
	 * Store a customer, new or not.
	 */
	Upserted store(Customer customer) {
		try {
			return new Upserted(Kind.CREATED, this.customers.insert(customer));
		}
		catch (CustomerConflictException ex) {
			CustomerPatch patch = CustomerPatch.of(customer.toMap());
			return new Upserted(kind(patch), this.customers.patch(existing(ex), patch));
		}
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
		Customer known = StringUtils.hasText(id) ? findInNode(id).orElse(null) : null;
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
		return this.customers.findById(id)
			.filter((found) -> found.nodeId() == null || this.nodeId.equals(found.nodeId()));
	}

	BulkResult patch(CustomerChange change) {
		return result(kind(change.patch()), this.customers.patch(change.id(), change.patch()));
	}

	BulkResult patchChanges(CustomerChange change) {
		return patchChanges(this.customers.getById(change.id()), change.patch());
	}

	private BulkResult patchChanges(Customer stored, CustomerPatch patch) {
		CustomerPatch remaining = patch.remainingFor(stored);
		String id = stored.id();
		return result(kind(remaining),
				(remaining.isEmpty() || id == null) ? stored : this.customers.patch(id, remaining));
	}

	private static Kind kind(CustomerPatch patch) {
		return patch.isEmpty() ? Kind.UNCHANGED : Kind.UPDATED;
	}

	private static BulkResult result(Kind kind, Customer customer) {
		return new BulkResult(kind, customer.id());
	}

	/**
	 * A customer that is stored.
	 *
	 * @param kind what has become of it
	 * @param customer the customer as it is stored now
	 */
	record Upserted(Kind kind, Customer customer) {

	}

}
