package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * A setting that a customer can change. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record Setting(String value) implements OpenValue {

	/**
	 * The language.
	 */
	public static final Setting LANGUAGE = new Setting("LANGUAGE");

	/**
	 * The time zone.
	 */
	public static final Setting TIMEZONE = new Setting("TIMEZONE");

	/**
	 * The currency.
	 */
	public static final Setting CURRENCY = new Setting("CURRENCY");

	/**
	 * The e-mail address.
	 */
	public static final Setting EMAIL = new Setting("EMAIL");

	/**
	 * The password.
	 */
	public static final Setting PASSWORD = new Setting("PASSWORD");

	/**
	 * The user name.
	 */
	public static final Setting USERNAME = new Setting("USERNAME");

	/**
	 * Any other.
	 */
	public static final Setting OTHER = new Setting("OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Setting {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static Setting of(String value) {
		return new Setting(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
