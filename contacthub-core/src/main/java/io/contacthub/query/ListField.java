package io.contacthub.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a list of texts or other simple values.
 *
 * @param <E> the type of the elements
 */
public final class ListField<E> extends Field<List<E>> {

	/**
	 * A field with a list as its value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public ListField(@Nullable Field<?> parent, String name) {
		super(parent, name, true);
	}

}
