package io.contacthub.event;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Sends events in the background, for applications that must not wait for ContactHub. An
 * event is accepted at once and queued; a few threads send it by
 * {@link EventRepository#add(Event)}, with its repetitions. What is accepted is sent, or
 * told to the {@link EventPublisherListener}; {@link #close()} waits until the queue is
 * empty. Events in the queue are lost when the process is killed.
 * <p>
 * Safe for use by many threads. The order of events is not kept; each has the date at
 * which it was accepted, unless it has one already.
 */
public final class EventPublisher implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(EventPublisher.class);

	private final EventRepository events;

	private final Settings settings;

	private final EventPublisherListener listener;

	private final ThreadPoolExecutor senders;

	private final ReadWriteLock closing = new ReentrantReadWriteLock();

	private final LongAdder sent = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private volatile boolean closed;

	/**
	 * Create a publisher. Its threads begin with the first event.
	 * @param events sends the events
	 * @param settings the settings
	 * @param listener is told of events that are not sent, or {@code null} to have them
	 * logged by their type
	 */
	public EventPublisher(EventRepository events, Settings settings, @Nullable EventPublisherListener listener) {
		this.events = events;
		this.settings = settings;
		this.listener = (listener != null) ? listener : EventPublisher::log;
		AtomicInteger count = new AtomicInteger();
		this.senders = new ThreadPoolExecutor(settings.concurrency(), settings.concurrency(), 10, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(settings.capacity()), (task) -> {
					Thread thread = new Thread(task, "contacthub-events-" + count.getAndIncrement());
					thread.setDaemon(true);
					return thread;
				}, this::overflow);
		this.senders.allowCoreThreadTimeOut(true);
	}

	private static void log(Event event, @Nullable RuntimeException failure) {
		logger.warn("An event of type '" + event.type() + "' was not sent: "
				+ ((failure != null) ? failure.getMessage() : "it was dropped"));
	}

	/**
	 * Accept an event, and send it soon. While the queue is full the caller waits, with
	 * {@link Overflow#BLOCK}, for up to {@link Settings#offerTimeout()}. What
	 * {@link EventRepository#add(Event)} refuses is found out when the event is sent, and
	 * told to the listener.
	 * @param event the event, see {@link EventRepository#add(Event)}; without a date it
	 * has that of this call
	 * @return {@code true} when the event was accepted; {@code false} when it was dropped
	 * because the queue was full, of which the listener is told
	 * @throws IllegalArgumentException when the event is {@code null}
	 * @throws RejectedExecutionException when the queue is full and the policy is to
	 * reject, or when the publisher is closed
	 */
	public boolean publish(Event event) {
		Assert.notNull(event, "event is null: give the event to be sent");
		Event dated = (event.date() != null) ? event : event.withDate(Instant.now());
		this.closing.readLock().lock();
		try {
			if (this.closed) {
				throw new RejectedExecutionException("The publisher is closed");
			}
			this.senders.execute(new Sending(dated));
			return true;
		}
		catch (Dropped ex) {
			this.dropped.increment();
		}
		finally {
			this.closing.readLock().unlock();
		}
		tell(dated, null);
		return false;
	}

	/**
	 * What happens to an event that finds the queue full.
	 */
	private void overflow(Runnable sending, ThreadPoolExecutor executor) {
		if (this.settings.overflow() == Overflow.REJECT) {
			throw new RejectedExecutionException(
					"The queue is full: " + this.settings.capacity() + " events wait to be sent");
		}
		boolean accepted = false;
		if (this.settings.overflow() == Overflow.BLOCK) {
			try {
				accepted = executor.getQueue()
					.offer(sending, this.settings.offerTimeout().toNanos(), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		if (!accepted) {
			throw new Dropped();
		}
		// the last thread may have ended while there was no room
		executor.prestartCoreThread();
	}

	/**
	 * How many events wait to be sent or are being sent.
	 * @return the number at present
	 */
	public int queued() {
		return this.senders.getQueue().size() + this.senders.getActiveCount();
	}

	/**
	 * How many events ContactHub has accepted.
	 * @return the number since the beginning
	 */
	public long sent() {
		return this.sent.sum();
	}

	/**
	 * How many events could not be sent.
	 * @return the number since the beginning
	 */
	public long failed() {
		return this.failed.sum();
	}

	/**
	 * How many events were dropped, because the queue was full or there was no time left
	 * at the end.
	 * @return the number since the beginning
	 */
	public long dropped() {
		return this.dropped.sum();
	}

	/**
	 * Accept no more events, and wait until those that were accepted are sent, at most as
	 * long as the settings say. The listener is told of all that could not be sent. A
	 * second call does nothing.
	 */
	@Override
	public void close() {
		// whoever is publishing has either queued the event or will be refused
		this.closing.writeLock().lock();
		try {
			if (this.closed) {
				return;
			}
			this.closed = true;
		}
		finally {
			this.closing.writeLock().unlock();
		}
		this.senders.shutdown();
		try {
			if (!this.senders.awaitTermination(this.settings.shutdownTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
				abandon();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			abandon();
		}
	}

	private void abandon() {
		this.senders.shutdownNow().forEach((task) -> {
			this.dropped.increment();
			tell(((Sending) task).event, null);
		});
	}

	private void tell(Event event, @Nullable RuntimeException failure) {
		try {
			this.listener.notSent(event, failure);
		}
		catch (RuntimeException ex) {
			logger.warn("The listener failed", ex);
		}
	}

	/**
	 * One event on its way.
	 */
	private final class Sending implements Runnable {

		private final Event event;

		Sending(Event event) {
			this.event = event;
		}

		@Override
		public void run() {
			try {
				EventPublisher.this.events.add(this.event);
				EventPublisher.this.sent.increment();
			}
			catch (RuntimeException ex) {
				EventPublisher.this.failed.increment();
				tell(this.event, ex);
			}
		}

	}

	/**
	 * Says that there was no room.
	 */
	private static final class Dropped extends RuntimeException {

		Dropped() {
			super(null, null, false, false);
		}

	}

	/**
	 * What happens to an event when the queue is full.
	 */
	public enum Overflow {

		/**
		 * The caller waits for room, as long as the settings say; then the event is
		 * dropped.
		 */
		BLOCK,

		/**
		 * The event is dropped at once.
		 */
		DROP,

		/**
		 * The caller gets a {@link RejectedExecutionException}.
		 */
		REJECT

	}

	/**
	 * Settings of a publisher.
	 *
	 * @param capacity how many events wait at most
	 * @param concurrency how many events are sent at the same time
	 * @param overflow what happens to an event when the queue is full
	 * @param offerTimeout how long a caller waits for room at most
	 * @param shutdownTimeout how long the end waits for the queue to empty
	 */
	public record Settings(int capacity, int concurrency, Overflow overflow, Duration offerTimeout,
			Duration shutdownTimeout) {

		/**
		 * Check the settings.
		 */
		public Settings {
			Assert.isTrue(capacity > 0, () -> "capacity is " + capacity + ": it must be at least 1");
			Assert.isTrue(concurrency > 0, () -> "concurrency is " + concurrency + ": it must be at least 1");
		}

		/**
		 * The settings that hold unless others are given: 10,000 events, 4 at the same
		 * time, callers wait 100 ms for room, the end waits 25 s.
		 * @return the settings
		 */
		public static Settings defaults() {
			return new Settings(10_000, 4, Overflow.BLOCK, Duration.ofMillis(100), Duration.ofSeconds(25));
		}

	}

}
