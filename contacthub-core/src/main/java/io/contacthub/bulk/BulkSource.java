package io.contacthub.bulk;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Source of elements that are read once. For this library.
 *
 * @param <T> the type of the elements
 */
public interface BulkSource<T> {

	/**
	 * Return the elements; called once.
	 * @return a sequential stream, which is closed at its end or before
	 */
	Stream<T> stream();

	/**
	 * Return how many elements there are.
	 * @return their number, empty as long as it is not known; asked by any thread
	 */
	OptionalLong total();

	/**
	 * Notice that an element is given.
	 * @param element the element
	 */
	default void passed(T element) {
	}

	/**
	 * Return the place behind the element that was given last.
	 * @return the place, empty where there is none; asked by any thread
	 */
	default Optional<String> position() {
		return Optional.empty();
	}

}
