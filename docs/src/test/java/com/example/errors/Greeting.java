package com.example.errors;

import java.util.Optional;

import io.contacthub.customer.Customer;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.resilience.InvocationRejectedException;

/**
 * Greeting of a customer, by name while ContactHub is there.
 */
class Greeting {

	private final CustomerLookup lookup;

	Greeting(CustomerLookup lookup) {
		this.lookup = lookup;
	}

	// tag::fallback[]
	String greet(String customerId) {
		Optional<Customer> customer;
		try {
			customer = this.lookup.find(customerId);
		}
		catch (TransientDataAccessException | DataAccessResourceFailureException | InvocationRejectedException ex) {
			// an outage, or ten threads that wait for one: it goes without the name
			customer = Optional.empty();
		}
		return customer.map((found) -> "Hello " + found.base().firstName()).orElse("Hello");
	}
	// end::fallback[]

}
