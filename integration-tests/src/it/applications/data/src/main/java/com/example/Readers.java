package com.example;

import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * Repository that is found by itself.
 */
public interface Readers extends ContactHubRepository<Customer> {

	Optional<Reader> findByBaseContactsEmail(String email);

	record Reader(String id, String baseFirstName) {

	}

}
