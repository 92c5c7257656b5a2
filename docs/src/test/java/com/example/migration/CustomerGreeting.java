package com.example.migration;

// tag::setUp[]
import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.CustomerRepository;

import org.springframework.stereotype.Component;

/**
 * What a customer is greeted with.
 */
@Component
class CustomerGreeting {

	private final CustomerRepository customers;

	CustomerGreeting(CustomerRepository customers) {
		this.customers = customers;
	}

	String greet(String customerId) {
		BaseProperties base = this.customers.getById(customerId).base();
		return (base.firstName() != null) ? "Welcome " + base.firstName() : "Welcome";
	}

}
// end::setUp[]
