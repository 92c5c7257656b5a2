package io.contacthub.shop;

import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * A repository that the application declares.
 */
interface Subscribers extends ContactHubRepository<Customer> {

	Optional<Customer> findByExternalId(String id);

}
