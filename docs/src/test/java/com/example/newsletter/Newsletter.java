package com.example.newsletter;

// tag::service[]
import java.time.Instant;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;

import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/** The newsletter that customers can switch on and off. */
@Service
class Newsletter {

	private final CustomerRepository customers;

	Newsletter(CustomerRepository customers) {
		this.customers = customers;
	}

	void subscribe(String customerId) {
		write(customerId, subscription(customerId).withSubscribed(true).withStartDate(Instant.now()).withEndDate(null));
		agree(customerId, true); // last: nothing may be sent before the record is there
	}

	void unsubscribe(String customerId) {
		agree(customerId, false); // first: nothing may be sent from now on
		write(customerId, subscription(customerId).withSubscribed(false).withEndDate(Instant.now()));
	}

	boolean isOn(Customer customer) {
		return Boolean.TRUE.equals(customer.consents().marketing().automatic().email().status()) && customer.base()
			.subscriptions()
			.stream()
			.anyMatch((each) -> "news".equals(each.id()) && Boolean.TRUE.equals(each.subscribed()));
	}

	private Subscription subscription(String customerId) {
		return subscriptions(customerId).findById("news")
			.orElseGet(() -> Subscription.builder().id("news").kind(SubscriptionKind.DIGITAL_MESSAGE).build());
	}

	private void write(String customerId, Subscription subscription) {
		subscriptions(customerId).upsert(subscription);
	}

	private CustomerItemRepository<Subscription> subscriptions(String customerId) {
		return this.customers.subscriptions(customerId);
	}

	private void agree(String customerId, boolean status) {
		this.customers.patch(customerId, (patch) -> patch.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, status));
	}

}
// end::service[]
