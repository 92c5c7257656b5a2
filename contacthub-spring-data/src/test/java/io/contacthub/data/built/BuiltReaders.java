package io.contacthub.data.built;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * Repository of an application that is built ahead of time.
 */
public interface BuiltReaders extends ContactHubRepository<Customer> {

	/**
	 * Finds by the first name.
	 */
	List<Reader> findByBaseFirstName(String name);

	/**
	 * Some of a customer.
	 */
	interface Reader {

		/**
		 * Returns the external id.
		 */
		String getExternalId();

	}

}
