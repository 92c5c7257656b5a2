package io.contacthub.samples.desk.customer;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Consent;
import io.contacthub.customer.Customer;
import io.contacthub.samples.desk.CustomerName;

import org.springframework.util.StringUtils;

/**
 * What the page of a customer begins with: what one asks for before a call or a mail.
 *
 * @param name what the customer is called
 * @param initials what stands for a picture
 * @param disabled whether ContactHub has the customer disabled
 * @param facts what is known of what one asks for first
 */
record CustomerHead(String name, String initials, boolean disabled, List<Detail> facts) {

	static CustomerHead of(Customer customer, ValueWords words) {
		String name = CustomerName.of(customer);
		String initials = Stream.of(customer.base().firstName(), customer.base().lastName())
			.filter(StringUtils::hasText)
			.map(CustomerHead::initial)
			.collect(Collectors.joining());
		return new CustomerHead(name, initials.isEmpty() ? initial(name) : initials,
				Boolean.FALSE.equals(customer.enabled()), facts(customer, words));
	}

	private static String initial(String name) {
		return Character.toString(Character.toTitleCase(name.strip().codePointAt(0)));
	}

	private static List<Detail> facts(Customer customer, ValueWords words) {
		BaseProperties base = customer.base();
		List<Detail> facts = new ArrayList<>();
		String email = base.contacts().email();
		if (StringUtils.hasText(email)) {
			facts.add(Detail.link(words.labels().member("base.contacts.email"), email,
					ValueWords.address("email", email)));
		}
		if (StringUtils.hasText(base.address().city())) {
			facts.add(Detail.of(words.labels().member("base.address.city"), base.address().city()));
		}
		if (base.dob() != null) {
			int years = Period.between(base.dob(), LocalDate.now(words.dates().zone())).getYears();
			if (years >= 0) {
				facts.add(Detail.of(words.messages().getMessage("customer.age"),
						words.messages().getMessage("customer.age.years", new Object[] { years })));
			}
		}
		facts.add(Detail.of(words.messages().getMessage("customer.mailing"),
				words.messages().getMessage("customer.mailing." + mailing(customer))));
		return facts;
	}

	/**
	 * Return the last part of the key of the words for whether the customer may get
	 * messages by e-mail.
	 */
	private static String mailing(Customer customer) {
		Consent consent = customer.consents().marketing().automatic().email();
		if (!StringUtils.hasText(customer.base().contacts().email())) {
			return "unreachable";
		}
		if (Boolean.TRUE.equals(consent.objection())) {
			return "objected";
		}
		if (Boolean.TRUE.equals(consent.limitation())) {
			return "limited";
		}
		return (consent.status() == null) ? "unasked" : consent.status() ? "agreed" : "refused";
	}

}
