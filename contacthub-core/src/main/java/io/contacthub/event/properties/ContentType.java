package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of a part of a message. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record ContentType(String value) implements OpenValue {

	/**
	 * A content.
	 */
	public static final ContentType CONTENT = new ContentType("CONTENT");

	/**
	 * A picture.
	 */
	public static final ContentType IMG = new ContentType("IMG");

	/**
	 * Anything else.
	 */
	public static final ContentType OTHER = new ContentType("OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ContentType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static ContentType of(String value) {
		return new ContentType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
