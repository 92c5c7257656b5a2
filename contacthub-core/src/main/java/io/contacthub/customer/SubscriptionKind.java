package io.contacthub.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of a {@link Subscription}: what it is for. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record SubscriptionKind(String value) implements OpenValue {

	/**
	 * Digital messages, such as a newsletter.
	 */
	public static final SubscriptionKind DIGITAL_MESSAGE = new SubscriptionKind("DIGITAL_MESSAGE");

	/**
	 * A service.
	 */
	public static final SubscriptionKind SERVICE = new SubscriptionKind("SERVICE");

	/**
	 * Anything else.
	 */
	public static final SubscriptionKind OTHER = new SubscriptionKind("OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SubscriptionKind {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static SubscriptionKind of(String value) {
		return new SubscriptionKind(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
