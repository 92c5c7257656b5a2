package io.contacthub.samples.desk.shop;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;

import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/**
 * Visitors become customers. Whoever signs up again is the customer that they are: this
 * shop believes an e-mail address, which others are to have confirmed before they change
 * a customer or send a newsletter.
 */
@Service
class Registration {

	/**
	 * Id of the subscription that stands for the newsletter of the shop.
	 */
	static final String NEWSLETTER = "shop-newsletter";

	private final CustomerRepository customers;

	Registration(CustomerRepository customers) {
		this.customers = customers;
	}

	/**
	 * Sign up. Each request can be made again, so that who is told to try again loses
	 * nothing.
	 */
	Customer register(SignupForm form) {
		Customer customer = this.customers.upsert(form.toCustomer());
		boolean consents = Boolean.TRUE.equals(customer.consents().marketing().automatic().email().status());
		boolean subscribed = customer.base().subscriptions().stream().anyMatch(Registration::isNewsletter);
		if (form.newsletter() != consents || form.newsletter() != subscribed) {
			newsletter(customer.id(), form.newsletter());
		}
		return customer;
	}

	/**
	 * Switch the newsletter. The consent and the subscription are two things to
	 * ContactHub, and one to the visitor.
	 */
	private void newsletter(String customerId, boolean on) {
		this.customers.subscriptions(customerId)
			.upsert(Subscription.builder()
				.id(NEWSLETTER)
				.name("Shop newsletter")
				.kind(SubscriptionKind.DIGITAL_MESSAGE)
				.subscribed(on)
				.build());
		this.customers.patch(customerId, (patch) -> patch.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, on));
	}

	private static boolean isNewsletter(Subscription subscription) {
		return NEWSLETTER.equals(subscription.id()) && Boolean.TRUE.equals(subscription.subscribed());
	}

}
