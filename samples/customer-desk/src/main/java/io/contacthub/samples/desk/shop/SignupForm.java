package io.contacthub.samples.desk.shop;

import java.io.Serializable;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerBuilder;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form of a visitor who signs up.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address
 * @param newsletter whether the newsletter is wanted
 */
record SignupForm(
		@NotBlank(message = "{shop.firstName.missing}") @Size(max = 100, message = "{form.tooLong}") String firstName,
		@NotBlank(message = "{shop.lastName.missing}") @Size(max = 100, message = "{form.tooLong}") String lastName,
		@NotBlank(message = "{shop.email.missing}") @Email(message = "{form.email}") @Size(max = 254,
				message = "{form.tooLong}") String email,
		boolean newsletter) implements Serializable {

	/**
	 * Id of the subscription that stands for the newsletter of the shop.
	 */
	static final String NEWSLETTER = "shop-newsletter";

	static SignupForm empty() {
		return new SignupForm(null, null, null, false);
	}

	/**
	 * Return the customer. The consent and the subscription are two things to ContactHub,
	 * and one to the visitor; without them, nothing is said of either.
	 * @param externalId the id that the shop gives the customer
	 */
	Customer toCustomer(String externalId) {
		CustomerBuilder customer = Customer.builder()
			.externalId(externalId)
			.base((base) -> base.firstName(this.firstName)
				.lastName(this.lastName)
				.contacts((contacts) -> contacts.email(this.email)));
		if (this.newsletter) {
			customer.base((base) -> base.subscriptions(shopNewsletter()));
			customer.consents((consents) -> consents.marketing(
					(marketing) -> marketing.automatic((automatic) -> automatic.email((email) -> email.status(true)))));
		}
		return customer.build();
	}

	private static Subscription shopNewsletter() {
		return Subscription.builder()
			.id(NEWSLETTER)
			.name("Shop newsletter")
			.kind(SubscriptionKind.DIGITAL_MESSAGE)
			.subscribed(true)
			.build();
	}

}
