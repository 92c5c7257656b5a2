package io.contacthub.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.contacthub.json.Properties;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A field of a customer: its name, and the names of the objects around it. The fields
 * that this library knows are constants of {@code io.contacthub.customer.CustomerFields};
 * all others are had from {@link #field(String)} and {@link #extended(String...)}.
 *
 * @param <T> the type of its value
 */
public class Field<T> {

	private final List<String> names;

	private final boolean list;

	private final boolean withinList;

	/**
	 * A field within another one.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 * @param list whether its value is a list
	 */
	protected Field(@Nullable Field<?> parent, String name, boolean list) {
		List<String> path = new ArrayList<>();
		if (parent != null) {
			path.addAll(parent.names);
		}
		path.add(name);
		this.names = List.copyOf(path);
		this.list = list;
		this.withinList = parent != null && (parent.list || parent.withinList);
	}

	/**
	 * A field with a single value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public Field(@Nullable Field<?> parent, String name) {
		this(parent, name, false);
	}

	Field(List<String> names, boolean list) {
		this.names = names;
		this.list = list;
		this.withinList = false;
	}

	/**
	 * Any field.
	 * @param path the names with dots between, such as {@code base.firstName}
	 * @return the field
	 */
	public static Field<Object> field(String path) {
		return of(path.split("\\.", -1));
	}

	/**
	 * A field of the extended properties that the workspace defines.
	 * @param names the names, outermost first, each as it is, so that one with a dot in
	 * it is one name
	 * @return the field
	 */
	public static Field<Object> extended(String... names) {
		String[] all = new String[names.length + 1];
		all[0] = "extended";
		System.arraycopy(names, 0, all, 1, names.length);
		return of(all);
	}

	private static Field<Object> of(String... names) {
		Field<Object> field = null;
		for (String name : names) {
			Assert.isTrue(!name.isBlank(), () -> "path is '" + String.join(".", names)
					+ "': it must be names with dots between, such as base.firstName");
			field = new Field<>(field, name);
		}
		Assert.notNull(field, "path is empty: it must be names with dots between, such as base.firstName");
		return field;
	}

	/**
	 * The names of the objects around the field and its own, outermost first.
	 * @return an unmodifiable list of at least one name
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * The names with dots between, as queries, projections and sorting send them.
	 * @return the path
	 */
	public String path() {
		return String.join(".", this.names);
	}

	/**
	 * Whether the field is one of the elements of a list, so that it can be searched for
	 * but not be set by itself.
	 * @return whether an object around the field is an element of a list
	 */
	public boolean isWithinList() {
		return this.withinList;
	}

	/**
	 * The field equals a value.
	 * @param value the value; {@code null} as in {@link #isNull()}
	 * @return a criterion
	 */
	public Criterion eq(@Nullable T value) {
		return (value != null) ? criterion("EQUALS", value) : isNull();
	}

	/**
	 * The field differs from a value.
	 * @param value the value; {@code null} as in {@link #isNotNull()}
	 * @return a criterion
	 */
	public Criterion ne(@Nullable T value) {
		return (value != null) ? criterion("NOT_EQUALS", value) : isNotNull();
	}

	/**
	 * The field is greater than a value.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion gt(T value) {
		return criterion("GT", value);
	}

	/**
	 * The field is greater than a value, or equal to it.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion gte(T value) {
		return criterion("GTE", value);
	}

	/**
	 * The field is less than a value.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion lt(T value) {
		return criterion("LT", value);
	}

	/**
	 * The field is less than a value, or equal to it.
	 * @param value the value
	 * @return a criterion
	 */
	public Criterion lte(T value) {
		return criterion("LTE", value);
	}

	/**
	 * The field lies between two values. Whether the ends belong to it is for ContactHub
	 * to say.
	 * @param from the lower end
	 * @param to the upper end
	 * @return a criterion
	 */
	public Criterion between(T from, T to) {
		return Criterion.atomic(this, "BETWEEN", List.of(plain(from), plain(to)));
	}

	/**
	 * The field has no value.
	 * @return a criterion
	 */
	public Criterion isNull() {
		return Criterion.atomic(this, "IS_NULL", null);
	}

	/**
	 * The field has a value.
	 * @return a criterion
	 */
	public Criterion isNotNull() {
		return Criterion.atomic(this, "IS_NOT_NULL", null);
	}

	/**
	 * The field is one of several values.
	 * @param values the values, at least one
	 * @return a criterion
	 */
	public Criterion in(Collection<? extends T> values) {
		return criterion("IN", values);
	}

	/**
	 * The field is none of several values.
	 * @param values the values, at least one
	 * @return a criterion
	 */
	public Criterion notIn(Collection<? extends T> values) {
		return criterion("NOT_IN", values);
	}

	/**
	 * The field is like a pattern. ContactHub has this operator, but does not document
	 * it: what a pattern looks like must be tried.
	 * @param pattern the pattern, sent as it is
	 * @return a criterion
	 */
	public Criterion like(String pattern) {
		return Criterion.atomic(this, "LIKE", pattern);
	}

	/**
	 * This field as one whose value is a list, for fields that this library does not
	 * know.
	 * @return the same field
	 */
	public ListField<Object> asList() {
		return new ListField<>(this.names);
	}

	private Criterion criterion(String operator, Collection<?> values) {
		Assert.notEmpty(values, () -> "values for '" + this + "' are empty: give at least one");
		return Criterion.atomic(this, operator, values.stream().map(this::plain).toList());
	}

	Criterion criterion(String operator, Object value) {
		return Criterion.atomic(this, operator, plain(value));
	}

	/**
	 * The form in which a value of this field is sent.
	 */
	Object plain(Object value) {
		Assert.notNull(value, () -> "value for '" + this + "' is null: use isNull() or isNotNull()");
		return Objects.requireNonNull(Properties.of("value", value).get("value"));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Field<?> field && field.names.equals(this.names);
	}

	@Override
	public int hashCode() {
		return this.names.hashCode();
	}

	@Override
	public String toString() {
		return path();
	}

}
