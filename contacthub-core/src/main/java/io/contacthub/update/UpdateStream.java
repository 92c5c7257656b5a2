package io.contacthub.update;

import java.util.Iterator;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The updates up to the present, to be read once, by one thread. <pre class="code">{@code
 * try (UpdateStream updates = workspace.updates().stream(filter)) {
 *     updates.forEach(this::handle);
 *     filter = updates.next(); // store it, to go on from here
 * }
 * }</pre>
 * <p>
 * {@link #next()} is behind what has been worked on, which is what comes before the
 * update that was asked for last. It moves on from page to page: after a failure, those
 * of a page may come once more, and none is lost.
 */
public interface UpdateStream extends Iterable<Update>, AutoCloseable {

	/**
	 * Return the updates. They are read page by page, each when its first update is asked
	 * for, and end with the last one that was there when the first was asked for, or soon
	 * behind it.
	 * @return an iterator; a page that cannot be read is an exception at its first
	 * update, and asked for once more with the next call
	 * @throws IllegalStateException when it is not the first one, or after
	 * {@link #stream()}
	 */
	@Override
	Iterator<Update> iterator();

	/**
	 * Return the updates, as {@link #iterator()}. An operation that gathers several of
	 * them before it hands them on, such as {@code sorted}, has worked on them as soon as
	 * it has them.
	 * @return a sequential stream
	 * @throws IllegalStateException when it is not the first one, or after
	 * {@link #iterator()}
	 */
	Stream<Update> stream();

	/**
	 * Return the pages of the updates, for one who works on a whole page and stores where
	 * it ends. {@link #nextOffset()} is behind the pages that come before the one that
	 * was asked for last.
	 * @return an iterator; a page may have no updates. One that cannot be read is asked
	 * for once more with the next call
	 * @throws IllegalStateException when it is not the first one, or after
	 * {@link #iterator()}
	 */
	Iterator<UpdatePage> pages();

	/**
	 * Return the offset behind all updates that have been worked on.
	 * @return the offset, that of the filter at first, or empty as long as none is known
	 */
	OptionalLong nextOffset();

	/**
	 * Return the filter to continue with: the updates behind {@link #nextOffset()}.
	 * @return a filter of the same node and kind, the given one as long as no offset is
	 * known
	 */
	UpdateFilter next();

	/**
	 * End the stream here, which gives no further update.
	 */
	@Override
	void close();

}
