package io.contacthub.query;

import java.util.ArrayList;
import java.util.List;

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
