package io.contacthub.json;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Deserializer that reads an {@link ApiObject} record in one pass over the document. It
 * stands in for Jackson's own reading of records because that one gives unknown members
 * back in reverse order and refuses a whole document for one member of another type.
 */
final class ApiObjectDeserializer extends ValueDeserializer<ApiObject> {

	private final @Nullable RecordShape shape;

	ApiObjectDeserializer() {
		this(null);
	}

	private ApiObjectDeserializer(@Nullable RecordShape shape) {
		this.shape = shape;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
		Class<?> type = context.getContextualType().getRawClass();
		return RecordShape.isReadable(type) ? new ApiObjectDeserializer(RecordShape.of(type)) : this;
	}

	@Override
	public ApiObject deserialize(JsonParser parser, DeserializationContext context) {
		RecordShape root = this.shape;
		if (root == null) {
			return context.reportBadDefinition(ApiObject.class,
					"An ApiObject can be any: name the record, or have the mapper write and read type ids");
		}
		if (!parser.isExpectedStartObjectToken() && !parser.hasToken(JsonToken.PROPERTY_NAME)
				&& !parser.hasToken(JsonToken.END_OBJECT)) {
			return (ApiObject) context.handleUnexpectedToken(context.constructType(root.type()), parser);
		}
		try {
			return readObject(parser, root);
		}
		catch (IllegalArgumentException ex) {
			throw DatabindException.from(parser, ex.getMessage(), ex);
		}
	}

	private static ApiObject readObject(JsonParser parser, RecordShape shape) {
		RecordValues values = new RecordValues(shape);
		for (String name = PlainJson.firstName(parser); name != null; name = parser.nextName()) {
			JsonToken token = parser.nextToken();
			RecordShape.Member member = shape.member(name);
			if (member == null) {
				values.addOther(name, PlainJson.read(parser));
			}
			else if (token != JsonToken.VALUE_NULL) {
				values.add(member, readMember(parser, token, member.type()));
			}
		}
		return values.create();
	}

	private static Object readMember(JsonParser parser, JsonToken token, MemberType type) {
		if (type instanceof MemberType.ObjectType object && token == JsonToken.START_OBJECT) {
			return readObject(parser, object.shape());
		}
		if (type instanceof MemberType.ListType list && token == JsonToken.START_ARRAY) {
			return readList(parser, list.item());
		}
		return RecordValues.read(PlainJson.read(parser), type);
	}

	private static Object readList(JsonParser parser, MemberType type) {
		List<Object> list = new ArrayList<>();
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			Object value = readMember(parser, token, type);
			if (value instanceof RecordValues.Unread unread) {
				List<@Nullable Object> plain = RecordValues.unreadList(list);
				plain.add(unread.plain());
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					plain.add(PlainJson.read(parser));
				}
				return new RecordValues.Unread(plain, null);
			}
			list.add(value);
		}
		return list;
	}

}
