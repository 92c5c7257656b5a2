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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A publisher whose queue is in memory.
 */
class DefaultEventPublisher implements EventPublisher {

	private static final Log logger = LogFactory.getLog(EventPublisher.class);

	/** The longest that any of the settings may be. */
	static final Duration LONGEST = Duration.ofDays(24);

	/** The longest pause while somebody waits. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

	private final EventRepository events;

	private final Settings settings;

	private final EventPublisherListener listener;

	private final TaskDecorator taskDecorator;

	private final ThreadPoolTaskExecutor senders = new ThreadPoolTaskExecutor();

	private final AtomicInteger threads = new AtomicInteger();

	private final Semaphore room;

	private final Set<Sending> pending = ConcurrentHashMap.newKeySet();

	private final Pause pause;

	private final ReadWriteLock closing = new ReentrantReadWriteLock();

	private final ThreadLocal<@Nullable Sending> sending = new NamedThreadLocal<>("Event of ContactHub");

	private final LongAdder sent = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private volatile boolean closed;

	DefaultEventPublisher(EventRepository events, Settings settings, @Nullable EventPublisherListener listener,
			TaskDecorator taskDecorator) {
		this.events = events;
		this.settings = settings;
		this.listener = (listener != null) ? listener : DefaultEventPublisher::log;
		this.taskDecorator = taskDecorator;
		this.room = new Semaphore(
				(int) Math.min(Integer.MAX_VALUE, (long) settings.capacity() + settings.concurrency()));
		this.pause = new Pause(settings.retry());
		// without the inheritable thread locals of whoever happens to publish first
		this.senders.setThreadFactory((task) -> {
			Thread thread = new Thread(null, task, "contacthub-events-" + this.threads.incrementAndGet(), 0, false);
			thread.setDaemon(true);
			return thread;
		});
		this.senders.setCorePoolSize(settings.concurrency());
		this.senders.setMaxPoolSize(settings.concurrency());
		this.senders.setKeepAliveSeconds(10);
		this.senders.setAllowCoreThreadTimeOut(true);
		this.senders.initialize();
	}

	private static void log(Event event, @Nullable Throwable failure) {
		logger.warn("An event of type '" + event.type() + "' was not sent: "
				+ ((failure != null) ? failure.getMessage() : "it was dropped"));
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
		Assert.isTrue(timeout != null && !timeout.isNegative(),
				() -> "timeout is " + timeout + ": give a time that is not negative");
		List<Sending> sendings = new ArrayList<>(this.pending);
		Sending present = this.sending.get();
		if (present != null) {
			// a listener that waits for what it is told of would wait in vain
			sendings.remove(present);
		}
		this.pause.hurry();
		try {
			return await(sendings, timeout);
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
				.get(nanos(timeout), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("What becomes of an event is no failure here", ex);
		}
	}

	private static long nanos(Duration duration) {
		return ((duration.compareTo(LONGEST) < 0) ? duration : LONGEST).toNanos();
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
		Assert.isTrue(timeout != null && !timeout.isNegative(),
				() -> "timeout is " + timeout + ": give a time that is not negative");
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
		boolean complete = uninterruptibly(timeout, this::flushed);
		this.senders.shutdown();
		if (!complete) {
			// those that are interrupted tell by themselves what became of their events
			this.senders.getThreadPoolExecutor().shutdownNow();
			uninterruptibly(LAST_MOMENT, (left) -> this.senders.getThreadPoolExecutor()
				.awaitTermination(left.toNanos(), TimeUnit.NANOSECONDS));
			this.pending.forEach(Sending::drop);
		}
	}

	private boolean flushed(Duration timeout) throws InterruptedException {
		this.pause.hurry();
		return await(new ArrayList<>(this.pending), timeout);
	}

	/**
	 * Wait as long as it takes, since an interrupt would cost the events.
	 */
	private static boolean uninterruptibly(Duration timeout, Waiting waiting) {
		boolean interrupted = Thread.interrupted();
		long end = System.nanoTime() + nanos(timeout);
		try {
			while (true) {
				try {
					return waiting.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
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
	 * What becomes of an event that failed.
	 */
	private Fate fate(Throwable failure) {
		ContactHubFailure reason = ContactHubFailure.in(failure).orElse(null);
		if (reason == null) {
			return Fate.FAILS;
		}
		return switch (reason.repeatability()) {
			case ALWAYS -> Fate.STAYS;
			case IF_IDEMPOTENT ->
				(this.settings.delivery() == Delivery.AT_LEAST_ONCE) ? Fate.STAYS : Fate.FAILS_AND_WARNS_THE_OTHERS;
			// nothing was sent: it can be once the certificate is a right one
			case NEVER -> (reason.reason() == FailureReason.UNTRUSTED_SERVER) ? Fate.STAYS : Fate.FAILS;
		};
	}

	/**
	 * What becomes of an event that failed.
	 */
	private enum Fate {

		STAYS, FAILS,

		/** The others need not share its lot, which is that of any event now. */
		FAILS_AND_WARNS_THE_OTHERS

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
			this.task = DefaultEventPublisher.this.taskDecorator.decorate(this::send);
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
				else {
					logger.debug("A TaskDecorator failed after an attempt to send an event", ex);
				}
			}
			Runnable outcome = this.outcome;
			if (outcome == null) {
				outcome = () -> fail(new IllegalStateException("A TaskDecorator has not run its task"));
			}
			outcome.run();
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
			Fate fate = fate(failure);
			if (fate != Fate.FAILS) {
				DefaultEventPublisher.this.pause.begin(turn,
						ContactHubFailure.in(failure).map(ContactHubFailure::retryAfter).orElse(Duration.ZERO));
			}
			if (fate == Fate.STAYS) {
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

	/**
	 * Waits for something.
	 */
	@FunctionalInterface
	private interface Waiting {

		boolean await(Duration timeout) throws InterruptedException;

	}

	/**
	 * The pause that all threads make together when ContactHub does not take events.
	 */
	private static final class Pause {

		private final Lock lock = new ReentrantLock();

		private final Condition over = this.lock.newCondition();

		private final BackOff backOff;

		private final Duration shortest;

		private final Duration longest;

		private volatile @Nullable BackOffExecution lengths;

		private volatile boolean holds;

		private volatile int number;

		private int waiting;

		private long end;

		Pause(Retry retry) {
			ExponentialBackOff exponential = new ExponentialBackOff(retry.initialInterval().toMillis(),
					retry.multiplier());
			exponential.setMaxInterval(retry.maxInterval().toMillis());
			exponential.setJitter((long) (retry.jitter() * retry.initialInterval().toMillis()));
			this.backOff = exponential;
			this.shortest = (retry.initialInterval().compareTo(PATIENCE) < 0) ? retry.initialInterval() : PATIENCE;
			this.longest = retry.maxInterval();
		}

		/**
		 * Wait until there is none.
		 * @return how many there have been
		 */
		int await() throws InterruptedException {
			if (!this.holds) {
				return this.number;
			}
			this.lock.lockInterruptibly();
			try {
				for (long left = left(); this.holds && left > 0; left = left()) {
					this.over.awaitNanos(left);
				}
				this.holds = false;
				return this.number;
			}
			finally {
				this.lock.unlock();
			}
		}

		private long left() {
			return this.end - System.nanoTime();
		}

		/**
		 * Begin one, longer than the last, unless it was begun for an event that was sent
		 * at the same time.
		 * @param turn how many there had been when the event was sent
		 * @param asked how long ContactHub asks to wait
		 */
		void begin(int turn, Duration asked) {
			this.lock.lock();
			try {
				long now = System.nanoTime();
				if (turn == this.number) {
					BackOffExecution lengths = this.lengths;
					if (lengths == null) {
						lengths = this.backOff.start();
						this.lengths = lengths;
					}
					this.end = now + TimeUnit.MILLISECONDS.toNanos(lengths.nextBackOff());
					this.number = turn + 1;
					this.holds = true;
				}
				Duration longest = (this.waiting > 0) ? this.shortest : this.longest;
				this.end = Math.min(this.end - now, longest.toNanos()) + now;
				long wait = ((asked.compareTo(longest) < 0) ? asked : longest).toNanos();
				if (this.holds && now + wait - this.end > 0) {
					this.end = now + wait;
				}
			}
			finally {
				this.lock.unlock();
			}
		}

		/**
		 * Have the next one begin with the shortest, when there was none since the event
		 * was sent that succeeded.
		 */
		void succeeded(int turn) {
			if (this.lengths != null && this.number == turn) {
				this.lock.lock();
				try {
					if (this.number == turn) {
						this.lengths = null;
					}
				}
				finally {
					this.lock.unlock();
				}
			}
		}

		/**
		 * End the present one, and make none longer than need be while somebody waits.
		 */
		void hurry() {
			this.lock.lock();
			try {
				this.waiting++;
				this.lengths = null;
				this.holds = false;
				this.over.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}

		void relax() {
			this.lock.lock();
			try {
				this.waiting--;
			}
			finally {
				this.lock.unlock();
			}
		}

	}

}
