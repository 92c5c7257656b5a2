package io.contacthub.bulk;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Many customers or events on their way from ContactHub, to be read once, by one thread,
 * in memory that does not grow with their number. Repositories give it, see
 * {@code CustomerRepository.read} and {@code EventRepository.read}.
 * <pre class="code">{@code
 * try (BulkRead<Customer> read = customers.read()) {
 *     read.onProgress(Duration.ofSeconds(5), (progress) -> log.info("{}", progress));
 *     read.forEach(this::export);
 * }}</pre>
 *
 * @param <T> the type of what is read
 */
public interface BulkRead<T> extends Iterable<T>, AutoCloseable {

	/**
	 * Return the elements. Nothing is sent before the first one is asked for.
	 * @return an iterator; a page that cannot be read is an exception at its first
	 * element, and the end
	 * @throws IllegalStateException when it is not the first one, or after
	 * {@link #stream()}
	 */
	@Override
	Iterator<T> iterator();

	/**
	 * Return the elements, as {@link #iterator()}.
	 * @return a sequential stream; closing it closes this
	 * @throws IllegalStateException when it is not the first one, or after
	 * {@link #iterator()}
	 */
	Stream<T> stream();

	/**
	 * Return how far it is, at any time and to any thread.
	 * @return the progress at present: what was given is taken and done; the total is
	 * what the list has when its first page comes, unknown before, and may be passed
	 */
	BulkProgress progress();

	/**
	 * Have a listener told of the progress, by the thread that asks for elements, between
	 * two of them and at the end. What it throws is logged. A second listener takes the
	 * place of the first.
	 * @param interval how often at most
	 * @param listener the listener
	 * @return this
	 * @throws IllegalArgumentException when the interval is shorter than 1 ms
	 */
	BulkRead<T> onProgress(Duration interval, Consumer<BulkProgress> listener);

	/**
	 * Return the place behind the element that was given last: a text to be stored when
	 * that element has been worked on, from which another read goes on later, also in
	 * another process.
	 * @return the place, empty before the first element and where there are no places, as
	 * among events
	 */
	Optional<String> position();

	/**
	 * End it here: no further element is given, and no further page asked for.
	 */
	@Override
	void close();

	/**
	 * Return what gives the elements of a source. For this library.
	 * @param <T> the type of the elements
	 * @param source the source, not used before
	 * @return what gives them once
	 */
	static <T> BulkRead<T> create(BulkSource<T> source) {
		return new DefaultBulkRead<>(source);
	}

}
