package io.contacthub.data.autoconfigure.beside;

import io.contacthub.customer.Customer;

import org.springframework.data.repository.Repository;

/**
 * Repository of customers that declares all that it has.
 */
public interface Counted extends Repository<Customer, String> {

	/**
	 * Counts the customers.
	 */
	long count();

}
