package io.contacthub.event;

import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Where an event happened. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record EventContext(String value) implements OpenValue {

	/**
	 * A contact center.
	 */
	public static final EventContext CONTACT_CENTER = new EventContext("CONTACT_CENTER");

	/**
	 * A web site.
	 */
	public static final EventContext WEB = new EventContext("WEB");

	/**
	 * A mobile application.
	 */
	public static final EventContext MOBILE = new EventContext("MOBILE");

	/**
	 * A web shop.
	 */
	public static final EventContext ECOMMERCE = new EventContext("ECOMMERCE");

	/**
	 * A shop.
	 */
	public static final EventContext RETAIL = new EventContext("RETAIL");

	/**
	 * A connected thing.
	 */
	public static final EventContext IOT = new EventContext("IOT");

	/**
	 * A social network.
	 */
	public static final EventContext SOCIAL = new EventContext("SOCIAL");

	/**
	 * A digital campaign.
	 */
	public static final EventContext DIGITAL_CAMPAIGN = new EventContext("DIGITAL_CAMPAIGN");

	/**
	 * Anywhere else.
	 */
	public static final EventContext OTHER = new EventContext("OTHER");

	/**
	 * Check the text.
	 */
	public EventContext {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Any value.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static EventContext of(String value) {
		return new EventContext(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
