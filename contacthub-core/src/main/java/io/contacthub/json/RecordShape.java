package io.contacthub.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * The members of an {@link ApiObject} record.
 */
final class RecordShape {

	private static final String UNKNOWN = "unknown";

	private static final Object[] NO_ARGUMENTS = {};

	/**
	 * Says how an object was asked for and is no part of it.
	 */
	private static final String PROJECTION = "projection";

	/**
	 * The name under which it is written beside the members, which ContactHub never sees.
	 */
	static final String BESIDE = "@projection";

	private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {

		@Override
		protected RecordShape computeValue(Class<?> type) {
			ReadAs readAs = type.getAnnotation(ReadAs.class);
			return (readAs != null) ? of(readAs.value()) : new RecordShape(type);
		}

	};

	private final Class<? extends ApiObject> type;

	private final Constructor<?> constructor;

	private final Map<String, Member> members = new LinkedHashMap<>();

	private final Member[] inOrder;

	private final int size;

	private final int unknown;

	private final int beside;

	private final @Nullable Method besideAccessor;

	private volatile @Nullable ApiObject absent;

	private RecordShape(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		this.type = type.asSubclass(ApiObject.class);
		this.constructor = canonicalConstructor(type, components);
		int index = -1;
		int besideIndex = -1;
		Method besideAccessor = null;
		for (int i = 0; i < components.length; i++) {
			String name = components[i].getName();
			if (name.equals(UNKNOWN)) {
				index = i;
			}
			else if (name.equals(PROJECTION)) {
				besideIndex = i;
				besideAccessor = components[i].getAccessor();
				besideAccessor.trySetAccessible();
			}
			else {
				Method accessor = components[i].getAccessor();
				accessor.trySetAccessible();
				JsonProperty annotation = accessor.getAnnotation(JsonProperty.class);
				name = (annotation != null) ? annotation.value() : name;
				this.members.put(name, new Member(new SerializedString(name), i, accessor,
						MemberType.of(components[i].getGenericType())));
			}
		}
		this.inOrder = this.members.values().toArray(Member[]::new);
		this.size = components.length;
		this.unknown = index;
		this.beside = besideIndex;
		this.besideAccessor = besideAccessor;
	}

	private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			constructor.trySetAccessible();
			return constructor;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return whether it is known as which record a type is read.
	 */
	static boolean isReadable(Class<?> type) {
		return type.isRecord() || type.isAnnotationPresent(ReadAs.class);
	}

	static RecordShape of(Class<?> type) {
		return SHAPES.get(type);
	}

	/**
	 * Return the constructor of a record with one text.
	 * @param type the record
	 * @return a function that gives {@code null} for a text that the record refuses
	 */
	static Function<String, @Nullable Object> constructor(Class<?> type) {
		Constructor<?> constructor = canonicalConstructor(type, type.getRecordComponents());
		return (text) -> {
			try {
				return constructor.newInstance(text);
			}
			catch (InvocationTargetException ex) {
				return null;
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	/**
	 * Return the object that stands for an absent one, told apart by its identity.
	 * @return an object without members
	 */
	ApiObject absent() {
		ApiObject object = this.absent;
		if (object == null) {
			synchronized (this) {
				object = this.absent;
				if (object == null) {
					object = create(values(), JsonObject.of());
					this.absent = object;
				}
			}
		}
		return object;
	}

	Member[] inOrder() {
		return this.inOrder;
	}

	Set<String> names() {
		return this.members.keySet();
	}

	@Nullable Member member(String name) {
		return this.members.get(name);
	}

	Class<? extends ApiObject> type() {
		return this.type;
	}

	/**
	 * Return how an object was asked for.
	 * @param object an object of this shape
	 * @return the projection, or {@code null} when there is none
	 */
	@Nullable Object beside(ApiObject object) {
		return (this.besideAccessor != null) ? invoke(this.besideAccessor, object) : null;
	}

	/**
	 * Have an object know how it was asked for.
	 */
	void setBeside(@Nullable Object[] values, @Nullable Object projection) {
		if (this.besideAccessor != null && this.besideAccessor.getReturnType().isInstance(projection)) {
			values[this.beside] = projection;
		}
	}

	/**
	 * Return the type of {@link #beside}, or {@code null} when there is none.
	 */
	@Nullable Class<?> besideType() {
		return (this.besideAccessor != null) ? this.besideAccessor.getReturnType() : null;
	}

	private static @Nullable Object invoke(Method accessor, ApiObject object) {
		try {
			return accessor.invoke(object, NO_ARGUMENTS);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the members that an object has, as they are.
	 * @param object an object of this shape
	 * @return the values, in the order of the components
	 */
	Map<Member, Object> present(ApiObject object) {
		Map<Member, Object> present = new LinkedHashMap<>();
		for (Member member : this.inOrder) {
			Object value = member.presentIn(object);
			if (value != null) {
				present.put(member, value);
			}
		}
		return present;
	}

	static boolean isAbsent(ApiObject object) {
		return object == of(object.getClass()).absent();
	}

	@Nullable Object[] values() {
		return new Object[this.size];
	}

	ApiObject create(@Nullable Object[] values, JsonObject others) {
		values[this.unknown] = others;
		try {
			return (ApiObject) this.constructor.newInstance(values);
		}
		catch (InvocationTargetException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the members that an object has, as they are written: scalars are plain,
	 * lists and objects are not yet.
	 * @param object an object of this shape
	 * @return the members by name
	 */
	Map<String, @Nullable Object> members(ApiObject object) {
		JsonObject others = object.unknown();
		Map<String, @Nullable Object> present = new LinkedHashMap<>();
		for (Member member : this.inOrder) {
			Object value = member.presentIn(object);
			if (value != null) {
				present.put(member.name(), member.write(value, others.get(member.name())));
			}
		}
		others.forEach((name, value) -> {
			if (isWritten(object, name, value)) {
				present.put(name, value);
			}
		});
		return present;
	}

	/**
	 * Write the members that an object has, as {@link #members} gives them.
	 */
	void write(ApiObject object, JsonGenerator generator) {
		JsonObject others = object.unknown();
		boolean alone = others.isEmpty();
		for (Member member : this.inOrder) {
			Object value = member.presentIn(object);
			if (value != null) {
				generator.writeName(member.encodedName());
				member.type().write(member.write(value, alone ? null : others.get(member.name())), generator);
			}
		}
		if (!alone) {
			others.forEach((name, value) -> {
				if (isWritten(object, name, value)) {
					generator.writeName(name);
					PlainJson.write(value, generator);
				}
			});
		}
	}

	/**
	 * Return one of the members, as {@link #members} gives it.
	 */
	@Nullable Object written(ApiObject object, String name) {
		Object other = object.unknown().get(name);
		Member member = member(name);
		Object value = (member != null) ? member.presentIn(object) : null;
		if (member != null && value != null) {
			return member.write(value, other);
		}
		return isWritten(object, name, other) ? other : null;
	}

	/**
	 * Return whether a member that is kept beside the known ones is part of the object:
	 * not so when there is a component for it that holds it, or that has been cleared.
	 */
	private boolean isWritten(ApiObject object, String name, @Nullable Object value) {
		Member member = member(name);
		return member == null || (member.presentIn(object) == null && !member.reads(value));
	}

	/**
	 * A component of the record.
	 *
	 * @param encodedName its name in JSON
	 * @param index its position in the constructor
	 * @param accessor its accessor
	 * @param type the type of the member
	 */
	record Member(SerializableString encodedName, int index, Method accessor, MemberType type) {

		String name() {
			return this.encodedName.getValue();
		}

		@Nullable Object valueOf(ApiObject object) {
			return invoke(this.accessor, object);
		}

		/**
		 * Return the value that an object has, or {@code null} when it is absent.
		 */
		@Nullable Object presentIn(ApiObject object) {
			Object value = valueOf(object);
			return (value == null || this.type.isAbsent(value)) ? null : value;
		}

		/**
		 * Return what is written for a value: as long as it is the one that was read,
		 * what it was read from.
		 */
		Object write(Object value, @Nullable Object received) {
			if (received != null && value.equals(this.type.read(received))) {
				return received;
			}
			if (this.type instanceof ScalarType scalar) {
				return (scalar.temporal() != null) ? TemporalType.named(name(), () -> scalar.write(value))
						: scalar.write(value);
			}
			return (this.type instanceof MemberType.ValueType) ? ((JsonObjectValue) value).toJsonObject() : value;
		}

		/**
		 * Return what is written for a value, or the value itself where that would not be
		 * read as an equal one.
		 */
		Object lossless(Object value, @Nullable Object received) {
			if (this.type instanceof ScalarType scalar && !(value instanceof OpenValue)) {
				if (!scalar.isWritable(value)) {
					return value;
				}
				Object written = write(value, received);
				return value.equals(scalar.read(written)) ? written : value;
			}
			return write(value, received);
		}

		/**
		 * Return whether the member could be read from a plain value, so that its absence
		 * means that it has been cleared since.
		 */
		boolean reads(@Nullable Object plain) {
			return this.type.read(plain) != null;
		}

	}

}
