package com.example.errors;

// tag::lookup[]
import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.ConcurrencyLimit.ThrottlePolicy;
import org.springframework.stereotype.Service;

/** Finds customers with ten threads at most. */
@Service
class CustomerLookup {

	private final CustomerRepository customers;

	CustomerLookup(CustomerRepository customers) {
		this.customers = customers;
	}

	@ConcurrencyLimit(limit = 10, policy = ThrottlePolicy.REJECT)
	Optional<Customer> find(String id) {
		return this.customers.findById(id);
	}

}
// end::lookup[]
