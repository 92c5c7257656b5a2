package io.contacthub.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.MemberPath;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Column of CSV, which holds one member of the documents.
 *
 * @param header its header in the file
 * @param names the names of the objects around the member and its own
 * @param member what the member is
 */
record CsvColumn(String header, List<String> names, MemberPath member) {

	/**
	 * Return the column that a path says, with the type behind it where the member is not
	 * known.
	 * @throws IllegalArgumentException when it is no column, saying why
	 */
	static CsvColumn of(Class<? extends ApiObject> type, String header, String path) {
		int colon = path.lastIndexOf(':');
		String field = (colon < 0) ? path : path.substring(0, colon);
		String suffix = (colon < 0) ? "" : path.substring(colon + 1);
		List<String> names = List.of(field.split("\\.", -1));
		if (names.stream().anyMatch(String::isBlank)) {
			throw new ColumnFaultException("is no path of a field, such as base.contacts.email",
					UnreadableFileException.Kind.UNKNOWN_FIELD, null, null);
		}
		MemberPath member = MemberPath.of(type, names);
		switch (member.kind()) {
			case ELEMENT -> throw new IllegalArgumentException(
					"is within the elements of a list: put " + list(type, names) + " as JSON into one cell");
			case UNKNOWN -> {
				if (suffix.isEmpty()) {
					throw NearestField.fault(type, field);
				}
			}
			case FREE -> {
			}
			default -> {
				if (!suffix.isEmpty()) {
					throw new IllegalArgumentException(
							"names a field whose type is known: leave ':" + suffix + "' out");
				}
			}
		}
		return new CsvColumn(header, names, suffix.isEmpty() ? member : typed(suffix));
	}

	private static String list(Class<? extends ApiObject> type, List<String> names) {
		int length = names.size();
		while (MemberPath.of(type, names.subList(0, length)).kind() == MemberPath.Kind.ELEMENT) {
			length--;
		}
		return String.join(".", names.subList(0, length));
	}

	private static MemberPath typed(String suffix) {
		return switch (suffix) {
			case "text" -> MemberPath.typed(String.class);
			case "number" -> MemberPath.typed(BigDecimal.class);
			case "boolean" -> MemberPath.typed(Boolean.class);
			case "json" -> MemberPath.typed(null);
			default -> throw new IllegalArgumentException(
					"has the type '" + suffix + "', which is none of text, number, boolean and json");
		};
	}

	String path() {
		return String.join(".", this.names);
	}

	/**
	 * Return whether the member of this column is that of another one, or is within it.
	 */
	boolean isWithin(CsvColumn other) {
		int length = other.names.size();
		return this.names.size() >= length && this.names.subList(0, length).equals(other.names);
	}

	/**
	 * Read a cell that is not empty.
	 * @param text its text
	 * @param separator what is between the elements of a list
	 * @return the plain value
	 * @throws IllegalArgumentException when the member is not of that kind, saying why
	 */
	@Nullable Object read(String text, char separator) {
		return switch (this.member.kind()) {
			case OBJECT -> this.member.readJson(text);
			case LIST -> text.startsWith("[") ? this.member.readJson(text) : elements(text, separator);
			default -> {
				Object value = this.member.read(text);
				yield (value instanceof BigDecimal number) ? narrow(number) : value;
			}
		};
	}

	private List<Object> elements(String text, char separator) {
		List<Object> elements = new ArrayList<>();
		for (String element : StringUtils.delimitedListToStringArray(text, String.valueOf(separator))) {
			try {
				elements.add(this.member.read(element));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("element " + (elements.size() + 1) + ": " + ex.getMessage(), ex);
			}
		}
		return elements;
	}

	/**
	 * Return a number as one that is read from JSON.
	 */
	private static Number narrow(BigDecimal number) {
		if (number.scale() != 0) {
			return number;
		}
		int bits = number.unscaledValue().bitLength();
		if (bits < Integer.SIZE) {
			return number.intValue();
		}
		return (bits < Long.SIZE) ? (Number) number.longValue() : number.unscaledValue();
	}

	/**
	 * Put a value into a document.
	 */
	@SuppressWarnings("unchecked")
	void put(Map<String, @Nullable Object> document, @Nullable Object value) {
		Map<String, @Nullable Object> parent = document;
		for (String name : this.names.subList(0, this.names.size() - 1)) {
			parent = (Map<String, @Nullable Object>) parent.computeIfAbsent(name, (key) -> new LinkedHashMap<>());
		}
		parent.put(this.names.get(this.names.size() - 1), value);
	}

	/**
	 * Return the value that a document has for this column.
	 */
	@Nullable Object valueIn(Map<String, @Nullable Object> document) {
		Object value = document;
		for (String name : this.names) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return value;
	}

	/**
	 * Write a value.
	 * @param plain the value
	 * @param separator what is between the elements of a list
	 * @return its cell, {@code null} for a blank one
	 * @throws IllegalArgumentException when it would be read as another value
	 */
	@Nullable String write(@Nullable Object plain, char separator) {
		if (plain == null) {
			return null;
		}
		return switch (this.member.kind()) {
			case OBJECT -> json(plain);
			case LIST -> (plain instanceof List<?> list) ? write(list, separator) : scalar(plain, true);
			default -> scalar(plain, false);
		};
	}

	private String write(List<?> list, char separator) {
		boolean plain = !list.isEmpty() && list.stream()
			.allMatch((element) -> element instanceof String text && !text.isEmpty() && text.indexOf(separator) < 0)
				&& !String.valueOf(list.get(0)).startsWith("[");
		return plain ? String.join(String.valueOf(separator), list.stream().map(String::valueOf).toList()) : json(list);
	}

	private String scalar(Object plain, boolean list) {
		try {
			if (list) {
				throw new IllegalArgumentException("holds what is no list");
			}
			boolean text = this.member.kind() == MemberPath.Kind.FREE || this.member.isText();
			if (plain instanceof String && !text && this.header.indexOf(':') >= 0) {
				throw new IllegalArgumentException("holds a text");
			}
			return this.member.write(plain);
		}
		catch (IllegalArgumentException ex) {
			String field = path();
			throw new IllegalArgumentException("column '" + this.header + "' " + ex.getMessage()
					+ ", which is read as something else: " + advice(plain, field), ex);
		}
	}

	private String advice(Object plain, String field) {
		if (this.member.kind() != MemberPath.Kind.FREE && this.header.indexOf(':') < 0) {
			return "leave the column out, or write JSON Lines";
		}
		String suffix = (plain instanceof Number) ? "number" : (plain instanceof Boolean) ? "boolean" : "json";
		return (plain instanceof Map || plain instanceof List || this.header.indexOf(':') >= 0)
				? "name the column '" + field + ":json', which holds any value"
				: "name the column '" + field + ":" + suffix + "', or '" + field + ":json', which holds any value";
	}

	private static String json(Object plain) {
		return ContactHubJson.mapper().writeValueAsString(plain);
	}

}
