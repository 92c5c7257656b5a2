package io.contacthub.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Deserializer that reads a value from its document, in every mapper the same. For this
 * library.
 *
 * @param <T> the type of the values
 */
public abstract class DocumentDeserializer<T> extends ValueDeserializer<T> {

	private final Class<?> type;

	/**
	 * Create a deserializer.
	 * @param type the type that is read
	 */
	protected DocumentDeserializer(Class<?> type) {
		this.type = type;
	}

	/**
	 * Return the value of a document.
	 * @param document {@link JsonObject}, an unmodifiable list, a text, a number or a
	 * boolean
	 * @return the value
	 * @throws IllegalArgumentException when it is no document of such a value
	 */
	protected abstract T value(Object document);

	@Override
	public final T deserialize(JsonParser parser, DeserializationContext context) {
		Object document = (parser.hasToken(JsonToken.PROPERTY_NAME) || parser.hasToken(JsonToken.END_OBJECT))
				? PlainJson.readMembers(parser) : PlainJson.read(parser);
		try {
			if (document != null) {
				return value(document);
			}
		}
		catch (IllegalArgumentException ex) {
			throw DatabindException.from(parser, ex.getMessage(), ex);
		}
		throw DatabindException.from(parser, "null is no " + this.type.getSimpleName());
	}

	/**
	 * Refuse a document of another kind.
	 * @param document the document
	 * @param expected what is expected
	 * @return the exception to throw
	 */
	protected final IllegalArgumentException unexpected(Object document, String expected) {
		return new IllegalArgumentException("A " + this.type.getSimpleName() + " is " + expected + ", and not a "
				+ document.getClass().getSimpleName());
	}

}
