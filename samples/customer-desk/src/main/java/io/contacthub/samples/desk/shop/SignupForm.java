package io.contacthub.samples.desk.shop;

import io.contacthub.customer.Customer;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form of a visitor who signs up.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address
 * @param newsletter whether the newsletter is wanted
 */
record SignupForm(
		@NotBlank(message = "{shop.firstName.missing}") @Size(max = 100, message = "{form.tooLong}") String firstName,
		@NotBlank(message = "{shop.lastName.missing}") @Size(max = 100, message = "{form.tooLong}") String lastName,
		@NotBlank(message = "{shop.email.missing}") @Email(message = "{form.email}") @Size(max = 254,
				message = "{form.tooLong}") String email,
		boolean newsletter) {

	static SignupForm empty() {
		return new SignupForm(null, null, null, false);
	}

	Customer toCustomer() {
		return Customer.builder()
			.base((base) -> base.firstName(this.firstName)
				.lastName(this.lastName)
				.contacts((contacts) -> contacts.email(this.email)))
			.build();
	}

}
