package io.contacthub.json;

import java.util.List;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Serializer that writes a value as its document, in every mapper the same. Where a
 * mapper names types, the type of the value is named, and none within its document. For
 * this library.
 *
 * @param <T> the type of the values
 */
public abstract class DocumentSerializer<T> extends ValueSerializer<T> {

	private final Class<? super T> type;

	/**
	 * Create a serializer.
	 * @param type the type that is named
	 */
	protected DocumentSerializer(Class<? super T> type) {
		this.type = type;
	}

	/**
	 * Return the document of a value.
	 * @param value the value
	 * @return a map, a list or a text, all that they hold plain
	 */
	protected abstract Object document(T value);

	@Override
	public final void serialize(T value, JsonGenerator generator, SerializationContext context) {
		PlainJson.write(document(value), generator);
	}

	@Override
	public final void serializeWithType(T value, JsonGenerator generator, SerializationContext context,
			TypeSerializer types) {
		Object document = document(value);
		JsonToken token = (document instanceof String) ? JsonToken.VALUE_STRING
				: ((document instanceof List) ? JsonToken.START_ARRAY : JsonToken.START_OBJECT);
		WritableTypeId id = types.writeTypePrefix(generator, context, types.typeId(value, this.type, token));
		PlainJson.writeContent(document, generator);
		types.writeTypeSuffix(generator, context, id);
	}

}
