package com.example.customers;

// tag::changing[]
import java.time.LocalDate;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.BASE;

/** Changes customers. */
@Service
class ChangingCustomers {

	private final CustomerRepository customers;

	ChangingCustomers(CustomerRepository customers) {
		this.customers = customers;
	}

	Customer moved(String id, String email) {
		return this.customers.patch(id,
				(patch) -> patch.set(BASE.CONTACTS.EMAIL, email).clear(BASE.ADDRESS).clear("base.contacts.phone"));
	}

	Customer submitted(String id, Form form) {
		// a field of the form that may be empty
		return this.customers.patch(id,
				(patch) -> patch.set(BASE.FIRST_NAME, form.firstName()).setOrClear(BASE.DOB, form.dob()));
	}

	/** What the customer has filled in. */
	record Form(String firstName, LocalDate dob) {
	}

}
// end::changing[]
