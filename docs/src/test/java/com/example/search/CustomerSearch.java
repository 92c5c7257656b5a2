package com.example.search;

// tag::search[]
import java.time.LocalDate;

import io.contacthub.customer.Customer;
import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Query;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.TAGS;

/** Finds customers. */
@Service
class CustomerSearch {

	private final ReadOnlyCustomerRepository customers;

	CustomerSearch(ReadOnlyCustomerRepository customers) {
		this.customers = customers;
	}

	Page<Customer> membersBornBetween(LocalDate from, LocalDate to, Pageable page) {
		Query query = Query.where(BASE.DOB.between(from, to)).and(TAGS.MANUAL.contains("member"));
		return this.customers.findAll(query, page);
	}

}
// end::search[]
