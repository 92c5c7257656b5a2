package io.contacthub.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectReader;

import org.springframework.util.Assert;

/**
 * Path of a member within a document, such as {@code base.contacts.email}, and what is
 * there: how a text of a table is read as its value. It is stricter than the reading of
 * answers, which keeps what does not fit. For this library.
 */
public final class MemberPath {

	private static final int SHOWN = 60;

	private static final ObjectReader STRICT = ContactHubJson.mapper()
		.reader()
		.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

	private final Kind kind;

	private final @Nullable MemberType type;

	private MemberPath(Kind kind, @Nullable MemberType type) {
		this.kind = kind;
		this.type = type;
	}

	/**
	 * Follow a path.
	 * @param root the type of the document
	 * @param names the names of the objects around the member and its own
	 * @return what is there
	 */
	public static MemberPath of(Class<? extends ApiObject> root, List<String> names) {
		MemberType type = new MemberType.ObjectType(root);
		for (String name : names) {
			if (type instanceof MemberType.ListType) {
				return new MemberPath(Kind.ELEMENT, null);
			}
			if (isFree(type)) {
				return new MemberPath(Kind.FREE, null);
			}
			MemberType member = type.member(name);
			if (member == null) {
				return new MemberPath(Kind.UNKNOWN, null);
			}
			type = member;
		}
		return new MemberPath(kindOf(type), type);
	}

	/**
	 * Return a member of which nothing is known but its type.
	 * @param type the type of a single value, or {@code null} for any JSON
	 * @return what is there
	 */
	public static MemberPath typed(@Nullable Class<?> type) {
		return (type != null) ? new MemberPath(Kind.SCALAR, ScalarType.of(type)) : new MemberPath(Kind.OBJECT, null);
	}

	/**
	 * Return whether nothing is known of the members of an object.
	 */
	private static boolean isFree(MemberType type) {
		return type instanceof MemberType.FreeType
				|| (type instanceof MemberType.ObjectType object && object.shape().names().isEmpty());
	}

	private static Kind kindOf(MemberType type) {
		if (type instanceof MemberType.ListType list) {
			return (list.item() instanceof ScalarType) ? Kind.LIST : Kind.OBJECT;
		}
		return (type instanceof ScalarType) ? Kind.SCALAR : Kind.OBJECT;
	}

	/**
	 * Return the paths of all members that are known and have no known members
	 * themselves; not those of objects without a known structure that a workspace
	 * defines.
	 * @param root the type of the document
	 * @return the names of each, in their order
	 */
	public static List<List<String>> leaves(Class<? extends ApiObject> root) {
		List<List<String>> leaves = new ArrayList<>();
		addLeaves(List.of(), RecordShape.of(root), leaves);
		return leaves;
	}

	private static void addLeaves(List<String> names, RecordShape shape, List<List<String>> leaves) {
		for (RecordShape.Member member : shape.inOrder()) {
			List<String> path = new ArrayList<>(names);
			path.add(member.name());
			if (member.type() instanceof MemberType.ObjectType object && !isFree(object)) {
				addLeaves(path, object.shape(), leaves);
			}
			else if (!(member.type() instanceof MemberType.FreeType)) {
				leaves.add(List.copyOf(path));
			}
		}
	}

	/**
	 * Return what is there.
	 * @return the kind of the member
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Return whether each text is a value, so that an empty one is too.
	 * @return whether the member is a text, or one of which nothing is known
	 */
	public boolean isText() {
		return (this.type == null) ? this.kind == Kind.FREE || this.kind == Kind.UNKNOWN
				: this.type instanceof ScalarType scalar && scalar.isText();
	}

	/**
	 * Read a single value; for a list, one of its elements.
	 * @param text the text
	 * @return the plain value, as it is sent
	 * @throws IllegalArgumentException when the text is none, saying how it is written
	 */
	public Object read(String text) {
		MemberType single = (this.type instanceof MemberType.ListType list) ? list.item() : this.type;
		Assert.state(single == null || single instanceof ScalarType, "An object is read from JSON");
		return (single instanceof ScalarType scalar) ? read(text, scalar) : text;
	}

	private static Object read(String text, ScalarType scalar) {
		Object value = scalar.read(text);
		if (value == null && scalar == ScalarType.of(Boolean.class)) {
			value = scalar.read(text.toLowerCase(Locale.ROOT));
		}
		if (value instanceof Number && text.chars().anyMatch((character) -> character > 127)) {
			// the digits of other scripts, of which JSON knows nothing
			value = null;
		}
		if (value == null) {
			throw new IllegalArgumentException(shown(text) + " " + scalar.complaint());
		}
		return scalar.write(value);
	}

	/**
	 * Return the text that is read as a single value, or as an element of a list.
	 * @param plain a plain value; a text is written as it is, also where it is not read
	 * @return the text
	 * @throws IllegalArgumentException when a text would be read as another value
	 */
	public String write(Object plain) {
		if (plain instanceof String text) {
			return text;
		}
		MemberType single = (this.type instanceof MemberType.ListType list) ? list.item() : this.type;
		Object value = (single instanceof ScalarType scalar) ? scalar.read(plain) : null;
		if (single instanceof ScalarType scalar && value != null) {
			Object written = scalar.write(value);
			if (!(written instanceof String) || scalar.temporal() != null) {
				return written.toString();
			}
		}
		throw new IllegalArgumentException("holds " + described(plain));
	}

	private static String described(Object plain) {
		if (plain instanceof Number) {
			return "a number";
		}
		if (plain instanceof Boolean) {
			return "a boolean";
		}
		return (plain instanceof Iterable) ? "a list" : "an object";
	}

	/**
	 * Read a value of any structure.
	 * @param text the value in JSON
	 * @return the plain value, as it is sent
	 * @throws IllegalArgumentException when the text is no JSON, or holds what is not of
	 * the type of its member
	 */
	public @Nullable Object readJson(String text) {
		try (JsonParser parser = STRICT.createParser(text)) {
			Assert.isTrue(parser.nextToken() != null, "is no JSON: there is nothing");
			Object value = PlainJson.read(parser);
			Assert.isTrue(parser.nextToken() == null, "is no JSON: there is more after its end");
			if (this.type != null) {
				check(value, this.type);
			}
			return value;
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(JsonFault.of(ex, shown(text) + " is no JSON"), ex);
		}
	}

	private static void check(@Nullable Object plain, MemberType type) {
		if (type instanceof MemberType.ListType list) {
			Assert.isTrue(plain instanceof List<?>, () -> shown(plain) + " is no list");
			int position = 0;
			for (Object element : (List<?>) plain) {
				position++;
				check("element " + position, element, list.item());
			}
		}
		else if (type instanceof ScalarType scalar && scalar.isText()) {
			// answers are read with any value as a text, but none else is taken back
			Assert.isTrue(plain instanceof String,
					() -> (plain instanceof Number || plain instanceof Boolean) ? shortened(plain.toString())
							+ " is no text: write it as \"" + shortened(plain.toString()) + '"'
							: shown(plain) + " is no text");
		}
		else if (type instanceof ScalarType scalar) {
			Assert.isTrue(scalar.read(plain) != null, () -> shown(plain) + " " + scalar.complaint());
		}
		else {
			Assert.isTrue(plain instanceof JsonObject, () -> shown(plain) + " is no object");
			if (type instanceof MemberType.ObjectType object) {
				((JsonObject) plain).forEach((name, value) -> {
					MemberType member = object.member(name);
					if (member != null && value != null) {
						check(name, value, member);
					}
				});
			}
			else {
				Assert.isTrue(type instanceof MemberType.FreeType || type.read(plain) != null,
						"is no object of its type");
			}
		}
	}

	private static void check(String name, @Nullable Object plain, MemberType type) {
		try {
			check(plain, type);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(name + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Return a value for a message, which a long one would fill.
	 */
	private static String shown(@Nullable Object value) {
		String text = (value instanceof String || value instanceof Number || value instanceof Boolean)
				? value.toString() : ContactHubJson.mapper().writeValueAsString(value);
		return "'" + shortened(text) + "'";
	}

	private static String shortened(String text) {
		return (text.length() > SHOWN) ? text.substring(0, SHOWN) + "…" : text;
	}

	/**
	 * What is found at a path.
	 */
	public enum Kind {

		/**
		 * A single value.
		 */
		SCALAR,

		/**
		 * A list of single values.
		 */
		LIST,

		/**
		 * An object, or a list of objects.
		 */
		OBJECT,

		/**
		 * A member of an object of which nothing is known, such as one that the workspace
		 * defines.
		 */
		FREE,

		/**
		 * A member of the elements of a list, which is no value by itself.
		 */
		ELEMENT,

		/**
		 * A member that is not known of an object whose members are.
		 */
		UNKNOWN

	}

}
