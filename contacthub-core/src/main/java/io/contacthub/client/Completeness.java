package io.contacthub.client;

import org.jspecify.annotations.Nullable;

/**
 * A document that is of use only when it is complete.
 */
public interface Completeness {

	/**
	 * What makes the document useless.
	 * @return the fault, such as {@code it has no 'elements'}, or {@code null} when the
	 * document is complete
	 */
	@Nullable String fault();

	/**
	 * The fault of a list of elements.
	 * @param elements the elements, {@code null} when they are missing
	 * @return the fault, or {@code null} when there is none
	 */
	static @Nullable String ofElements(@Nullable Iterable<?> elements) {
		if (elements == null) {
			return "it has no 'elements'";
		}
		int index = 0;
		for (Object element : elements) {
			if (element == null) {
				return "its element " + index + " is null";
			}
			index++;
		}
		return null;
	}

	/**
	 * The fault of an id that ContactHub gave something.
	 * @param id the id, {@code null} when it is missing, which is no fault
	 * @return the fault, or {@code null} when the id can be sent back
	 */
	static @Nullable String ofId(@Nullable String id) {
		try {
			if (id != null) {
				PathVariables.check("id", id);
			}
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

}
