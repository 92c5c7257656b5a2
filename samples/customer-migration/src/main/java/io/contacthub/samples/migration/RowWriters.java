package io.contacthub.samples.migration;

import java.util.LinkedHashMap;
import java.util.Map;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerChange;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.event.Event;
import io.contacthub.format.Row;
import io.contacthub.json.ApiObject;

/**
 * What writes rows.
 *
 * @param <T> the type of the documents
 * @param first for rows that were certainly not sent before
 * @param again for rows that may have been sent before the process ended
 */
record RowWriters<T extends ApiObject>(BulkWriter<Row<T>> first, BulkWriter<Row<T>> again) {

	/**
	 * Return writers of customers that are new or not.
	 */
	static RowWriters<Customer> upserting(Connection connection, boolean onlyChanges, boolean byId,
			BulkSettings settings) {
		CustomerRepository customers = connection.customers();
		CustomerWrite<Customer> upsert = CustomerWrite.upsert();
		// this one looks first whether the customer is there
		BulkWriter<Row<Customer>> looking = customers.bulk(upsert.onlyChanges(), settings)
			.from((row) -> ofNode(row.value(), connection.node().id(), byId));
		return new RowWriters<>(onlyChanges ? looking : customers.bulk(upsert, settings).from(Row::value), looking);
	}

	/**
	 * Return a customer as it is to be found: the id that it has on another node finds
	 * nobody here.
	 */
	private static Customer ofNode(Customer customer, String nodeId, boolean byId) {
		return (byId || customer.externalId() == null || nodeId.equals(customer.nodeId())) ? customer
				: customer.withId(null);
	}

	/**
	 * Return writers of customers that are new.
	 */
	static RowWriters<Customer> inserting(Connection connection, BulkSettings settings) {
		CustomerRepository customers = connection.customers();
		BulkWriter<Customer> writer = customers.bulk(CustomerWrite.insert(), settings);
		return new RowWriters<>(writer.from(Row::value), writer.from((row) -> {
			Customer customer = row.value();
			StoredBeforeException.check(customers, customer);
			return customer;
		}));
	}

	/**
	 * Return writers of changes to customers whose id the rows have.
	 */
	static RowWriters<Customer> patching(Connection connection, boolean onlyChanges, BulkSettings settings) {
		CustomerWrite<CustomerChange> patch = CustomerWrite.patch();
		BulkWriter<Row<Customer>> writer = connection.customers()
			.bulk(onlyChanges ? patch.onlyChanges() : patch, settings)
			.from(RowWriters::change);
		return new RowWriters<>(writer, writer);
	}

	/**
	 * Return the change that a row describes.
	 * @throws IllegalArgumentException when it does not say whom to change
	 */
	static CustomerChange change(Row<Customer> row) {
		Map<String, Object> members = new LinkedHashMap<>(row.document());
		if (!(members.get("id") instanceof String id)) {
			throw new IllegalArgumentException("has no id: a patch needs that of the customer");
		}
		members.keySet().removeAll(Content.READ_ONLY);
		return new CustomerChange(id, CustomerPatch.of(members));
	}

	/**
	 * Return writers of events.
	 * @param connection the node
	 * @param twice whether an event that may have been sent is sent again, and not
	 * refused
	 * @param settings the settings
	 */
	static RowWriters<Event> adding(Connection connection, boolean twice, BulkSettings settings) {
		BulkWriter<Event> writer = connection.events().bulk(settings);
		return new RowWriters<>(writer.from(Row::value), writer.from((row) -> {
			if (!twice) {
				throw new IllegalArgumentException("may have been sent before the import was killed");
			}
			return row.value();
		}));
	}

}
