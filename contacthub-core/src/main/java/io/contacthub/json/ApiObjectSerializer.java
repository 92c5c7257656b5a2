package io.contacthub.json;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Serializer that writes an {@link ApiObject} with all its members, and in mappers of
 * applications with how it was asked for where that is less than all of them.
 */
final class ApiObjectSerializer extends ValueSerializer<ApiObject> {

	@Override
	public void serialize(ApiObject value, JsonGenerator generator, SerializationContext context) {
		PlainJson.write(document(value, context), generator);
	}

	@Override
	public void serializeWithType(ApiObject value, JsonGenerator generator, SerializationContext context,
			TypeSerializer types) {
		WritableTypeId id = types.writeTypePrefix(generator, context, types.typeId(value, JsonToken.START_OBJECT));
		PlainJson.writeContent(document(value, context), generator);
		types.writeTypeSuffix(generator, context, id);
	}

	private static Object document(ApiObject value, SerializationContext context) {
		RecordShape shape = RecordShape.of(value.getClass());
		Object beside = shape.beside(value);
		if (beside == null || context.getAttribute(ContactHubJson.DOCUMENTS_ALONE) != null) {
			return value;
		}
		Map<String, @Nullable Object> members = shape.members(value);
		members.put(RecordShape.BESIDE, ContactHubJson.convert(beside, Object.class));
		return members;
	}

}
