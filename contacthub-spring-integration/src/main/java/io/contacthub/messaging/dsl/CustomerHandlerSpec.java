package io.contacthub.messaging.dsl;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerChange;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.messaging.CustomerMessageHandler;

import org.springframework.integration.dsl.MessageHandlerSpec;

/**
 * Specification of a {@link CustomerMessageHandler}, see {@link ContactHub}.
 */
public class CustomerHandlerSpec extends MessageHandlerSpec<CustomerHandlerSpec, CustomerMessageHandler> {

	CustomerHandlerSpec(CustomerMessageHandler handler) {
		this.target = handler;
	}

	/**
	 * Set what is done with a customer, see
	 * {@link CustomerMessageHandler#setWrite(CustomerWrite)}.
	 * @param write what is done
	 * @return this specification
	 */
	public CustomerHandlerSpec write(CustomerWrite<Customer> write) {
		this.target.setWrite(write);
		return this;
	}

	/**
	 * Set what is done with a change, see
	 * {@link CustomerMessageHandler#setChange(CustomerWrite)}.
	 * @param change what is done
	 * @return this specification
	 */
	public CustomerHandlerSpec change(CustomerWrite<CustomerChange> change) {
		this.target.setChange(change);
		return this;
	}

	/**
	 * Set how customers are written, see
	 * {@link CustomerMessageHandler#setBulkSettings(BulkSettings)}.
	 * @param settings the settings
	 * @return this specification
	 */
	public CustomerHandlerSpec bulkSettings(BulkSettings settings) {
		this.target.setBulkSettings(settings);
		return this;
	}

}
