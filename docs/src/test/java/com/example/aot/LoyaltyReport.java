package com.example.aot;

// tag::binding[]
import io.contacthub.customer.CustomerRepository;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.stereotype.Service;

/** Reads the extended properties of customers as a record of its own. */
@Service
@RegisterReflectionForBinding(LoyaltyReport.Profile.class)
class LoyaltyReport {

	private final CustomerRepository customers;

	LoyaltyReport(CustomerRepository customers) {
		this.customers = customers;
	}

	int points(String id) {
		return this.customers.getById(id).extendedAs(Profile.class).loyalty().points();
	}

	record Profile(Loyalty loyalty) {
	}

	record Loyalty(int points) {
	}

}
// end::binding[]
