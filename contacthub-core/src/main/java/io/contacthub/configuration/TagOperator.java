package io.contacthub.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * What a {@link TagOperation} does. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record TagOperator(String value) implements OpenValue {

	/**
	 * The value is removed.
	 */
	public static final TagOperator CLEAR = new TagOperator("CLEAR");

	/**
	 * The value becomes null.
	 */
	public static final TagOperator SET_NULL = new TagOperator("SET_NULL");

	/**
	 * A constant is added.
	 */
	public static final TagOperator ADD_CONSTANT = new TagOperator("ADD_CONSTANT");

	/**
	 * A property of the event is added.
	 */
	public static final TagOperator ADD_EVENT_PROPERTY = new TagOperator("ADD_EVENT_PROPERTY");

	/**
	 * The value becomes a constant.
	 */
	public static final TagOperator SET_CONSTANT = new TagOperator("SET_CONSTANT");

	/**
	 * The value becomes a property of the event.
	 */
	public static final TagOperator SET_EVENT_PROPERTY = new TagOperator("SET_EVENT_PROPERTY");

	/**
	 * A constant is taken away.
	 */
	public static final TagOperator SUB_CONSTANT = new TagOperator("SUB_CONSTANT");

	/**
	 * A property of the event is taken away.
	 */
	public static final TagOperator SUB_EVENT_PROPERTY = new TagOperator("SUB_EVENT_PROPERTY");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TagOperator {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static TagOperator of(String value) {
		return new TagOperator(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
