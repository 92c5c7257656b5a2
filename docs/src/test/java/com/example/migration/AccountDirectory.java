package com.example.migration;

// tag::setUp[]
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The customers of the shop.
 */
@Service
class AccountDirectory {

	private final CustomerRepository customers;

	AccountDirectory(CustomerRepository customers) {
		this.customers = customers;
	}

	@Nullable String email(String customerId) {
		Customer customer = this.customers.getById(customerId);
		return customer.base().contacts().email(); // null when there is none
	}

}
// end::setUp[]
