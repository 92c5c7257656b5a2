package io.contacthub.bulk;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * Writer of many customers or events, such as those of a file: several at the same time,
 * each with an outcome of its own. The repositories of customers and of events give it.
 * <pre class="code">{@code
 * try (BulkRun<Customer> run = customers.bulk(CustomerWrite.upsert()).write(rows)) {
 *     run.stream().filter(BulkOutcome::isProblem).forEach((outcome) -> log.warn("{}", outcome));
 * }
 * }</pre> Safe for use by many threads, and without end: its threads end when they have
 * nothing to do. What its runs write, they write by the same threads, and when ContactHub
 * asks for patience all of them pause together.
 *
 * @param <T> the type of what is written
 */
public interface BulkWriter<T> {

	/**
	 * Write items; no request before the first outcome is asked for.
	 * @param items the items, read only by the thread that asks for outcomes, and only as
	 * far ahead as they are written
	 * @return the run, to be closed
	 */
	BulkRun<T> write(Iterator<? extends T> items);

	/**
	 * Write items whose number is known, as {@link #write(Iterator)}.
	 * @param items the items
	 * @return the run, to be closed
	 */
	BulkRun<T> write(Collection<? extends T> items);

	/**
	 * Write the items of a stream, as {@link #write(Iterator)}; the run closes it.
	 * @param items the items
	 * @return the run, to be closed
	 */
	BulkRun<T> write(Stream<? extends T> items);

	/**
	 * Return a writer of something else, such as rows of a file, that carries it to its
	 * outcome. What the mapping throws is the reason to refuse that one item; it runs on
	 * the thread that asks for outcomes.
	 * @param <S> the type of what is given
	 * @param mapping makes of it what is written
	 * @return the writer
	 */
	<S> BulkWriter<S> from(Function<? super S, ? extends T> mapping);

	/**
	 * Return a writer. For this library.
	 * @param <T> the type of what is written
	 * @param client the transport
	 * @param operation makes what writes one item, given a client that does not repeat
	 * requests by itself
	 * @param settings the settings
	 * @return the writer
	 */
	static <T> BulkWriter<T> create(ContactHubClient client, Function<ContactHubClient, BulkOperation<T>> operation,
			BulkSettings settings) {
		Assert.notNull(settings, "settings is null: give settings, such as BulkSettings.defaults()");
		return DefaultBulkWriter.of(client, operation, settings);
	}

}
