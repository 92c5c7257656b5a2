package io.contacthub.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The type of a member of an {@link ApiObject}.
 */
sealed interface MemberType permits ScalarType, MemberType.ObjectType, MemberType.ListType, MemberType.FreeType {

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
		return ScalarType.of(type);
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
	 *
	 * @param type the record
	 */
	record ObjectType(Class<?> type) implements MemberType {

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
		public @Nullable Class<?> objectType() {
			return this.item.objectType();
		}

	}

	/**
	 * An object without a known structure.
	 */
	record FreeType() implements MemberType {

	}

}
