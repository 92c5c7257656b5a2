package io.contacthub.update;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * What was done to a customer or an event.
 *
 * @param value the text on the wire
 */
public record UpdateOperation(String value) implements OpenValue {

	/**
	 * It was created.
	 */
	public static final UpdateOperation CREATE = new UpdateOperation("CREATE");

	/**
	 * It was updated.
	 */
	public static final UpdateOperation UPDATE = new UpdateOperation("UPDATE");

	/**
	 * It was deleted.
	 */
	public static final UpdateOperation DELETE = new UpdateOperation("DELETE");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public UpdateOperation {
		Assert.hasText(value, "value is blank: use CREATE, UPDATE or DELETE");
	}

	/**
	 * Return an operation, also one that this library does not know.
	 * @param value the text on the wire
	 * @return the operation
	 */
	public static UpdateOperation of(String value) {
		return new UpdateOperation(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
