package com.example.errors;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.error.Execution;

import org.springframework.dao.DataAccessException;

/**
 * Creation of customers that minds what may happen.
 */
class AccountCreation {

	private final CustomerRepository customers;

	AccountCreation(CustomerRepository customers) {
		this.customers = customers;
	}

	// tag::conflict[]
	String create(Customer customer) {
		try {
			return this.customers.insert(customer).id();
		}
		catch (CustomerConflictException ex) {
			// null when ContactHub does not tell it to this token
			String existing = ex.existingCustomerId();
			if (existing == null) {
				throw ex;
			}
			return existing;
		}
	}
	// end::conflict[]

	// tag::unclear[]
	Customer store(Customer customer) {
		try {
			return this.customers.upsert(customer);
		}
		catch (DataAccessException ex) {
			if (ContactHubFailure.in(ex).filter((failure) -> failure.execution() == Execution.UNKNOWN).isEmpty()) {
				throw ex;
			}
			// if it was stored, this is a conflict, and then a patch
			return this.customers.upsert(customer);
		}
	}
	// end::unclear[]

}
