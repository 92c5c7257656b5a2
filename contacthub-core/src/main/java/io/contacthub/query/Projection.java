package io.contacthub.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * The fields of customers to be fetched. All others are absent in the customers that
 * come, which know that they are partial.
 *
 * @param fields the fields, at least one
 */
public record Projection(List<Field<?>> fields) {

	/**
	 * Check and copy the list.
	 */
	public Projection {
		Assert.notEmpty(fields, "fields are empty: name at least one");
		Assert.noNullElements(fields, "fields hold null: name each field");
		fields = List.copyOf(fields);
	}

	/**
	 * The fields to be fetched.
	 * @param fields the fields, at least one
	 * @return a projection
	 */
	public static Projection of(Field<?>... fields) {
		return new Projection(Arrays.asList(fields));
	}

	/**
	 * Whether a field is fetched.
	 * @param field the field
	 * @return whether it, an object around it or one within it was asked for; the id
	 * always is
	 */
	public boolean includes(Field<?> field) {
		return field.path().equals("id")
				|| this.fields.stream().anyMatch((fetched) -> within(field, fetched) || within(fetched, field));
	}

	private static boolean within(Field<?> inner, Field<?> outer) {
		return inner.names().size() >= outer.names().size()
				&& inner.names().subList(0, outer.names().size()).equals(outer.names());
	}

	/**
	 * The paths with commas between, as they are sent.
	 * @return the text
	 */
	public String paths() {
		return this.fields.stream().map(Field::path).collect(Collectors.joining(","));
	}

}
