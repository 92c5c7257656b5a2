package io.contacthub.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The format in which a {@link Webhook} is called. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record WebhookFormat(String value) implements OpenValue {

	/**
	 * JSON.
	 */
	public static final WebhookFormat JSON = new WebhookFormat("JSON");

	/**
	 * XML.
	 */
	public static final WebhookFormat XML = new WebhookFormat("XML");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public WebhookFormat {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static WebhookFormat of(String value) {
		return new WebhookFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
