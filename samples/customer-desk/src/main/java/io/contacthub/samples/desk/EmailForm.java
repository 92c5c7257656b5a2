package io.contacthub.samples.desk;

import io.contacthub.customer.Customer;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

/**
 * The form that changes the e-mail address of a customer.
 *
 * @param email the e-mail address
 */
record EmailForm(@NotBlank(message = "Enter the e-mail address.") @Email(
		message = "Enter an e-mail address such as ada@example.com.") String email) {

	static EmailForm of(Customer customer) {
		return new EmailForm(customer.base().contacts().email());
	}

}
