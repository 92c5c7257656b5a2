package io.contacthub.samples.desk.shop;

import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.CustomerConflictException;

import org.springframework.stereotype.Service;

/**
 * Visitors become customers. An e-mail address proves nothing as long as nobody has
 * confirmed it, so that who is a customer already stays as they are, whatever is typed.
 */
@Service
class Registration {

	private final CustomerRepository customers;

	Registration(CustomerRepository customers) {
		this.customers = customers;
	}

	/**
	 * Sign up, in one request, so that nothing is half done.
	 * @return the new customer, also one whom this attempt has made before, when its
	 * answer was lost; or empty when there is another one already, of whom nothing is
	 * changed
	 */
	Optional<Customer> register(Attempt attempt) {
		try {
			return Optional.of(this.customers.insert(attempt.toCustomer()));
		}
		catch (CustomerConflictException ex) {
			return Optional.ofNullable(ex.existingCustomerId())
				.flatMap(this.customers::findById)
				.filter(attempt::hasMade);
		}
	}

}
