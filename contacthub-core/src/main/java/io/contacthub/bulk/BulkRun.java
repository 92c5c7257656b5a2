package io.contacthub.bulk;

import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Items on their way to ContactHub. It works while outcomes are asked for, and no further
 * ahead than a few times the number of items that are written at the same time; whoever
 * asks no more, stops it. One thread asks; any thread may stop it or look at its
 * progress.
 *
 * @param <T> the type of what is written
 */
public interface BulkRun<T> extends Iterable<BulkOutcome<T>>, AutoCloseable {

	/**
	 * Return the outcomes, in the order of {@link BulkSettings#order()}; to be called
	 * once. {@code next()} waits for one, and throws
	 * <ul>
	 * <li>{@link BulkStoppedException} when the run cannot go on, after the outcomes of
	 * all that was taken: the token is refused, the node unknown, or ContactHub away for
	 * longer than {@link BulkSettings#patience()},</li>
	 * <li>what the input throws, after the outcomes of all that it gave before,</li>
	 * <li>{@link java.util.concurrent.CancellationException} when the thread is
	 * interrupted, which it stays: as {@link #stop()}, and the outcomes that are left can
	 * still be asked for.</li>
	 * </ul>
	 */
	@Override
	Iterator<BulkOutcome<T>> iterator();

	/**
	 * Return the outcomes as a sequential stream, see {@link #iterator()}.
	 * @return the stream; closing it closes the run
	 */
	Stream<BulkOutcome<T>> stream();

	/**
	 * Work to the end and leave the single outcomes alone.
	 * @return what became of all of them
	 * @throws BulkStoppedException when the run cannot go on, see {@link #iterator()}
	 */
	BulkProgress complete();

	/**
	 * Have a listener told of the progress, by the thread that asks for outcomes, also
	 * while it waits for one. What it throws is logged.
	 * @param interval how often
	 * @param listener the listener
	 * @return this run
	 */
	BulkRun<T> onProgress(Duration interval, Consumer<BulkProgress> listener);

	/**
	 * Return how far the run is.
	 * @return the progress at present
	 */
	BulkProgress progress();

	/**
	 * Take nothing more from the input. What is being written is finished; what was taken
	 * and not begun is {@link BulkOutcome.Kind#NOT_DONE}. The outcomes that are left can
	 * still be asked for, so that nothing is lost. A second call does nothing.
	 */
	void stop();

	/**
	 * Stop, and wait until nothing of this run is on its way. Outcomes that were not
	 * asked for before are counted, and not given any more.
	 */
	@Override
	void close();

}
