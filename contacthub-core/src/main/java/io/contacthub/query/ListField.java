package io.contacthub.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a list of texts or other simple values.
 *
 * @param <E> the type of the elements
 */
public final class ListField<E> extends Field<List<E>> {

	private static final long serialVersionUID = 1L;

	/**
	 * Create a field with a list as its value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public ListField(@Nullable Field<?> parent, String name) {
		super(parent, name, true);
	}

	ListField(List<String> names) {
		super(names, true);
	}

	/**
	 * Require that the list has an element.
	 * @param element the element
	 * @return a criterion
	 */
	public Criterion contains(E element) {
		return criterion("IN", element);
	}

	/**
	 * Require that the list does not have an element.
	 * @param element the element
	 * @return a criterion
	 */
	public Criterion doesNotContain(E element) {
		return criterion("NOT_IN", element);
	}

	@Override
	protected Object writeReplace() {
		return this;
	}

}
