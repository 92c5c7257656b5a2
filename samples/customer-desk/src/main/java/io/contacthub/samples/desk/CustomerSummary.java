package io.contacthub.samples.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Customer;

/**
 * What the list shows of a customer.
 *
 * @param id the id that ContactHub gave the customer
 * @param name the name, or the id when there is none
 * @param email the e-mail address
 * @param city the city
 * @param tags the tags, those of automations and those of people
 */
record CustomerSummary(String id, String name, String email, String city, List<String> tags) {

	static CustomerSummary of(Customer customer) {
		BaseProperties base = customer.base();
		String name = Stream.of(base.firstName(), base.lastName())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		List<String> tags = Stream.concat(customer.tags().manual().stream(), customer.tags().auto().stream())
			.distinct()
			.toList();
		return new CustomerSummary(customer.id(), name.isBlank() ? customer.id() : name, base.contacts().email(),
				base.address().city(), tags);
	}

}
