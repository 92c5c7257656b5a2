package io.contacthub.samples.desk;

import java.time.LocalDate;

import io.contacthub.customer.Customer;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * The form that adds a customer.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address
 * @param externalId the id that the customer has in another system
 * @param dob the date of birth
 */
record CustomerForm(@NotBlank(message = "Enter the first name.") String firstName,
		@NotBlank(message = "Enter the last name.") String lastName,
		@NotBlank(message = "Enter the e-mail address.") @Email(
				message = "Enter an e-mail address such as ada@example.com.") String email,
		@Size(max = 100, message = "Enter at most 100 characters.") String externalId,
		@Past(message = "Enter a day in the past.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dob) {

	static CustomerForm empty() {
		return new CustomerForm(null, null, null, null, null);
	}

	Customer toCustomer() {
		return Customer.builder()
			.externalId(this.externalId)
			.base((base) -> base.firstName(this.firstName)
				.lastName(this.lastName)
				.dob(this.dob)
				.contacts((contacts) -> contacts.email(this.email)))
			.build();
	}

}
