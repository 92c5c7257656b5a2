package com.example.signup;

// tag::conflict[]
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.validation.BindingResult;

/** Adds customers from a public form. */
@Service
class NewCustomers {

	private final CustomerRepository customers;

	NewCustomers(CustomerRepository customers) {
		this.customers = customers;
	}

	void add(Customer customer, BindingResult result) {
		try {
			this.customers.insert(customer);
		}
		catch (CustomerConflictException ex) { // before the next: it is one of those, too
			result.rejectValue("email", "taken", "There is an account with this address");
		}
		catch (DataIntegrityViolationException ex) { // 400, 413, 422
			result.reject("refused", "Please check what you have filled in: " + paths(ex));
		}
	}

	private static String paths(DataAccessException ex) {
		return ContactHubFailure.in(ex)
			.map((failure) -> failure.errors().stream().map((error) -> String.valueOf(error.path())).toList())
			.map((paths) -> String.join(", ", paths)) // such as /base/contacts/email
			.orElse("");
	}

}
// end::conflict[]
