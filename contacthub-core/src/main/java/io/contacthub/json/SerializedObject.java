package io.contacthub.json;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The form in which {@link ApiObject}s and {@link JsonObject} are serialized by Java: the
 * members by their names in the document, whichever of them are components, so that a
 * version of this library that knows more or fewer of them reads it and loses nothing.
 * What is absent is not written.
 */
final class SerializedObject implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final byte SCALAR = 0;

	private static final byte LIST = 1;

	private static final byte PROPERTIES = 2;

	private static final byte OBJECT = 3;

	private static final byte ABSENT_PROPERTIES = 4;

	private static final byte ABSENT_OBJECT = 5;

	/**
	 * As what a member of {@link JsonObject} was given: as what it is, as another value,
	 * or as what it is and holding something that was given as another value.
	 */
	private static final byte AS_IT_IS = 0;

	private static final byte AS_ANOTHER = 1;

	private static final byte HOLDING_ANOTHER = 2;

	private transient Object value;

	SerializedObject(Object value) {
		this.value = value;
	}

	private void writeObject(ObjectOutputStream out) throws IOException {
		out.defaultWriteObject();
		if (this.value instanceof ApiObject object && RecordShape.isAbsent(object)) {
			out.writeByte(ABSENT_OBJECT);
			out.writeObject(object.getClass().getName());
		}
		else {
			write(this.value, ApiObject.class, out);
		}
	}

	private static void write(@Nullable Object value, @Nullable Class<?> expected, ObjectOutputStream out)
			throws IOException {
		if (value instanceof ApiObject object) {
			out.writeByte(OBJECT);
			out.writeObject((object.getClass() != expected) ? object.getClass().getName() : null);
			writeObject(object, out);
		}
		else if (value instanceof JsonObjectValue object) {
			write(object.toJsonObject(), null, out);
		}
		else if (value == JsonObject.ABSENT) {
			out.writeByte(ABSENT_PROPERTIES);
		}
		else if (value instanceof JsonObject properties) {
			out.writeByte(PROPERTIES);
			writeProperties(properties, out);
		}
		else if (value instanceof List<?> list) {
			out.writeByte(LIST);
			out.writeInt(list.size());
			for (Object element : list) {
				write(element, expected, out);
			}
		}
		else {
			out.writeByte(SCALAR);
			out.writeObject(value);
		}
	}

	private static void writeObject(ApiObject object, ObjectOutputStream out) throws IOException {
		RecordShape shape = RecordShape.of(object.getClass());
		Map<RecordShape.Member, Object> members = shape.present(object);
		JsonObject others = object.unknown();
		out.writeInt(members.size());
		for (Map.Entry<RecordShape.Member, Object> entry : members.entrySet()) {
			RecordShape.Member member = entry.getKey();
			out.writeObject(member.name());
			write(member.lossless(entry.getValue(), others.get(member.name())), member.type().objectType(), out);
		}
		writeProperties(others, out);
		Map<String, Boolean> known = new LinkedHashMap<>();
		others.forEach((name, other) -> {
			RecordShape.Member member = shape.member(name);
			if (member != null) {
				known.put(name, !members.containsKey(member) && !member.reads(other));
			}
		});
		out.writeInt(known.size());
		for (Map.Entry<String, Boolean> entry : known.entrySet()) {
			out.writeObject(entry.getKey());
			out.writeBoolean(entry.getValue());
		}
		out.writeObject(shape.beside(object));
	}

	private static void writeProperties(JsonObject properties, ObjectOutputStream out) throws IOException {
		Map<String, @Nullable Object> given = properties.given();
		out.writeInt(given.size());
		for (Map.Entry<String, @Nullable Object> entry : properties.entrySet()) {
			Object member = entry.getValue();
			Object before = given.get(entry.getKey());
			out.writeObject(entry.getKey());
			write(member, null, out);
			if (before != member) {
				out.writeByte(AS_ANOTHER);
				out.writeObject(before);
			}
			else {
				out.writeByte(properties.isDated(entry.getKey()) ? HOLDING_ANOTHER : AS_IT_IS);
			}
		}
	}

	private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
		in.defaultReadObject();
		byte kind = in.readByte();
		if (kind == ABSENT_OBJECT) {
			this.value = RecordShape.of(SerializedDocument.type((String) in.readObject())).absent();
		}
		else {
			Object read = read(kind, in);
			this.value = (read instanceof SerializedDocument document)
					? document.bind(RecordShape.of(SerializedDocument.type(String.valueOf(document.type()))))
					: Objects.requireNonNull(read);
		}
	}

	private static @Nullable Object read(byte kind, ObjectInputStream in) throws IOException, ClassNotFoundException {
		return switch (kind) {
			case SCALAR -> in.readObject();
			case LIST -> {
				List<@Nullable Object> list = new ArrayList<>();
				for (int i = in.readInt(); i > 0; i--) {
					list.add(read(in.readByte(), in));
				}
				yield Collections.unmodifiableList(list);
			}
			case PROPERTIES -> readProperties(in);
			case OBJECT -> readDocument(in);
			case ABSENT_PROPERTIES -> JsonObject.ABSENT;
			default -> throw new IOException("Written by a later version of this library, which has a kind " + kind);
		};
	}

	private static SerializedDocument readDocument(ObjectInputStream in) throws IOException, ClassNotFoundException {
		String type = (String) in.readObject();
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		for (int i = in.readInt(); i > 0; i--) {
			members.put((String) in.readObject(), read(in.readByte(), in));
		}
		JsonObject others = readProperties(in);
		Map<String, Boolean> known = new LinkedHashMap<>();
		for (int i = in.readInt(); i > 0; i--) {
			known.put((String) in.readObject(), in.readBoolean());
		}
		return new SerializedDocument(type, members, others, known, in.readObject());
	}

	private static JsonObject readProperties(ObjectInputStream in) throws IOException, ClassNotFoundException {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		Map<String, Object> given = new LinkedHashMap<>();
		for (int i = in.readInt(); i > 0; i--) {
			String name = (String) in.readObject();
			Object member = read(in.readByte(), in);
			members.put(name, member);
			byte before = in.readByte();
			Object another = (before == AS_ANOTHER) ? in.readObject() : member;
			if (before != AS_IT_IS && another != null) {
				given.put(name, another);
			}
		}
		return members.isEmpty() ? JsonObject.of() : JsonObject.owning(members, given);
	}

	private Object readResolve() {
		return this.value;
	}

}
