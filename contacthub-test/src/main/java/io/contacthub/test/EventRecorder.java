package io.contacthub.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventBacklog;
import io.contacthub.event.EventChecks;
import io.contacthub.event.EventType;
import io.contacthub.event.RefusedEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Publisher for tests, which keeps the events and sends none. {@link RecordEvents} puts
 * it in the place of the publisher of an application; without Spring, hand a
 * {@code new EventRecorder()} to what publishes.
 * <p>
 * As with the publishers of this library, an event without a date gets that at which it
 * is published. An event is recorded at once, unless {@link #inTransactions()} says
 * otherwise. No event waits, none is refused by ContactHub.
 * <p>
 * Safe for use by many threads.
 */
public class EventRecorder implements DurableEventPublisher {

	private final String name;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition recorded = this.lock.newCondition();

	private final List<Event> events = new ArrayList<>();

	private volatile @Nullable RuntimeException refusal;

	private volatile boolean closed;

	private volatile boolean transactional;

	/**
	 * Create a recorder that has recorded nothing.
	 */
	public EventRecorder() {
		this("EventRecorder");
	}

	EventRecorder(String name) {
		this.name = name;
	}

	/**
	 * Have an event that is published in a transaction be recorded when that is
	 * committed, as a publisher does that keeps its events in the same database: what is
	 * rolled back was never published. A publisher that keeps them in memory sends them
	 * whatever becomes of the transaction, and so they are recorded at once without this
	 * call. An event that lacks its context or owner is refused then, as by that
	 * publisher. {@link RecordEvents} makes it where the publisher that it replaces is a
	 * {@link DurableEventPublisher}.
	 * @return this recorder
	 */
	public EventRecorder inTransactions() {
		this.transactional = true;
		return this;
	}

	/**
	 * Return what was published.
	 * @return the events in the order in which they were recorded, a copy
	 */
	public List<Event> events() {
		this.lock.lock();
		try {
			return List.copyOf(this.events);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return the events of a type.
	 * @param type the type
	 * @return those that were recorded, in that order, a copy
	 */
	public List<Event> events(EventType type) {
		Assert.notNull(type, "type is null: give the type of the events");
		return events().stream().filter((event) -> type.equals(event.type())).toList();
	}

	/**
	 * Wait until events are recorded, for tests of code that publishes in other threads.
	 * @param count how many events, those that are recorded already among them
	 * @param timeout how long to wait at most
	 * @return all events that are recorded then, at least that many
	 * @throws AssertionError when there are fewer of them in time, or when the thread is
	 * interrupted, which it stays
	 */
	public List<Event> await(int count, Duration timeout) {
		checkTime(timeout);
		long left = timeout.toNanos();
		this.lock.lock();
		try {
			while (this.events.size() < count) {
				if (left <= 0) {
					throw new AssertionError(missing(count, "within " + timeout));
				}
				left = this.recorded.awaitNanos(left);
			}
			return List.copyOf(this.events);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(missing(count, "before the thread was interrupted"), ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private String missing(int count, String when) {
		List<String> types = this.events.stream().map((event) -> String.valueOf(event.type())).toList();
		return "Expected " + count + " events " + when + ", but there are " + types.size() + ": " + types;
	}

	/**
	 * Have {@link #publish(Event)} fail from now on, as it does when the queue is full,
	 * say, by a {@link RejectedExecutionException}.
	 * @param failure what it throws
	 */
	public void refuse(RuntimeException failure) {
		Assert.notNull(failure, "failure is null: give what is to be thrown, or clear the recorder");
		this.refusal = failure;
	}

	/**
	 * Forget all events, accept new ones again, and be open again. Events of a
	 * transaction that is not over yet are recorded nevertheless when it is committed.
	 */
	public void clear() {
		this.lock.lock();
		try {
			this.events.clear();
			this.refusal = null;
			this.closed = false;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public boolean publish(Event event) {
		Assert.notNull(event, "event is null: give the event to be sent");
		if (this.closed) {
			throw new RejectedExecutionException("The publisher is closed");
		}
		RuntimeException refusal = this.refusal;
		if (refusal != null) {
			throw refusal;
		}
		Event dated = (event.date() != null) ? event : event.withDate(Instant.now());
		if (this.transactional) {
			EventChecks.checkNew(event);
		}
		if (this.transactional && TransactionRecording.isPossible()) {
			TransactionRecording.of(this).add(dated);
		}
		else {
			record(List.of(dated));
		}
		return true;
	}

	/**
	 * Record events that are certain.
	 */
	void record(List<Event> certain) {
		this.lock.lock();
		try {
			this.events.addAll(certain);
			this.recorded.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return at once: nothing is on its way.
	 */
	@Override
	public boolean flush(Duration timeout) {
		checkTime(timeout);
		return true;
	}

	private static void checkTime(Duration timeout) {
		Assert.isTrue(timeout != null && !timeout.isNegative(),
				() -> "timeout is " + timeout + ": give a time that is not negative");
	}

	@Override
	public int queued() {
		return 0;
	}

	/**
	 * Return how many events are recorded.
	 */
	@Override
	public long sent() {
		return events().size();
	}

	@Override
	public long failed() {
		return 0;
	}

	@Override
	public long dropped() {
		return 0;
	}

	/**
	 * Return that nothing waits.
	 */
	@Override
	public EventBacklog backlog() {
		return new EventBacklog(0, null, 0);
	}

	/**
	 * Return that nothing was refused.
	 */
	@Override
	public RefusedEvents refused() {
		return NothingRefused.INSTANCE;
	}

	/**
	 * Do nothing: nothing is sent anyway.
	 */
	@Override
	public void pause(Duration timeout) {
		checkTime(timeout);
	}

	/**
	 * Do nothing.
	 */
	@Override
	public void resume() {
	}

	/**
	 * Accept no more events.
	 */
	@Override
	public void close() {
		this.closed = true;
	}

	/**
	 * Accept no more events.
	 */
	@Override
	public void close(Duration timeout) {
		checkTime(timeout);
		close();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
