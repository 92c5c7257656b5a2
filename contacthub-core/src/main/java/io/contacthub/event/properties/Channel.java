package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The channel of a message. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record Channel(String value) implements OpenValue {

	/**
	 * By SMS.
	 */
	public static final Channel SMS = new Channel("SMS");

	/**
	 * By e-mail.
	 */
	public static final Channel EMAIL = new Channel("EMAIL");

	/**
	 * By push notification.
	 */
	public static final Channel PUSH = new Channel("PUSH");

	/**
	 * By fax.
	 */
	public static final Channel FAX = new Channel("FAX");

	/**
	 * By instant message.
	 */
	public static final Channel IM = new Channel("IM");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Channel {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static Channel of(String value) {
		return new Channel(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
