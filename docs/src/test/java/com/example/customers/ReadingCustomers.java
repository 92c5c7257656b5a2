package com.example.customers;

// tag::reading[]
import java.util.List;
import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.customer.Job;
import io.contacthub.customer.ReadOnlyCustomerRepository;

import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.BASE;

/** Reads customers. */
@Service
class ReadingCustomers {

	private final ReadOnlyCustomerRepository customers;

	ReadingCustomers(ReadOnlyCustomerRepository customers) {
		this.customers = customers;
	}

	Optional<String> email(String id) {
		return this.customers.findById(id).map((customer) -> customer.base().contacts().email());
	}

	List<String> tags(String id) {
		// throws when there is no such customer
		return this.customers.getById(id).tags().manual();
	}

	Optional<Job> currentJob(Customer customer) {
		return customer.base().jobs().stream().filter((job) -> Boolean.TRUE.equals(job.isCurrent())).findFirst();
	}

	Object city(Customer customer) {
		return customer.get(BASE.ADDRESS.CITY); // any field, by its constant
	}

	Object points(Customer customer) {
		// or by its path, also one that this library does not know
		return customer.get("extended.points");
	}

}
// end::reading[]
