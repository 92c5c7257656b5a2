package com.example.repositories;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * Customers with some fields only.
 */
// tag::projections[]
interface Recipients extends ContactHubRepository<Customer> {

	// fields=id,base.firstName
	List<Recipient> findByTagsManualContaining(String tag);

	// of Address: fields=id,base.contacts.email
	<T> List<T> findByBaseAddressCity(String city, Class<T> type);

	/** A customer by id and first name. */
	interface Recipient {

		String getId();

		Base getBase();

		/** The base properties of it. */
		interface Base {

			String getFirstName();

		}

	}

	/** A customer by id and e-mail address. */
	record Address(String id, String baseContactsEmail) {
	}

}
// end::projections[]
