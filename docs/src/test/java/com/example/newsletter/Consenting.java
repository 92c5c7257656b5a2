package com.example.newsletter;

import java.time.Instant;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Preference;
import io.contacthub.customer.Subscription;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/**
 * What else customers say of their consents and subscriptions.
 */
class Consenting {

	private final CustomerRepository customers;

	Consenting(CustomerRepository customers) {
		this.customers = customers;
	}

	// tag::disclaimer[]
	Customer read(String customerId, String version) {
		return this.customers.patch(customerId,
				(patch) -> patch.set(CONSENTS.DISCLAIMER.DATE, Instant.now())
					.set(CONSENTS.DISCLAIMER.VERSION, version)
					.set(CONSENTS.PROFILING.ONLINE.STATUS, true)
					.set(CONSENTS.THIRD_PARTY_TRANSFER.MARKETING.OBJECTION, true));
	}
	// end::disclaimer[]

	// tag::frequency[]
	Subscription weekly(String customerId) {
		Subscription news = this.customers.subscriptions(customerId).getById("news");
		Preference weekly = Preference.builder().key("frequency").value("weekly").build();
		return this.customers.subscriptions(customerId).replace(news.with((builder) -> builder.preferences(weekly)));
	}
	// end::frequency[]

}
