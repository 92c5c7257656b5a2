package io.contacthub.json;

import java.io.Serializable;

/**
 * Value that is an object within a document without being a record, such as a query. It
 * is read by its Jackson deserializer, and must be equal to what that one reads from
 * {@link #toJsonObject()}. For this library.
 */
public interface JsonObjectValue extends Serializable {

	/**
	 * Return the object that the value is within a document.
	 * @return the object
	 */
	JsonObject toJsonObject();

}
