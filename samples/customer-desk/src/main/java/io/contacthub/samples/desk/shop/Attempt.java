package io.contacthub.samples.desk.shop;

import java.io.Serializable;
import java.util.UUID;

import io.contacthub.customer.Customer;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up that was begun in this browser. The customer has its id as external id, which
 * nobody else knows: so the customer is known again whose sign-up was not confirmed.
 *
 * @param form what was typed
 * @param id the id, which no two attempts share
 */
record Attempt(SignupForm form, String id) implements Serializable {

	/**
	 * Name of the attribute of the HTTP session, where it stays until its end is known.
	 */
	static final String ATTRIBUTE = "shopAttempt";

	/**
	 * Go on with an attempt, or begin one.
	 * @param form what was typed
	 * @param earlier an attempt whose end is not known, {@code null} when there is none
	 * @return the earlier one if it says the same
	 */
	static Attempt of(SignupForm form, @Nullable Object earlier) {
		return (earlier instanceof Attempt attempt && attempt.form.equals(form)) ? attempt
				: new Attempt(form, "shop-" + UUID.randomUUID());
	}

	Customer toCustomer() {
		return this.form.toCustomer(this.id);
	}

	boolean hasMade(Customer customer) {
		return this.id.equals(customer.externalId());
	}

}
