package io.contacthub.query;

import java.io.Serializable;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.json.TemporalType;
import io.contacthub.json.UnicodeChecks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;

/**
 * A field of a customer: its name, and the names of the objects around it. The fields
 * that this library knows are constants of {@code io.contacthub.customer.CustomerFields};
 * all others are had from {@link #field(String)} and {@link #extended(String...)}.
 * Queries, projections, orders and patches name fields by them.
 *
 * @param <T> the type of its value
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = Field.Serializer.class)
@JsonDeserialize(using = Field.Deserializer.class)
public class Field<T> implements Serializable {

	private static final long serialVersionUID = 1L;

	private final List<String> names;

	private final boolean list;

	private final boolean withinList;

	private final @Nullable TemporalType temporal;

	/**
	 * Create a field within another one.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 * @param list whether its value is a list
	 */
	protected Field(@Nullable Field<?> parent, String name, boolean list) {
		this(parent, name, list, null);
	}

	private Field(@Nullable Field<?> parent, String name, boolean list, @Nullable TemporalType temporal) {
		Assert.hasText(name, "name of the field is blank: give a name");
		List<String> path = new ArrayList<>();
		if (parent != null) {
			path.addAll(parent.names);
		}
		path.add(name);
		this.names = List.copyOf(path);
		this.list = list;
		this.withinList = parent != null && (parent.list || parent.withinList);
		this.temporal = (temporal != null) ? temporal : TemporalFields.typeOf(String.join(".", path));
	}

	Field(@Nullable Field<?> parent, String name, TemporalType temporal) {
		this(parent, name, false, temporal);
	}

	/**
	 * Create a field with a single value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public Field(@Nullable Field<?> parent, String name) {
		this(parent, name, false);
	}

	Field(Field<?> original) {
		this.names = original.names;
		this.list = original.list;
		this.withinList = original.withinList;
		this.temporal = original.temporal;
	}

	Field(List<String> names, boolean list) {
		names.forEach((name) -> {
			Assert.isTrue(!name.isBlank(), () -> "path is '" + String.join(".", names)
					+ "': it must be names with dots between, such as base.firstName");
			UnicodeChecks.check("path", name);
		});
		this.names = List.copyOf(names);
		this.list = list;
		this.withinList = false;
		this.temporal = TemporalFields.typeOf(String.join(".", names));
	}

	/**
	 * Return any field.
	 * @param path the names with dots between, such as {@code base.firstName}
	 * @return the field
	 */
	public static Field<Object> field(String path) {
		Assert.notNull(path, "path is null: give names with dots between, such as base.firstName");
		return new Field<>(List.of(path.split("\\.", -1)), false);
	}

	/**
	 * Return a field of the extended properties that the workspace defines.
	 * @param names the names, outermost first, each as it is, so that one with a dot in
	 * it is one name
	 * @return the field
	 */
	public static Field<Object> extended(String... names) {
		Assert.noNullElements(names, "names hold null: give the names of the property, outermost first");
		List<String> all = new ArrayList<>(List.of("extended"));
		all.addAll(List.of(names));
		return new Field<>(all, false);
	}

	/**
	 * Return the names of the objects around the field and its own, outermost first.
	 * @return an unmodifiable list of at least one name
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * Return the names with dots between, as queries, projections and sorting send them.
	 * @return the path
	 * @throws IllegalArgumentException when a name holds a dot or a comma, so that it
	 * would arrive as two names
	 */
	public String path() {
		for (String name : this.names) {
			Assert.isTrue(name.indexOf('.') < 0 && name.indexOf(',') < 0, () -> "'" + name + "' of '" + this
					+ "' holds a dot or a comma: as a path it would be two names, so that it can only be read and set");
		}
		return toString();
	}

	/**
	 * Return the order of this field, the least value first.
	 * @return a sort of this field alone; {@code a.asc().and(b.desc())} is one of two
	 * @throws IllegalArgumentException as from {@link #path()}
	 */
	public Sort asc() {
		return Sort.by(Sort.Direction.ASC, path());
	}

	/**
	 * Return the order of this field, the greatest value first.
	 * @return a sort of this field alone
	 * @throws IllegalArgumentException as from {@link #path()}
	 */
	public Sort desc() {
		return Sort.by(Sort.Direction.DESC, path());
	}

	/**
	 * Return whether the field is one of the elements of a list, so that it can be
	 * searched for but not be set by itself.
	 * @return whether an object around the field is an element of a list
	 */
	public boolean isWithinList() {
		return this.withinList;
	}

	/**
	 * Require that the field equals a value.
	 * @param value the value; {@code null} as in {@link #isNull()}
	 * @return a criterion
	 */
	public Criterion eq(@Nullable T value) {
		return (value != null) ? criterion("EQUALS", value) : isNull();
	}

	/**
	 * Require that the field differs from a value.
	 * @param value the value; {@code null} as in {@link #isNotNull()}
	 * @return a criterion
	 */
	public Criterion ne(@Nullable T value) {
		return (value != null) ? criterion("NOT_EQUALS", value) : isNotNull();
	}

	/**
	 * Require that the field is greater than a value.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion gt(T value) {
		return criterion("GT", value);
	}

	/**
	 * Require that the field is greater than a value, or equal to it.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion gte(T value) {
		return criterion("GTE", value);
	}

	/**
	 * Require that the field is less than a value.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion lt(T value) {
		return criterion("LT", value);
	}

	/**
	 * Require that the field is less than a value, or equal to it.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion lte(T value) {
		return criterion("LTE", value);
	}

	/**
	 * Require that the field lies between two values. Whether the ends belong to it is
	 * for ContactHub to say.
	 * @param from the lower end
	 * @param to the upper end
	 * @return a criterion
	 */
	public Criterion between(T from, T to) {
		return range(from, to);
	}

	/**
	 * Require that the field has no value.
	 * @return a criterion
	 */
	public Criterion isNull() {
		return Criterion.atomic(this, "IS_NULL", null);
	}

	/**
	 * Require that the field has a value.
	 * @return a criterion
	 */
	public Criterion isNotNull() {
		return Criterion.atomic(this, "IS_NOT_NULL", null);
	}

	/**
	 * Require that the field is one of several values.
	 * @param values the values, sent as they are given: with none of them, no customer
	 * should be found, which is for ContactHub to say
	 * @return a criterion
	 */
	public Criterion in(Collection<? extends T> values) {
		return criterion("IN", values);
	}

	/**
	 * Require that the field is none of several values.
	 * @param values the values, sent as they are given
	 * @return a criterion
	 */
	public Criterion notIn(Collection<? extends T> values) {
		return criterion("NOT_IN", values);
	}

	/**
	 * Require that the field is like a pattern. ContactHub has this operator, but does
	 * not document it: what a pattern looks like must be tried.
	 * @param pattern the pattern, sent as it is
	 * @return a criterion
	 */
	public Criterion like(String pattern) {
		Assert.notNull(pattern, () -> "pattern for '" + this + "' is null: give a text");
		UnicodeChecks.check(toString(), pattern);
		return Criterion.atomic(this, "LIKE", pattern);
	}

	/**
	 * Return this field as one whose value is a list, for fields that this library does
	 * not know.
	 * @return the same field
	 */
	public ListField<Object> asList() {
		return new ListField<>(this.names);
	}

	Criterion range(Object from, Object to) {
		return Criterion.atomic(this, "BETWEEN", List.of(plain(from), plain(to)));
	}

	private Criterion criterion(String operator, Collection<?> values) {
		Assert.notNull(values, () -> "values for '" + this + "' are null: give a list");
		return Criterion.atomic(this, operator, values.stream().map(this::plain).toList());
	}

	Criterion criterion(String operator, Object value) {
		return Criterion.atomic(this, operator, plain(value));
	}

	/**
	 * Return the form in which a value of this field is sent. Dates may be compared with
	 * numbers too, which are milliseconds.
	 */
	private Object plain(Object given) {
		Object value = Members.unwrapped(given);
		Assert.notNull(value, () -> "value for '" + this + "' is null: use isNull() or isNotNull()");
		if (this.temporal != null && (value instanceof Temporal || value instanceof String)) {
			return this.temporal.text(toString(), value);
		}
		return Objects.requireNonNull(JsonObject.of(toString(), value).get(toString()));
	}

	/**
	 * Of a constant, its own fields are not serialized with it.
	 * @return what is serialized in place of this field
	 */
	protected Object writeReplace() {
		return (getClass() != Field.class) ? new Field<>(this) : this;
	}

	Object document() {
		return this.names.stream().anyMatch((name) -> name.indexOf('.') >= 0) ? this.names : toString();
	}

	static Field<?> of(Object document) {
		if (document instanceof String path) {
			return field(path);
		}
		Assert.isTrue(document instanceof List<?> names && !names.isEmpty(),
				"A Field is a path or a list of names, and not something else");
		return new Field<>(((List<?>) document).stream().map(String::valueOf).toList(), false);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Field<?> field && field.names.equals(this.names);
	}

	@Override
	public int hashCode() {
		return this.names.hashCode();
	}

	/**
	 * Return the names with dots between.
	 */
	@Override
	public String toString() {
		return String.join(".", this.names);
	}

	/**
	 * Serializer that writes a field as its path, or as its names where one of them holds
	 * a dot.
	 */
	static final class Serializer extends DocumentSerializer<Field<?>> {

		Serializer() {
			super(Field.class);
		}

		@Override
		protected Object document(Field<?> value) {
			return value.document();
		}

	}

	/**
	 * Deserializer that reads a field from its path or its names.
	 */
	static final class Deserializer extends DocumentDeserializer<Field<?>> {

		Deserializer() {
			super(Field.class);
		}

		@Override
		protected Field<?> value(Object document) {
			return of(document);
		}

	}

}
