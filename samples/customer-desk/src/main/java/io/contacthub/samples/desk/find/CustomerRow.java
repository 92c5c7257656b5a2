package io.contacthub.samples.desk.find;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.samples.desk.CustomerName;

/**
 * What lists show of a customer.
 *
 * @param id the id that ContactHub gave the customer
 * @param name the name
 * @param email the e-mail address
 * @param city the city
 * @param tags the tags, those of people and those of automations
 * @param born the day of birth
 * @param registered when the customer was registered
 * @param inactive whether the customer is not active
 */
public record CustomerRow(String id, String name, String email, String city, List<String> tags, LocalDate born,
		Instant registered, boolean inactive) {

	/**
	 * Return the row of a customer.
	 */
	public static CustomerRow of(Customer customer) {
		List<String> tags = Stream.concat(customer.tags().manual().stream(), customer.tags().auto().stream())
			.distinct()
			.toList();
		return new CustomerRow(customer.id(), CustomerName.of(customer), customer.base().contacts().email(),
				customer.base().address().city(), tags, customer.base().dob(), customer.registeredAt(),
				Boolean.FALSE.equals(customer.enabled()));
	}

	/**
	 * Return the parts of the e-mail address between which a line may end.
	 * @return what is before the {@code @} and the rest
	 */
	public List<String> emailParts() {
		return (this.email != null) ? List.of(this.email.split("(?=@)")) : List.of();
	}

}
