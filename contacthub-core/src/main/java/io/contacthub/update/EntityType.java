package io.contacthub.update;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The kind of what has changed.
 *
 * @param value the text on the wire
 */
public record EntityType(String value) implements OpenValue {

	/**
	 * A customer.
	 */
	public static final EntityType CUSTOMER = new EntityType("CUSTOMER");

	/**
	 * An event.
	 */
	public static final EntityType EVENT = new EntityType("EVENT");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EntityType {
		Assert.hasText(value, "value is blank: use CUSTOMER or EVENT");
	}

	/**
	 * Return a kind, also one that this library does not know.
	 * @param value the text on the wire
	 * @return the kind
	 */
	public static EntityType of(String value) {
		return new EntityType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
