package io.contacthub.bulk;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The elements of a source, counted as they are given.
 *
 * @param <T> the type of the elements
 */
class DefaultBulkRead<T> implements BulkRead<T>, Iterator<T> {

	private final BulkSource<T> source;

	private final AtomicBoolean asked = new AtomicBoolean();

	private @Nullable Stream<T> stream;

	private @Nullable Iterator<T> elements;

	private ProgressTicks ticks = ProgressTicks.NONE;

	private volatile long began;

	private volatile long ended;

	private volatile boolean closed;

	private volatile long given;

	DefaultBulkRead(BulkSource<T> source) {
		this.source = source;
	}

	@Override
	public Iterator<T> iterator() {
		Assert.state(this.asked.compareAndSet(false, true), "The elements are given once: ask for another read");
		return this;
	}

	@Override
	public Stream<T> stream() {
		Spliterator<T> spliterator = Spliterators.spliteratorUnknownSize(iterator(),
				Spliterator.ORDERED | Spliterator.NONNULL);
		return StreamSupport.stream(spliterator, false).onClose(this::close);
	}

	@Override
	public boolean hasNext() {
		if (this.closed) {
			return false;
		}
		try {
			if (elements().hasNext()) {
				return true;
			}
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
		close();
		this.ticks.end(this::progress);
		return false;
	}

	private Iterator<T> elements() {
		Iterator<T> present = this.elements;
		if (present == null) {
			this.began = System.nanoTime();
			Stream<T> begun = this.source.stream();
			present = begun.iterator();
			this.stream = begun;
			this.elements = present;
		}
		return present;
	}

	@Override
	@SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread counts
	public T next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		this.ticks.tick(this::progress);
		T element = elements().next();
		this.given++;
		this.source.passed(element);
		return element;
	}

	@Override
	public BulkProgress progress() {
		long end = this.closed ? this.ended : System.nanoTime();
		Duration elapsed = (this.began != 0) ? Duration.ofNanos(Math.max(0, end - this.began)) : Duration.ZERO;
		long count = this.given;
		return new BulkProgress(count, count, this.source.total(), elapsed, false, Map.of());
	}

	@Override
	public BulkRead<T> onProgress(Duration interval, Consumer<BulkProgress> listener) {
		this.ticks = new ProgressTicks(interval, listener);
		return this;
	}

	@Override
	public Optional<String> position() {
		return this.source.position();
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.ended = System.nanoTime();
			this.closed = true;
			if (this.stream != null) {
				this.stream.close();
			}
		}
	}

}
