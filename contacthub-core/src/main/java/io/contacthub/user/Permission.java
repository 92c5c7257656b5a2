package io.contacthub.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * What may be done with the customers of a node. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record Permission(String value) implements OpenValue {

	/**
	 * They may be read.
	 */
	public static final Permission READ = new Permission("R");

	/**
	 * They may be read and written.
	 */
	public static final Permission READ_WRITE = new Permission("RW");

	/**
	 * They may be written, and not be read.
	 */
	public static final Permission WRITE = new Permission("W");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Permission {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static Permission of(String value) {
		return new Permission(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
