package com.example.delivery;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.update.UpdateOperation;

import org.springframework.context.annotation.Bean;

/**
 * Listeners of changes.
 */
class ChangeListeners {

	// tag::customers[]
	@Bean
	CustomerChangeListener customerChanges(SearchIndex index, CustomerRepository customers) {
		return (customer, update) -> {
			if (update.is(UpdateOperation.DELETE)) {
				index.remove(customer.id());
			}
			else {
				// an update need not tell all of a customer
				customers.findById(customer.id()).ifPresent(index::put);
			}
		};
	}
	// end::customers[]

	/**
	 * Copy of the customers.
	 */
	interface SearchIndex {

		void put(Customer customer);

		void remove(String id);

	}

}
