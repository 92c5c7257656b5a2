package io.contacthub.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerChange;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;

import org.springframework.integration.handler.AbstractMessageHandler;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.util.Assert;

/**
 * Handler that writes the customer of each message to ContactHub, so that a flow of any
 * source ends there. The payload is a {@link Customer}, its JSON as a text,
 * {@code byte[]}, {@code JsonNode} or {@link io.contacthub.json.JsonObject}, a
 * {@link CustomerChange}, or a {@code List} of customers or of changes.
 * <p>
 * It returns when ContactHub has the customer, and fails otherwise, so that the broker
 * sends the message again. Those of a {@code List} are written at the same time, but for
 * those that are the same customer; all are tried, and then it fails once with an
 * {@link ItemsNotWrittenException}. To write one again that is stored changes nothing,
 * with the writes that are set by default; but ContactHub makes a second customer of one
 * that has nothing by which customers are equal in the workspace.
 * <p>
 * While ContactHub asks for patience or is away, all threads of this handler pause
 * together, and go on when it is back, up to a minute unless {@link #setBulkSettings}
 * says otherwise.
 * <p>
 * A payload that is no customer is a {@link MessageConversionException}, which the
 * listeners of brokers do not repeat.
 * <p>
 * Safe for use by many threads.
 */
public class CustomerMessageHandler extends AbstractMessageHandler {

	private final PayloadReader<Customer> payloads = PayloadReader.ofCustomers();

	private final CustomerRepository customers;

	private CustomerWrite<Customer> write = CustomerWrite.upsert();

	private CustomerWrite<CustomerChange> change = CustomerWrite.patch();

	private BulkSettings settings = BulkDelivery.DEFAULTS;

	private volatile BulkWriter<Customer> writer;

	private volatile BulkWriter<CustomerChange> changer;

	/**
	 * Create a handler that stores customers, new or not, and patches for changes.
	 * @param customers the repository of the customers
	 */
	public CustomerMessageHandler(CustomerRepository customers) {
		Assert.notNull(customers, "customers is null: give the repository of the customers");
		this.customers = customers;
		this.writer = customers.bulk(this.write, this.settings);
		this.changer = customers.bulk(this.change, this.settings);
	}

	/**
	 * Set what is done with a customer, {@link CustomerWrite#upsert()} by default.
	 * @param write what is done
	 */
	public void setWrite(CustomerWrite<Customer> write) {
		Assert.notNull(write, "write is null: give what is done, such as CustomerWrite.upsert()");
		this.write = write;
		this.writer = this.customers.bulk(write, this.settings);
	}

	/**
	 * Set what is done with a change, {@link CustomerWrite#patch()} by default.
	 * @param change what is done
	 */
	public void setChange(CustomerWrite<CustomerChange> change) {
		Assert.notNull(change, "change is null: give what is done, such as CustomerWrite.patch()");
		this.change = change;
		this.changer = this.customers.bulk(change, this.settings);
	}

	/**
	 * Set how customers are written: how many at the same time, and how long ContactHub
	 * may be away. By default as {@link BulkSettings#defaults()} says, with a minute of
	 * patience.
	 * @param settings the settings
	 */
	public void setBulkSettings(BulkSettings settings) {
		Assert.notNull(settings, "settings is null: give settings, such as BulkSettings.defaults()");
		this.settings = settings;
		this.writer = this.customers.bulk(this.write, settings);
		this.changer = this.customers.bulk(this.change, settings);
	}

	@Override
	public String getComponentType() {
		return "contacthub:outbound-customers";
	}

	@Override
	protected void handleMessageInternal(Message<?> message) {
		Object payload = message.getPayload();
		if (payload instanceof CustomerChange single) {
			BulkDelivery.deliver(this.changer, single);
		}
		else if (!(payload instanceof Collection<?> list)) {
			BulkDelivery.deliver(this.writer, this.payloads.read(message));
		}
		else if (list.stream().anyMatch(CustomerChange.class::isInstance)) {
			BulkDelivery.deliverAll("changes", this.changer, changes(message, list));
		}
		else {
			BulkDelivery.deliverAll("customers", this.writer, this.payloads.readAll(message, list));
		}
	}

	private static List<CustomerChange> changes(Message<?> message, Collection<?> list) {
		List<CustomerChange> changes = new ArrayList<>(list.size());
		for (Object element : list) {
			if (!(element instanceof CustomerChange single)) {
				throw new MessageConversionException(message, "Element " + changes.size()
						+ " of the payload is no CustomerChange, and others are: send customers and changes in messages of their own");
			}
			changes.add(single);
		}
		return changes;
	}

}
