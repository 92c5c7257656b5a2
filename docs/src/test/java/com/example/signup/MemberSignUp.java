package com.example.signup;

import java.time.LocalDate;
import java.time.ZoneId;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.json.JsonObject;

/**
 * Sign-ups that say more of a customer, or do it in fewer requests.
 */
class MemberSignUp {

	private final CustomerRepository customers;

	MemberSignUp(CustomerRepository customers) {
		this.customers = customers;
	}

	static Customer member() {
		// tag::builder[]
		Subscription news = Subscription.builder()
			.id("news")
			.kind(SubscriptionKind.DIGITAL_MESSAGE)
			.subscribed(true)
			.build();
		Customer member = Customer.builder()
			.externalId("A-1017")
			.base((base) -> base.firstName("Ann")
				.lastName("Rossi")
				.dob(LocalDate.of(1990, 12, 31))
				.locale("it_IT")
				.timezone(ZoneId.of("Europe/Rome"))
				.contacts((contacts) -> contacts.email("ann@example.com").mobilePhone("+39 333 1234567"))
				.address((address) -> address.city("Milano").country("Italy"))
				.subscriptions(news))
			.consents((consents) -> consents.marketing(
					(marketing) -> marketing.automatic((automatic) -> automatic.email((email) -> email.status(true)))))
			.tags((tags) -> tags.manual("member", "milano"))
			.extended(JsonObject.of("points", 100)) // what your workspace defines
			.build();
		// end::builder[]
		return member;
	}

	// tag::inSession[]
	Customer register(Customer customer, SessionId visitor) {
		return this.customers.inSession(visitor).insert(customer);
	}
	// end::inSession[]

}
