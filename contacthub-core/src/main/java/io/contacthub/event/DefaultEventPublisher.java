package io.contacthub.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.PauseLengths;
import io.contacthub.client.SharedPause;
import io.contacthub.client.UninterruptibleWait;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.util.Assert;

/**
 * A publisher whose queue is in memory.
 */
class DefaultEventPublisher implements EventPublisher {

	private static final Log logger = LogFactory.getLog(EventPublisher.class);

	/** The longest that any of the settings may be. */
	static final Duration LONGEST = Duration.ofDays(24);

	private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

	private final EventRepository events;

	private final Settings settings;

	private final EventPublisherListener listener;

	private final BackgroundExecutor senders;

	private final Semaphore room;

	private final Set<Sending> pending = ConcurrentHashMap.newKeySet();

	private final SharedPause pause;

	private final ReadWriteLock closing = new ReentrantReadWriteLock();

	private final ThreadLocal<@Nullable Sending> sending = new NamedThreadLocal<>("Event of ContactHub");

	private final LongAdder sent = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private volatile boolean closed;

	DefaultEventPublisher(EventRepository events, Settings settings, @Nullable EventPublisherListener listener,
			TaskDecorator taskDecorator) {
		this(events, settings, listener, taskDecorator, SharedPause.PauseClock.SYSTEM);
	}

	DefaultEventPublisher(EventRepository events, Settings settings, @Nullable EventPublisherListener listener,
			TaskDecorator taskDecorator, SharedPause.PauseClock clock) {
		this.events = events;
		this.settings = settings;
		this.listener = (listener != null) ? listener : DefaultEventPublisher::log;
		this.room = new Semaphore(
				(int) Math.min(Integer.MAX_VALUE, (long) settings.capacity() + settings.concurrency()));
		this.pause = new SharedPause(settings.retry(), clock);
		this.senders = BackgroundExecutor.pooled("contacthub-events-", settings.concurrency(), taskDecorator);
	}

	private static void log(Event event, @Nullable Throwable failure) {
		logger.warn("An event of type '" + event.type() + "' was not sent: " + EventPublisherListener.summary(failure));
	}

	@Override
	public boolean publish(Event event) {
		Assert.notNull(event, "event is null: give the event to be sent");
		Event dated = (event.date() != null) ? event : event.withDate(Instant.now());
		checkOpen();
		if (hasRoom()) {
			accept(dated);
			return true;
		}
		this.dropped.increment();
		tell(dated, null);
		return false;
	}

	private void checkOpen() {
		if (this.closed) {
			throw new RejectedExecutionException("The publisher is closed");
		}
	}

	private void accept(Event event) {
		Sending sending = null;
		this.closing.readLock().lock();
		try {
			checkOpen();
			sending = new Sending(event);
			this.pending.add(sending);
			this.senders.execute(sending);
		}
		catch (RuntimeException | Error ex) {
			// it is refused: neither a thread nor a decorator of the application took it
			if (sending != null) {
				this.pending.remove(sending);
			}
			this.room.release();
			throw ex;
		}
		finally {
			this.closing.readLock().unlock();
		}
	}

	/**
	 * Take room for an event, as far as there is any or will be.
	 */
	private boolean hasRoom() {
		if (this.room.tryAcquire()) {
			return true;
		}
		return switch (this.settings.overflow()) {
			case DROP -> false;
			case REJECT -> throw new RejectedExecutionException(
					"The queue is full: " + this.settings.capacity() + " events wait to be sent");
			case BLOCK -> {
				try {
					yield this.room.tryAcquire(this.settings.offerTimeout().toNanos(), TimeUnit.NANOSECONDS);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					yield false;
				}
			}
		};
	}

	@Override
	public boolean flush(Duration timeout) {
		Duration time = EventChecks.checkTimeout(timeout);
		List<Sending> sendings = new ArrayList<>(this.pending);
		Sending present = this.sending.get();
		if (present != null) {
			// a listener that waits for what it is told of would wait in vain
			sendings.remove(present);
		}
		this.pause.hurry();
		try {
			return await(sendings, time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.pause.relax();
		}
	}

	private static boolean await(Collection<Sending> sendings, Duration timeout) throws InterruptedException {
		try {
			CompletableFuture
				.allOf(sendings.stream().map((sending) -> sending.decided).toArray(CompletableFuture[]::new))
				.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("What becomes of an event is no failure here", ex);
		}
	}

	@Override
	public int queued() {
		return this.pending.size();
	}

	@Override
	public long sent() {
		return this.sent.sum();
	}

	@Override
	public long failed() {
		return this.failed.sum();
	}

	@Override
	public long dropped() {
		return this.dropped.sum();
	}

	@Override
	public void close() {
		close(this.settings.shutdownTimeout());
	}

	@Override
	public void close(Duration timeout) {
		Duration time = EventChecks.checkTimeout(timeout);
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
		// those that wait for room are refused
		this.room.release(this.room.getQueueLength());
		boolean complete = UninterruptibleWait.await(time, this::flushed);
		this.senders.shutdown();
		if (!complete) {
			// those that are interrupted tell by themselves what became of their events
			UninterruptibleWait.await(LAST_MOMENT, this.senders::shutdownNow);
			this.pending.forEach(Sending::drop);
		}
	}

	private boolean flushed(Duration timeout) throws InterruptedException {
		this.pause.hurry();
		return await(new ArrayList<>(this.pending), timeout);
	}

	private void tell(Event event, @Nullable Throwable failure) {
		try {
			this.listener.notSent(event, failure);
		}
		catch (Throwable ex) {
			logger.warn("The listener failed", ex);
		}
	}

	/**
	 * One event on its way, until it is decided what becomes of it.
	 */
	private final class Sending implements Runnable {

		private final Event event;

		private final Runnable task;

		private final AtomicBoolean claimed = new AtomicBoolean();

		private final CompletableFuture<@Nullable Void> decided = new CompletableFuture<>();

		private volatile @Nullable Throwable lastFailure;

		/** What has become of the present attempt. */
		private @Nullable Runnable outcome;

		Sending(Event event) {
			this.event = event;
			this.task = DefaultEventPublisher.this.senders.inContext(this::send);
		}

		@Override
		public void run() {
			this.outcome = null;
			DefaultEventPublisher.this.sending.set(this);
			try {
				this.task.run();
			}
			catch (Throwable ex) {
				if (this.outcome == null) {
					this.outcome = () -> fail(ex);
				}
			}
			if (this.outcome != null) {
				this.outcome.run();
			}
			DefaultEventPublisher.this.sending.remove();
		}

		private void send() {
			int turn;
			try {
				turn = DefaultEventPublisher.this.pause.await();
			}
			catch (InterruptedException ex) {
				// unless it is for the end, somebody else was meant
				this.outcome = this::again;
				return;
			}
			try {
				DefaultEventPublisher.this.events.add(this.event);
				DefaultEventPublisher.this.pause.succeeded(turn);
				this.outcome = () -> decide(DefaultEventPublisher.this.sent, false, null);
			}
			catch (Throwable ex) {
				this.outcome = () -> failed(ex, turn);
			}
		}

		private void failed(Throwable failure, int turn) {
			EventOutcome fate = EventOutcome.of(failure, DefaultEventPublisher.this.settings.delivery());
			if (fate != EventOutcome.FAILS) {
				DefaultEventPublisher.this.pause.begin(turn, PauseLengths.asked(failure));
			}
			if (fate == EventOutcome.STAYS) {
				this.lastFailure = failure;
				again();
			}
			else {
				fail(failure);
			}
		}

		private void again() {
			try {
				DefaultEventPublisher.this.senders.execute(this);
			}
			catch (TaskRejectedException ex) {
				logger.debug("There is no time left to send an event again");
			}
		}

		private void fail(Throwable failure) {
			decide(DefaultEventPublisher.this.failed, true, failure);
		}

		void drop() {
			decide(DefaultEventPublisher.this.dropped, true, this.lastFailure);
		}

		private void decide(LongAdder counter, boolean told, @Nullable Throwable failure) {
			if (!this.claimed.compareAndSet(false, true)) {
				return;
			}
			counter.increment();
			if (told) {
				tell(this.event, failure);
			}
			DefaultEventPublisher.this.pending.remove(this);
			DefaultEventPublisher.this.room.release();
			this.decided.complete(null);
		}

	}

}
