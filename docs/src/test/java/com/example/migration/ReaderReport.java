package com.example.migration;

// tag::setUp[]
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.stereotype.Component;

/**
 * The addresses of all customers.
 */
@Component
class ReaderReport {

	private final CustomerRepository customers;

	ReaderReport(CustomerRepository customers) {
		this.customers = customers;
	}

	List<String> emails() {
		try (Stream<Customer> all = this.customers.stream()) { // all pages
			return all.map((customer) -> customer.base().contacts().email()).filter(Objects::nonNull).toList();
		}
	}

}
// end::setUp[]
