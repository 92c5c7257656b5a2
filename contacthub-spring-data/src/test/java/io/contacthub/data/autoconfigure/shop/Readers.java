package io.contacthub.data.autoconfigure.shop;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * Repository that is found by itself.
 */
public interface Readers extends ContactHubRepository<Customer> {

	/**
	 * Counts the customers of a city.
	 */
	long countByBaseAddressCity(String city);

}
