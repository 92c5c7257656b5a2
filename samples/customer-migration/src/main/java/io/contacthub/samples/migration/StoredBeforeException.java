package io.contacthub.samples.migration;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

/**
 * Exception thrown when a customer that may have been inserted before the process ended
 * was.
 */
class StoredBeforeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Look whether ContactHub has a customer as it is to be inserted. One that differs
	 * was not inserted by this import.
	 * @throws StoredBeforeException if it has
	 */
	static void check(CustomerRepository customers, Customer customer) {
		if (customer.externalId() == null) {
			return;
		}
		Content content = Content.of(customer);
		List<Customer> found = customers.findAllByExternalId(customer.externalId());
		if (found.stream().anyMatch((stored) -> content.isPartOf(Content.of(stored)))) {
			throw new StoredBeforeException();
		}
	}

}
