package io.contacthub.samples.desk;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Customer;

/**
 * What a customer is called at the desk.
 */
public final class CustomerName {

	private CustomerName() {
	}

	/**
	 * Return the names of a customer, else the e-mail address, else an id.
	 * @param customer the customer
	 * @return the name, never blank
	 */
	public static String of(Customer customer) {
		BaseProperties base = customer.base();
		String names = Stream.of(base.firstName(), base.lastName())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "))
			.strip();
		return Stream.of(names, base.contacts().email(), customer.externalId(), customer.id())
			.filter((name) -> name != null && !name.isBlank())
			.findFirst()
			.orElse("–");
	}

}
