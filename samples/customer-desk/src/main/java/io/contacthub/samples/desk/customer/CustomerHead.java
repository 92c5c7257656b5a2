package io.contacthub.samples.desk.customer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.samples.desk.CustomerName;

import org.springframework.util.StringUtils;

/**
 * What the page of a customer begins with.
 *
 * @param id the id that ContactHub gave the customer
 * @param name what the customer is called
 * @param initials what stands for a picture
 * @param disabled whether ContactHub has the customer disabled
 */
record CustomerHead(String id, String name, String initials, boolean disabled) {

	static CustomerHead of(Customer customer) {
		String name = CustomerName.of(customer);
		String initials = Stream.of(customer.base().firstName(), customer.base().lastName())
			.filter(StringUtils::hasText)
			.map(CustomerHead::initial)
			.collect(Collectors.joining());
		return new CustomerHead(customer.id(), name, initials.isEmpty() ? initial(name) : initials,
				Boolean.FALSE.equals(customer.enabled()));
	}

	private static String initial(String name) {
		return Character.toString(Character.toTitleCase(name.strip().codePointAt(0)));
	}

}
