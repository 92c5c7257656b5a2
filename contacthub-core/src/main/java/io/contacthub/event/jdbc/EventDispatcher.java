package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.UninterruptibleWait;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Dispatcher of the events in the table. One thread leases them, has them sent by others,
 * and notes in the table what has come of it; it alone has to do with the database.
 * <p>
 * An event is in its hands from its lease until what has come of it is committed, and
 * there are never more than twice as many as are sent at the same time.
 */
final class EventDispatcher {

	private static final Log logger = LogFactory.getLog(JdbcEventPublisher.class);

	private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

	private static final long FOREVER = TimeUnit.DAYS.toNanos(1);

	private final EventExchange exchange;

	private final EventSender sender;

	private final JdbcEventPublisherSettings settings;

	private final EventTeller teller;

	private final TableFailures failures;

	private final BackgroundExecutor coordinator = pool("contacthub-events-table-", 1);

	private final BackgroundExecutor senders;

	private final Map<Long, EventDelivery> inHand = new HashMap<>();

	private final Queue<EventAttempt> returned = new ConcurrentLinkedQueue<>();

	private final Semaphore signals = new Semaphore(0);

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final ThreadLocal<@Nullable Boolean> own = new NamedThreadLocal<>("Events of ContactHub");

	private final LongAdder sent = new LongAdder();

	private final LongAdder refused = new LongAdder();

	private volatile boolean woken;

	private volatile long stopAt;

	private long nextLook = System.nanoTime();

	private boolean interrupted;

	private @Nullable Throwable threadFailure;

	EventDispatcher(EventTable table, TransactionOperations transactions, EventSender sender,
			JdbcEventPublisherSettings settings, EventTeller teller) {
		this.exchange = new EventExchange(table, transactions, settings);
		this.sender = sender;
		this.settings = settings;
		this.teller = teller;
		this.failures = new TableFailures(settings);
		this.senders = pool("contacthub-events-", settings.concurrency());
	}

	private static BackgroundExecutor pool(String name, int size) {
		return BackgroundExecutor.pooled(name, size, (task) -> task);
	}

	/**
	 * Begin.
	 */
	void start() {
		this.coordinator.execute(this::coordinate);
	}

	/**
	 * Have the table looked at, in which there may be something new.
	 */
	void wake() {
		this.woken = true;
		this.signals.release();
	}

	/**
	 * Return how many events ContactHub has accepted from here.
	 */
	long sent() {
		return this.sent.sum();
	}

	/**
	 * Return how many events were refused from here.
	 */
	long refused() {
		return this.refused.sum();
	}

	/**
	 * Lease no more events, and wait for those that are being sent, unless this thread is
	 * needed for that.
	 * @param timeout how long they have before they are interrupted
	 */
	void stop(Duration timeout) {
		this.stopAt = System.nanoTime() + timeout.toNanos();
		this.stopped.countDown();
		this.sender.pause().wake();
		this.signals.release();
		if (this.own.get() == null) {
			UninterruptibleWait.await(timeout.plus(LAST_MOMENT).plus(LAST_MOMENT),
					(left) -> this.ended.await(left.toNanos(), TimeUnit.NANOSECONDS));
		}
	}

	private boolean isStopped() {
		return this.stopped.getCount() == 0;
	}

	private void coordinate() {
		this.own.set(true);
		while (!isEnded()) {
			try {
				long wait = work();
				if (!isEnded()) {
					await(this.signals, wait);
				}
			}
			catch (Throwable ex) {
				pauseAfter(ex);
			}
		}
		if (!this.inHand.isEmpty()) {
			logger.warn("Events were still being sent at the end: those that have arrived come once more");
		}
		this.senders.shutdown();
		this.teller.end(this.ended::countDown);
		this.coordinator.shutdown();
	}

	/**
	 * Return whether there is nothing more to do, or no time for it.
	 */
	private boolean isEnded() {
		return isStopped() && (this.inHand.isEmpty() || System.nanoTime() - this.stopAt - LAST_MOMENT.toNanos() >= 0);
	}

	private static void await(Semaphore signals, long nanos) {
		UninterruptibleWait.await(Duration.ofNanos(Math.max(0, nanos)),
				(left) -> signals.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS));
		signals.drainPermits();
	}

	/**
	 * Wait until it can be tried again.
	 */
	private void pauseAfter(Throwable failure) {
		Duration pause = this.failures.add(failure);
		// what was to be looked for is to be looked for still
		this.woken = true;
		UninterruptibleWait.await(pause, (left) -> this.stopped.await(left.toNanos(), TimeUnit.NANOSECONDS));
		if (isStopped()) {
			// there is no end to wait for any more
			await(new Semaphore(0), TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/**
	 * Do what is to be done.
	 * @return how long there will be nothing to do, unless there is a signal
	 */
	private long work() {
		if (isStopped()) {
			giveBack();
		}
		for (EventAttempt attempt = this.returned.poll(); attempt != null; attempt = this.returned.poll()) {
			this.exchange.add(attempt);
		}
		int room = isStopped() ? 0 : room();
		if (room > 0 || this.exchange.size() > 0) {
			exchange(room);
		}
		if (isStopped()) {
			return hurryToEnd();
		}
		if (this.inHand.size() > this.settings.concurrency()) {
			return FOREVER;
		}
		return Math.max(this.nextLook - System.nanoTime(), this.sender.pause().remaining().toNanos());
	}

	/**
	 * Return for how many events there will be room, 0 when it is not the time to look
	 * for any.
	 */
	private int room() {
		int held = this.inHand.size() - this.exchange.size();
		boolean due = this.woken || this.exchange.pending().wakes() || this.nextLook - System.nanoTime() <= 0;
		return (due && held <= this.settings.concurrency() && !this.sender.pause().isOn())
				? 2 * this.settings.concurrency() - held : 0;
	}

	/**
	 * Note in the table what has come of events, and lease others.
	 */
	private void exchange(int room) {
		if (room > 0) {
			this.woken = false;
		}
		long now = System.nanoTime();
		EventExchange.Outcome outcome = this.exchange.perform(room, late(now));
		outcome.settled().forEach(this.inHand::remove);
		outcome.settlements().forEach((settlement) -> this.sent.add(settlement.sent()));
		this.refused.add(outcome.refused().size());
		List<EventDelivery> deliveries = outcome.claim()
			.events()
			.stream()
			.map((event) -> delivery(event, now + this.settings.lease().toNanos()))
			.toList();
		deliveries.forEach((delivery) -> this.inHand.put(delivery.id(), delivery));
		planLook(outcome, room > 0);
		// whatever fails here, none is forgotten that is in hand
		deliveries.forEach(this::execute);
		outcome.refused().forEach((attempt) -> this.teller.tell(attempt, () -> this.own.set(true)));
		checkFailures(outcome.failure());
	}

	private void checkFailures(@Nullable Throwable failure) {
		if (failure != null) {
			throw new IllegalStateException("Not all is committed", failure);
		}
		if (this.threadFailure != null) {
			Throwable noThread = this.threadFailure;
			this.threadFailure = null;
			throw new IllegalStateException("There is no thread to send events", noThread);
		}
		this.failures.end();
	}

	/**
	 * Return the ids of events that are in hand though their lease has ended, here and
	 * perhaps in the table.
	 */
	private Collection<Long> late(long now) {
		return this.inHand.values()
			.stream()
			.filter((delivery) -> delivery.isLate(now))
			.map(EventDelivery::id)
			.collect(Collectors.toSet());
	}

	private void planLook(EventExchange.Outcome outcome, boolean looked) {
		long now = System.nanoTime();
		if (looked) {
			this.nextLook = now + (outcome.claim().more() ? 0 : this.settings.pollInterval().toNanos());
		}
		for (EventSettlement settlement : outcome.settlements()) {
			long due = now + ((settlement.wakes() && !looked) ? 0 : settlement.due().toNanos());
			if (due - this.nextLook < 0) {
				this.nextLook = due;
			}
		}
	}

	private EventDelivery delivery(ClaimedEvent event, long end) {
		return new EventDelivery(event, end, (claimed, until) -> this.sender.send(claimed, until, this::isStopped),
				this.returned::add, this.settings.retry().maxInterval());
	}

	private void execute(EventDelivery delivery) {
		try {
			this.senders.execute(() -> deliver(delivery));
		}
		catch (RuntimeException | Error ex) {
			this.threadFailure = ex;
			delivery.takeBack();
		}
	}

	private void deliver(EventDelivery delivery) {
		try {
			this.own.set(true);
			delivery.run();
		}
		finally {
			this.own.remove();
			this.signals.release();
		}
	}

	/**
	 * Take those back whose turn has not come.
	 */
	private void giveBack() {
		this.inHand.values().forEach(EventDelivery::takeBack);
	}

	private long hurryToEnd() {
		long left = this.stopAt - System.nanoTime();
		if (left > 0) {
			return left;
		}
		if (!this.interrupted) {
			this.interrupted = true;
			UninterruptibleWait.await(Duration.ZERO, this.senders::shutdownNow);
		}
		return left + LAST_MOMENT.toNanos();
	}

}
