package com.example.repositories;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * Customers by the names of methods.
 */
// tag::interface[]
interface NewsletterReaders extends ContactHubRepository<Customer> {

	Page<Customer> findByBaseAddressCityAndTagsManualContaining(String city, String tag, Pageable page);

	Stream<Customer> findByBaseDobBetween(LocalDate from, LocalDate to);

	Optional<Customer> findByBaseContactsEmail(String email);

	long countByEnabledTrue();

	boolean existsByExternalId(String id);

}
// end::interface[]
