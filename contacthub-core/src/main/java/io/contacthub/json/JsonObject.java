package io.contacthub.json;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * A JSON object without a known structure: an unmodifiable map that keeps its order and
 * the type and precision of its numbers. Its values are texts, numbers, booleans, nulls,
 * unmodifiable lists of such values, and further {@code JsonObject}.
 * <pre class="code">{@code
 * JsonObject loyalty = JsonObject.of("points", 12, "since", LocalDate.of(2026, 1, 1));
 * Customer changed = customer.withExtended("loyalty", loyalty);
 * Object points = changed.extended().at("loyalty", "points");
 * }</pre>
 * <p>
 * Values may be given as other types of Java too: maps, lists, arrays, and
 * {@link ApiObject}s are copied; {@code Instant}, {@code OffsetDateTime},
 * {@code ZonedDateTime}, {@code java.util.Date} and {@code Calendar} become date-time
 * texts in UTC, and where the object becomes part of a customer that has a date there,
 * that date; {@code LocalDate}, {@code java.sql.Date} and open values become texts. Of an
 * {@code Optional} and an {@code AtomicReference} it is what is within. Any other type of
 * the JDK that Jackson writes as a text, a number or a boolean becomes that:
 * {@code UUID}, {@code URI}, {@code Duration}, {@code YearMonth}, {@code Currency},
 * {@code byte[]} (in Base64) and so on, and so do enums; a {@code Locale} has the form of
 * {@code it_IT}, as ContactHub has it. Refused with an {@link IllegalArgumentException}
 * is a {@code LocalDateTime}, which has no zone, where no date is expected, and anything
 * else: records and beans of the application are given as {@link #from(Object)}.
 */
@JsonSerialize(using = JsonObjectSerializer.class)
@JsonDeserialize(using = JsonObjectDeserializer.class)
public final class JsonObject extends AbstractMap<String, @Nullable Object> implements Serializable {

	private static final JsonObject EMPTY = new JsonObject(Map.of());

	/**
	 * Stands for an absent object, told apart by its identity.
	 */
	static final JsonObject ABSENT = new JsonObject(Map.of());

	private final Map<String, @Nullable Object> members;

	/**
	 * What was given as a date or holds one, for when it becomes part of something that
	 * has a form for it.
	 */
	private final Map<String, Object> given;

	private JsonObject(Map<String, @Nullable Object> members) {
		this(members, Map.of());
	}

	private JsonObject(Map<String, @Nullable Object> members, Map<String, Object> given) {
		this.members = members;
		this.given = given;
	}

	/**
	 * Return an object without members.
	 * @return an empty object
	 */
	public static JsonObject of() {
		return EMPTY;
	}

	/**
	 * Return an object from names and values in turn.
	 * @param name the first name
	 * @param value the first value
	 * @param more further names and values in turn
	 * @return the object, in the order given
	 */
	public static JsonObject of(String name, @Nullable Object value, @Nullable Object... more) {
		Assert.isTrue(more.length % 2 == 0, "Names and values must be given in turn, but a value is missing");
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put(name, value);
		for (int i = 0; i < more.length; i += 2) {
			members.put(String.valueOf(more[i]), more[i + 1]);
		}
		return copyOf(members);
	}

	/**
	 * Return an object from a map.
	 * @param map the names and values; changes to it later have no effect
	 * @return the object, in the order of the map
	 */
	@JsonCreator(mode = JsonCreator.Mode.DISABLED)
	public static JsonObject copyOf(Map<String, ? extends @Nullable Object> map) {
		Assert.notNull(map, "map is null: give names and values, or an empty map");
		if (map instanceof JsonObject properties) {
			return properties;
		}
		return map.isEmpty() ? EMPTY : PlainCopies.freeze(map);
	}

	/**
	 * Take over a map whose values are plain and unmodifiable already.
	 */
	static JsonObject owning(Map<String, @Nullable Object> map) {
		return new JsonObject(map);
	}

	/**
	 * Take over a map whose values are plain and unmodifiable already, and what some of
	 * them were given as.
	 */
	static JsonObject owning(Map<String, @Nullable Object> map, Map<String, Object> given) {
		return new JsonObject(map, given);
	}

	/**
	 * Return the members, to be looked at by those who do not change them.
	 */
	Map<String, @Nullable Object> members() {
		return this.members;
	}

	/**
	 * Return whether something of it was given as a date.
	 */
	boolean isDated() {
		return !this.given.isEmpty();
	}

	/**
	 * Return whether a member was given as a date or holds one.
	 */
	boolean isDated(String name) {
		return this.given.containsKey(name);
	}

	/**
	 * Return the members as they were given.
	 */
	Map<String, @Nullable Object> given() {
		Map<String, @Nullable Object> all = new LinkedHashMap<>(this.members);
		all.putAll(this.given);
		return all;
	}

	/**
	 * Return a member of a member.
	 * @param path the names on the way, outermost first
	 * @return the value, or {@code null} when there is none
	 */
	public @Nullable Object at(String... path) {
		Object value = this;
		for (String name : path) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return value;
	}

	/**
	 * Set one member.
	 * @param name its name
	 * @param value its value, {@code null} for an explicit null
	 * @return a changed copy
	 */
	public JsonObject with(String name, @Nullable Object value) {
		Map<String, @Nullable Object> copy = given();
		copy.put(name, value);
		return copyOf(copy);
	}

	/**
	 * Leave one member out.
	 * @param name its name
	 * @return a changed copy
	 */
	public JsonObject without(String name) {
		Map<String, @Nullable Object> copy = given();
		copy.remove(name);
		return copyOf(copy);
	}

	/**
	 * Read the object as a type of the application, by the common rules of Jackson.
	 * @param <T> the type
	 * @param type the type, such as a record
	 * @return the value
	 * @throws IllegalArgumentException when the object does not fit the type
	 */
	public <T> T as(Class<T> type) {
		return ContactHubJson.convert(this, type);
	}

	/**
	 * Write a value of the application as an object, by the common rules of Jackson.
	 * @param value the value, such as a record
	 * @return the object
	 * @throws IllegalArgumentException when the value is no object in JSON
	 */
	public static JsonObject from(Object value) {
		Map<?, ?> members = ContactHubJson.convert(value, Map.class);
		return PlainCopies.freeze(members);
	}

	/**
	 * Return this object as a map.
	 * @return a modifiable copy, at every level
	 */
	public Map<String, @Nullable Object> toMap() {
		return PlainCopies.thawMap(this);
	}

	/**
	 * Refuse Jackson 2, which would read numbers by the settings of its mapper, and lose
	 * digits.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	private static JsonObject refuse(Map<String, Object> members) {
		throw Jackson2Refusal.refusal();
	}

	@JsonValue
	private Object refuse() {
		throw Jackson2Refusal.refusal();
	}

	private Object writeReplace() {
		return new SerializedObject(this);
	}

	@Override
	public Set<Entry<String, @Nullable Object>> entrySet() {
		return Collections.unmodifiableMap(this.members).entrySet();
	}

	@Override
	public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
		this.members.forEach(action);
	}

	@Override
	public int size() {
		return this.members.size();
	}

	@Override
	public @Nullable Object get(@Nullable Object name) {
		return this.members.get(name);
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return this.members.containsKey(name);
	}

	/**
	 * Return how many members there are; their values may be personal.
	 */
	@Override
	public String toString() {
		return "JsonObject[" + size() + ((size() == 1) ? " member]" : " members]");
	}

}
