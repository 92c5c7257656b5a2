package io.contacthub.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The values of an {@link ApiObject} while it is read. A value of which something would
 * be lost if only the typed one were kept is kept beside, as it was sent.
 */
final class RecordValues {

	private final RecordShape shape;

	private final @Nullable Object[] values;

	private @Nullable Map<String, @Nullable Object> others;

	RecordValues(RecordShape shape) {
		this.shape = shape;
		this.values = shape.values();
	}

	/**
	 * Take what was read for a member.
	 * @param value the value, or what is {@link Unread}
	 */
	void add(RecordShape.Member member, Object value) {
		if (value instanceof Unread unread) {
			addOther(member.name(), unread.plain());
			this.values[member.index()] = unread.value();
		}
		else {
			this.values[member.index()] = value;
		}
	}

	/**
	 * Take what is no member.
	 */
	void addOther(String name, @Nullable Object plain) {
		Map<String, @Nullable Object> others = this.others;
		if (others == null) {
			others = new LinkedHashMap<>();
			this.others = others;
		}
		others.put(name, plain);
	}

	ApiObject create() {
		Map<String, @Nullable Object> others = this.others;
		if (others == null) {
			return this.shape.create(this.values, JsonObject.of());
		}
		if (others.containsKey(RecordShape.BESIDE)) {
			readBeside(others);
		}
		return this.shape.create(this.values, JsonObject.owning(others));
	}

	/**
	 * Read how an object was asked for, if that is it.
	 */
	private void readBeside(Map<String, @Nullable Object> others) {
		Class<?> type = this.shape.besideType();
		Object plain = others.get(RecordShape.BESIDE);
		if (type != null && plain instanceof List<?>) {
			try {
				this.shape.setBeside(this.values, ContactHubJson.convert(plain, type));
				others.remove(RecordShape.BESIDE);
			}
			catch (IllegalArgumentException ex) {
				// a member of that name
			}
		}
	}

	/**
	 * Read an object from a document whose values are as a parser gives them.
	 */
	static ApiObject bind(JsonObject document, RecordShape shape) {
		RecordValues values = new RecordValues(shape);
		document.forEach((name, plain) -> {
			RecordShape.Member member = shape.member(name);
			if (member == null) {
				values.addOther(name, plain);
			}
			else if (plain != null) {
				values.add(member, bind(plain, member.type()));
			}
		});
		return values.create();
	}

	private static Object bind(@Nullable Object plain, MemberType type) {
		if (type instanceof MemberType.ObjectType object && plain instanceof JsonObject document) {
			return bind(document, object.shape());
		}
		return (type instanceof MemberType.ListType list && plain instanceof List<?> elements)
				? bind(elements, list.item()) : read(plain, type);
	}

	private static Object bind(List<?> elements, MemberType type) {
		List<Object> list = new ArrayList<>(elements.size());
		for (Object element : elements) {
			Object value = bind(element, type);
			if (value instanceof Unread) {
				List<@Nullable Object> plain = unreadList(list);
				plain.addAll(elements.subList(list.size(), elements.size()));
				return new Unread(plain, null);
			}
			list.add(value);
		}
		return list;
	}

	/**
	 * Begin a list of which an element does not fit, which makes the whole list unread,
	 * since it has no other place to be kept in.
	 * @param read the elements before that one
	 */
	static List<@Nullable Object> unreadList(List<Object> read) {
		List<@Nullable Object> plain = new ArrayList<>();
		read.forEach((element) -> plain.add(PlainCopies.thawValue(element)));
		return plain;
	}

	/**
	 * Read a value that is not the object or the list that its type may be.
	 */
	static Object read(@Nullable Object plain, MemberType type) {
		if (type instanceof MemberType.FreeType && plain instanceof JsonObject) {
			return plain;
		}
		if (plain != null && type instanceof ScalarType scalar) {
			Object value = scalar.read(plain);
			return (value != null && scalar.complete(plain, value)) ? value : new Unread(plain, value);
		}
		Object value = type.read(plain);
		return (value instanceof JsonObjectValue object && object.toJsonObject().equals(plain)) ? value
				: new Unread(plain, value);
	}

	/**
	 * A value of which something would be lost if only the typed value were kept.
	 *
	 * @param plain the value as it was sent
	 * @param value the typed value, if it could be read
	 */
	record Unread(@Nullable Object plain, @Nullable Object value) {

	}

}
