package io.contacthub.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The type of a member of an {@link ApiObject}.
 */
sealed interface MemberType
		permits ScalarType, MemberType.ObjectType, MemberType.ListType, MemberType.FreeType, MemberType.ValueType {

	/**
	 * Return the type that belongs to a type of Java.
	 * @param type the type of a record component
	 * @return the type of the member
	 */
	static MemberType of(Type type) {
		if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class) {
			return new ListType(of(parameterized.getActualTypeArguments()[0]));
		}
		if (type == JsonObject.class) {
			return new FreeType();
		}
		if (type instanceof Class<?> raw && ApiObject.class.isAssignableFrom(raw)) {
			return new ObjectType(raw);
		}
		if (type instanceof Class<?> raw && JsonObjectValue.class.isAssignableFrom(raw)) {
			return new ValueType(raw.asSubclass(JsonObjectValue.class));
		}
		return ScalarType.of(type);
	}

	/**
	 * Return whether a value stands for an absent one.
	 */
	boolean isAbsent(Object value);

	/**
	 * Write a value, which is plain if it is a scalar.
	 */
	void write(Object value, JsonGenerator generator);

	/**
	 * Read a plain value that stands for one of this type in another form.
	 * @param plain a plain value
	 * @return the typed value, or {@code null} when the plain value stands for none
	 */
	default @Nullable Object read(@Nullable Object plain) {
		return null;
	}

	/**
	 * Return the type of a member of a value of this type.
	 * @param name the name of the member
	 * @return its type, or {@code null} when there is no such member
	 */
	default @Nullable MemberType member(String name) {
		return null;
	}

	/**
	 * Return the type of the objects that a value of this type is or has as elements.
	 * @return the record or interface, or {@code null} when there are none
	 */
	default @Nullable Class<?> objectType() {
		return null;
	}

	/**
	 * An object with members of its own.
	 */
	final class ObjectType implements MemberType {

		private final Class<?> type;

		private @Nullable RecordShape shape;

		/**
		 * Create a type.
		 * @param type the record or interface
		 */
		ObjectType(Class<?> type) {
			this.type = type;
		}

		/**
		 * Return the members that are read, which are asked for only when they are
		 * needed: records hold each other.
		 */
		RecordShape shape() {
			RecordShape shape = this.shape;
			if (shape == null) {
				shape = RecordShape.of(this.type);
				this.shape = shape;
			}
			return shape;
		}

		/**
		 * Return the members of an object of this type.
		 */
		RecordShape shape(ApiObject object) {
			RecordShape shape = shape();
			return (shape.type() == object.getClass()) ? shape : RecordShape.of(object.getClass());
		}

		@Override
		public @Nullable MemberType member(String name) {
			RecordShape.Member member = shape().member(name);
			return (member != null) ? member.type() : null;
		}

		@Override
		public boolean isAbsent(Object value) {
			return value == shape((ApiObject) value).absent();
		}

		@Override
		public void write(Object value, JsonGenerator generator) {
			ApiObject object = (ApiObject) value;
			generator.writeStartObject(object);
			shape(object).write(object, generator);
			generator.writeEndObject();
		}

		@Override
		public Class<?> objectType() {
			return this.type;
		}

	}

	/**
	 * A list.
	 *
	 * @param item the type of its elements
	 */
	record ListType(MemberType item) implements MemberType {

		@Override
		public boolean isAbsent(Object value) {
			return value == Members.ABSENT_LIST;
		}

		@Override
		public void write(Object value, JsonGenerator generator) {
			List<?> list = (List<?>) value;
			generator.writeStartArray(list, list.size());
			for (int i = 0; i < list.size(); i++) {
				// those of the library hold none, others may
				Object element = list.get(i);
				if (element == null) {
					generator.writeNull();
				}
				else {
					this.item.write(element, generator);
				}
			}
			generator.writeEndArray();
		}

		@Override
		public @Nullable Class<?> objectType() {
			return this.item.objectType();
		}

	}

	/**
	 * An object without a known structure.
	 */
	record FreeType() implements MemberType {

		@Override
		public boolean isAbsent(Object value) {
			return value == JsonObject.ABSENT;
		}

		@Override
		public void write(Object value, JsonGenerator generator) {
			PlainJson.write(value, generator);
		}

		/**
		 * Read a text that holds an object, as some documents have it.
		 */
		@Override
		public @Nullable Object read(@Nullable Object plain) {
			return (plain instanceof String text && text.stripLeading().startsWith("{"))
					? ContactHubJson.readObject(text) : null;
		}

	}

	/**
	 * A value that is an object within the document.
	 *
	 * @param type the type of the value
	 */
	record ValueType(Class<? extends JsonObjectValue> type) implements MemberType {

		@Override
		public boolean isAbsent(Object value) {
			return false;
		}

		@Override
		public void write(Object value, JsonGenerator generator) {
			PlainJson.write((value instanceof JsonObjectValue object) ? object.toJsonObject() : value, generator);
		}

		@Override
		public @Nullable Object read(@Nullable Object plain) {
			try {
				return (plain instanceof JsonObject) ? ContactHubJson.convert(plain, this.type) : null;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
