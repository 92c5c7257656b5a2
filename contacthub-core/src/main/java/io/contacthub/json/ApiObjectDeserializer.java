package io.contacthub.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
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
		return readObject(parser, root);
	}

	private static ApiObject readObject(JsonParser parser, RecordShape shape) {
		@Nullable Object[] values = shape.values();
		Map<String, @Nullable Object> others = null;
		for (String name = PlainJson.firstName(parser); name != null; name = parser.nextName()) {
			JsonToken token = parser.nextToken();
			RecordShape.Member member = shape.member(name);
			if (member != null && token == JsonToken.VALUE_NULL) {
				continue;
			}
			Object value = (member != null) ? readMember(parser, member.type())
					: new Unread(PlainJson.read(parser), null);
			if (value instanceof Unread unread) {
				others = (others != null) ? others : new LinkedHashMap<>();
				others.put(name, unread.plain());
				value = unread.value();
			}
			if (member != null) {
				values[member.index()] = value;
			}
		}
		if (others != null && others.containsKey(RecordShape.BESIDE)) {
			readBeside(others, values, shape);
		}
		return shape.create(values, (others != null) ? JsonObject.owning(others) : JsonObject.of());
	}

	/**
	 * Read how an object was asked for, if that is it.
	 */
	private static void readBeside(Map<String, @Nullable Object> others, @Nullable Object[] values, RecordShape shape) {
		Class<?> type = shape.besideType();
		Object plain = others.get(RecordShape.BESIDE);
		if (type != null && plain instanceof List<?>) {
			try {
				shape.setBeside(values, ContactHubJson.convert(plain, type));
				others.remove(RecordShape.BESIDE);
			}
			catch (IllegalArgumentException ex) {
				// a member of that name
			}
		}
	}

	private static @Nullable Object readMember(JsonParser parser, MemberType type) {
		JsonToken token = parser.currentToken();
		if (type instanceof MemberType.ObjectType object && token == JsonToken.START_OBJECT) {
			return readObject(parser, object.shape());
		}
		if (type instanceof MemberType.ListType list && token == JsonToken.START_ARRAY) {
			return readList(parser, list.item());
		}
		Object plain = PlainJson.read(parser);
		if (type instanceof MemberType.FreeType && plain instanceof JsonObject) {
			return plain;
		}
		if (plain != null && type instanceof ScalarType scalar) {
			Object value = scalar.read(plain);
			return (value != null && scalar.complete(plain, value)) ? value : new Unread(plain, value);
		}
		return new Unread(plain, null);
	}

	/**
	 * Read a list; one element that does not fit makes the whole list unread, since it
	 * has no other place to be kept in.
	 */
	private static Object readList(JsonParser parser, MemberType type) {
		List<Object> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			Object value = readMember(parser, type);
			if (value instanceof Unread unread) {
				List<@Nullable Object> plain = new ArrayList<>();
				list.forEach((element) -> plain.add(PlainJson.thawValue(element)));
				plain.add(unread.plain());
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					plain.add(PlainJson.read(parser));
				}
				return new Unread(plain, null);
			}
			list.add(value);
		}
		return list;
	}

	/**
	 * A value of which something would be lost if only the typed value were kept.
	 *
	 * @param plain the value as it was sent
	 * @param value the typed value, if it could be read
	 */
	private record Unread(@Nullable Object plain, @Nullable Object value) {

	}

}
