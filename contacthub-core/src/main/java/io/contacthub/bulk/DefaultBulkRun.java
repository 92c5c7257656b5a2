package io.contacthub.bulk;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.client.Outage;
import io.contacthub.client.UninterruptibleWait;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A run that takes items only while outcomes are asked for, on the thread that asks.
 *
 * @param <S> the type of the items
 * @param <T> the type of what is written
 */
final class DefaultBulkRun<S, T> implements BulkRun<S> {

	private static final int SMALLEST_WINDOW = 64;

	private static final Duration FOREVER = Duration.ofDays(10_000);

	private final BulkWork<T> work;

	private final Function<? super S, ? extends T> mapping;

	private final BulkInput<S> input;

	private final BulkCounts counts = new BulkCounts();

	private final BulkWindow<S> window;

	private final Outage outage;

	private final AtomicBoolean iterated = new AtomicBoolean();

	private volatile ProgressTicks ticks = ProgressTicks.NONE;

	private volatile boolean closed;

	DefaultBulkRun(BulkWork<T> work, Function<? super S, ? extends T> mapping, BulkInput<S> input) {
		this.work = work;
		this.mapping = mapping;
		this.input = input;
		this.window = new BulkWindow<>(work.settings().order() == BulkSettings.Order.INPUT, this.counts);
		this.outage = work.outage();
	}

	BulkWindow<S> window() {
		return this.window;
	}

	Outage outage() {
		return this.outage;
	}

	@Override
	public Iterator<BulkOutcome<S>> iterator() {
		Assert.state(this.iterated.compareAndSet(false, true), "The outcomes of a run are asked for once");
		return new Outcomes();
	}

	@Override
	public Stream<BulkOutcome<S>> stream() {
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false)
			.onClose(this::close);
	}

	@Override
	public BulkProgress complete() {
		iterator().forEachRemaining((outcome) -> {
		});
		return progress();
	}

	@Override
	public BulkRun<S> onProgress(Duration interval, Consumer<BulkProgress> listener) {
		this.ticks = new ProgressTicks(interval, listener);
		return this;
	}

	@Override
	public BulkProgress progress() {
		return this.counts.progress(this.input.total(), this.work.pause().isOn());
	}

	@Override
	public void stop() {
		stop(null);
	}

	/**
	 * Stop, unless that was done before.
	 * @param cause why, {@code null} when somebody wants it
	 */
	void stop(@Nullable Throwable cause) {
		this.window.stop(cause);
		this.work.pause().wake();
	}

	@Override
	public void close() {
		this.closed = true;
		stop();
		UninterruptibleWait.await(FOREVER, this.window::awaitDecided);
		this.counts.end();
		this.input.close();
	}

	/**
	 * Give the next outcome, and take items meanwhile.
	 * @return the outcome, {@code null} when there are no more
	 */
	private @Nullable BulkOutcome<S> next() {
		this.counts.begin();
		// what is wrong with it is not about the first item
		this.work.operation();
		while (!this.closed) {
			for (BulkItem<S> item = this.window.returned(); item != null; item = this.window.returned()) {
				item.execute();
			}
			fill();
			BulkOutcome<S> outcome = this.window.poll();
			this.ticks.tick(this::progress);
			if (outcome != null) {
				return outcome;
			}
			if (this.window.size() == 0 && (this.input.isEnded() || this.window.isStopped())) {
				end();
				return null;
			}
			await();
		}
		return null;
	}

	/**
	 * Take as many items as there may be, but one only once there is an outcome to be
	 * given.
	 */
	private void fill() {
		int room = Math.max(SMALLEST_WINDOW, 4 * this.work.settings().concurrency()) - this.window.size();
		boolean taken = true;
		while (taken && room-- > 0 && !this.window.isStopped()) {
			S source = this.input.next();
			if (source != null) {
				take(source);
			}
			taken = source != null && !this.window.isReady();
		}
	}

	private void take(S source) {
		BulkItem<S> item = new BulkItem<>(this.counts.take(), source);
		Collection<?> keys = List.of();
		try {
			T value = this.mapping.apply(source);
			Assert.notNull(value, "The mapping has made null of the item");
			keys = this.work.operation().keys(value);
			item.task(new BulkTask<>(item, value, this.work, this)::execute);
		}
		catch (RuntimeException ex) {
			item.task(() -> this.window.decide(item, Kind.REFUSED, null, ex));
		}
		catch (Throwable ex) {
			item.task(() -> stop(ex));
		}
		this.window.add(item, keys);
	}

	private void await() {
		try {
			this.window.await(this.ticks.untilNext());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			stop();
			throw new CancellationException("Interrupted while waiting for an outcome");
		}
	}

	private void end() {
		this.counts.end();
		this.ticks.end(this::progress);
		this.ticks = ProgressTicks.NONE;
		Throwable failure = failure();
		try {
			this.input.close();
		}
		catch (RuntimeException ex) {
			if (failure == null) {
				throw ex;
			}
			failure.addSuppressed(ex);
		}
		if (failure != null) {
			throw DefaultBulkRun.<RuntimeException>undeclared(failure);
		}
	}

	private @Nullable Throwable failure() {
		Throwable failure = this.input.failure();
		Throwable cause = this.window.cause();
		if (failure != null || cause == null || cause instanceof Error) {
			return (failure != null) ? failure : cause;
		}
		return new BulkStoppedException(this.window.firstNotDone(), cause);
	}

	/**
	 * Throw a failure as it is, be it one that an input need not declare.
	 */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E undeclared(Throwable failure) throws E {
		throw (E) failure;
	}

	/**
	 * The outcomes, of which one is known before it is asked for.
	 */
	private final class Outcomes implements Iterator<BulkOutcome<S>> {

		private @Nullable BulkOutcome<S> next;

		@Override
		public boolean hasNext() {
			if (this.next == null) {
				this.next = DefaultBulkRun.this.next();
			}
			return this.next != null;
		}

		@Override
		public BulkOutcome<S> next() {
			if (!hasNext()) {
				throw new NoSuchElementException("There are no more outcomes");
			}
			BulkOutcome<S> outcome = this.next;
			Assert.state(outcome != null, "It is there");
			this.next = null;
			return outcome;
		}

	}

}
