package io.contacthub.json;

import java.io.Serializable;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value of an open set: constants for the values known when this library was released,
 * and any other text beside them, which is kept as it is.
 */
public interface OpenValue extends Serializable {

	/**
	 * Return the text on the wire.
	 * @return the text, in the letter case of the API
	 */
	@JsonValue
	String value();

}
