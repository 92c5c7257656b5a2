package io.contacthub.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * An object as it was written, maybe by another version.
 *
 * @param type the name of its type, {@code null} for that of the member it is in
 * @param members the members that its type had then
 * @param others the members beside them
 * @param known which of those beside are members of its type too, and whether they are
 * part of the document
 * @param beside what is no part of the document
 */
record SerializedDocument(@Nullable String type, Map<String, @Nullable Object> members, JsonObject others,
		Map<String, Boolean> known, @Nullable Object beside) {

	ApiObject bind(RecordShape shape) {
		@Nullable Object[] values = shape.values();
		shape.setBeside(values, this.beside);
		Map<String, @Nullable Object> unbound = new LinkedHashMap<>();
		this.members.forEach((name, value) -> {
			RecordShape.Member member = shape.member(name);
			Object bound = (member != null && value != null) ? bind(value, member.type()) : null;
			if (member != null && bound != null) {
				values[member.index()] = bound;
			}
			else {
				unbound.put(name, plain(value));
			}
		});
		Map<String, @Nullable Object> gained = new LinkedHashMap<>();
		Map<String, @Nullable Object> kept = new LinkedHashMap<>();
		this.others.forEach((name, value) -> {
			Boolean part = this.known.get(name);
			boolean member = shape.member(name) != null;
			if (member && part == null) {
				gained.put(name, value);
			}
			else if (member || part == null || part) {
				kept.put(name, value);
			}
		});
		if (!gained.isEmpty()) {
			ApiObject read = ContactHubJson.convert(JsonObject.owning(gained), shape.type());
			shape.present(read).forEach((member, value) -> values[member.index()] = value);
			kept.putAll(read.unknown());
		}
		if (unbound.isEmpty() && gained.isEmpty() && kept.size() == this.others.size()) {
			return shape.create(values, this.others);
		}
		kept.putAll(unbound);
		return shape.create(values, JsonObject.owning(kept));
	}

	/**
	 * Return a type by its name.
	 * @throws ClassNotFoundException when this version has no such type
	 */
	static Class<?> type(String name) throws ClassNotFoundException {
		Class<?> type = type(name, ApiObject.class);
		if (type == ApiObject.class) {
			throw new ClassNotFoundException(name + " is no record of the API here");
		}
		return type;
	}

	/**
	 * Return the type of an object within another one, which is the expected one when
	 * this version has no such type.
	 */
	private static Class<?> type(@Nullable String name, Class<?> expected) {
		if (name == null) {
			return expected;
		}
		ClassLoader[] loaders = { expected.getClassLoader(), ClassUtils.getDefaultClassLoader() };
		for (ClassLoader loader : loaders) {
			try {
				Class<?> type = Class.forName(name, false, loader);
				if (type.isRecord() && expected.isAssignableFrom(type)) {
					return type;
				}
			}
			catch (ClassNotFoundException ex) {
				// of another version, or of the application
			}
		}
		return expected;
	}

	private static @Nullable Object bind(Object value, MemberType type) {
		if (type instanceof MemberType.ObjectType object) {
			if (value instanceof SerializedDocument document) {
				return document.bind(RecordShape.of(type(document.type, object.objectType())));
			}
			return (value instanceof JsonObject properties) ? ContactHubJson.convert(properties, object.objectType())
					: null;
		}
		if (type instanceof MemberType.ListType list) {
			return (value instanceof List<?> elements) ? bind(elements, list.item()) : null;
		}
		if (type instanceof ScalarType scalar) {
			return scalar.isOne(value) ? value : scalar.read(value);
		}
		Object plain = plain(value);
		return (type instanceof MemberType.FreeType && plain instanceof JsonObject) ? plain : type.read(plain);
	}

	private static @Nullable List<Object> bind(List<?> elements, MemberType type) {
		List<Object> list = new ArrayList<>();
		for (Object element : elements) {
			Object bound = (element != null) ? bind(element, type) : null;
			if (bound == null) {
				return null;
			}
			list.add(bound);
		}
		return list;
	}

	/**
	 * Return a value that this version has no component for, as it is in the document.
	 */
	private static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof SerializedDocument document) {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			document.members.forEach((name, member) -> map.put(name, plain(member)));
			document.others.forEach((name, member) -> {
				if (document.known.getOrDefault(name, true)) {
					map.put(name, member);
				}
			});
			return JsonObject.owning(map);
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>();
			list.forEach((element) -> copy.add(plain(element)));
			return Collections.unmodifiableList(copy);
		}
		return DateTimes.plain(value);
	}

}
