package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.UninterruptibleWait;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.transaction.support.TransactionCallback;
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

	private final EventTable table;

	private final TransactionOperations transactions;

	private final EventSender sender;

	private final JdbcEventPublisherSettings settings;

	private final EventTeller teller;

	private final BackgroundExecutor coordinator = pool("contacthub-events-table-", 1);

	private final BackgroundExecutor senders;

	private final Map<Long, Delivery> inHand = new HashMap<>();

	private final Queue<EventAttempt> returned = new ConcurrentLinkedQueue<>();

	private final List<EventAttempt> unsettled = new ArrayList<>();

	private final Semaphore signals = new Semaphore(0);

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final ThreadLocal<@Nullable Boolean> own = new NamedThreadLocal<>("Events of ContactHub");

	private final LongAdder sent = new LongAdder();

	private final LongAdder refused = new LongAdder();

	private volatile boolean woken;

	private volatile long stopAt;

	private long nextLook = System.nanoTime();

	private boolean away;

	private boolean interrupted;

	private @Nullable Throwable threadFailure;

	EventDispatcher(EventTable table, TransactionOperations transactions, EventSender sender,
			JdbcEventPublisherSettings settings, EventTeller teller) {
		this.table = table;
		this.transactions = transactions;
		this.sender = sender;
		this.settings = settings;
		this.teller = teller;
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

	private void pauseAfter(Throwable failure) {
		if (!this.away) {
			this.away = true;
			logger.warn("The table of events does not answer: none is sent until it does, and it is asked every "
					+ this.settings.pollInterval(), failure);
		}
		else {
			logger.debug("The table of events still does not answer", failure);
		}
		// what was to be looked for is to be looked for still
		this.woken = true;
		UninterruptibleWait.await(this.settings.pollInterval(),
				(left) -> this.stopped.await(left.toNanos(), TimeUnit.NANOSECONDS));
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
			this.unsettled.add(attempt);
		}
		EventSettlement settlement = new EventSettlement(this.unsettled);
		int room = isStopped() ? 0 : room(settlement);
		if (room > 0 || !this.unsettled.isEmpty()) {
			exchange(settlement, room);
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
	private int room(EventSettlement settlement) {
		int held = this.inHand.size() - this.unsettled.size();
		boolean due = this.woken || settlement.wakes() || this.nextLook - System.nanoTime() <= 0;
		return (due && held <= this.settings.concurrency() && !this.sender.pause().isOn())
				? 2 * this.settings.concurrency() - held : 0;
	}

	/**
	 * Note in the table what has come of events, and lease others. There is room for
	 * those since both are committed together, or neither is.
	 */
	private void exchange(EventSettlement settlement, int room) {
		if (room > 0) {
			this.woken = false;
		}
		long now = System.nanoTime();
		Collection<Long> late = late(now);
		Exchange exchange = inTransaction((transaction) -> new Exchange(settlement.write(this.table),
				(room > 0) ? this.table.claim(room, this.settings.lease(), this.settings.maxAge(), late) : List.of()));
		this.sent.add(settlement.sent());
		this.refused.add(exchange.refused().size());
		this.unsettled.forEach((attempt) -> this.inHand.remove(attempt.claimed().id()));
		this.unsettled.clear();
		List<Delivery> deliveries = exchange.claimed()
			.stream()
			.map((event) -> new Delivery(event, now + this.settings.lease().toNanos()))
			.toList();
		deliveries.forEach((delivery) -> this.inHand.put(delivery.claimed.id(), delivery));
		planLook(settlement, room, deliveries.size());
		// whatever fails here, none is forgotten that is in hand
		deliveries.forEach(Delivery::execute);
		exchange.refused().forEach((attempt) -> this.teller.tell(attempt, () -> this.own.set(true)));
		if (this.threadFailure != null) {
			Throwable failure = this.threadFailure;
			this.threadFailure = null;
			throw new IllegalStateException("There is no thread to send events", failure);
		}
	}

	/**
	 * Return the ids of events that are on their way though their lease has ended, here
	 * and perhaps in the table.
	 */
	private Collection<Long> late(long now) {
		Set<Long> late = new HashSet<>();
		for (Delivery delivery : this.inHand.values()) {
			if (delivery.end - now <= 0) {
				late.add(delivery.claimed.id());
			}
		}
		this.unsettled.forEach((attempt) -> late.remove(attempt.claimed().id()));
		return late;
	}

	private void planLook(EventSettlement settlement, int room, int found) {
		long now = System.nanoTime();
		if (room > 0) {
			this.nextLook = now + ((found < room) ? this.settings.pollInterval().toNanos() : 0);
		}
		else if (settlement.wakes()) {
			this.nextLook = now;
		}
		long due = now + settlement.due().toNanos();
		if (due - this.nextLook < 0) {
			this.nextLook = due;
		}
	}

	private <T> T inTransaction(TransactionCallback<T> action) {
		T result = this.transactions.execute(action);
		if (this.away) {
			this.away = false;
			logger.info("The table of events answers again");
		}
		return result;
	}

	/**
	 * Take those back whose turn has not come.
	 */
	private void giveBack() {
		for (Delivery delivery : this.inHand.values()) {
			if (delivery.begin()) {
				this.returned.add(EventAttempt.none(delivery.claimed));
			}
		}
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

	/**
	 * What has come of a transaction.
	 */
	private record Exchange(List<EventAttempt> refused, List<ClaimedEvent> claimed) {

	}

	/**
	 * One event in the hands of the dispatcher.
	 */
	private final class Delivery implements Runnable {

		private final ClaimedEvent claimed;

		private final long end;

		private final AtomicBoolean begun = new AtomicBoolean();

		Delivery(ClaimedEvent claimed, long end) {
			this.claimed = claimed;
			this.end = end;
		}

		boolean begin() {
			return this.begun.compareAndSet(false, true);
		}

		void execute() {
			try {
				EventDispatcher.this.senders.execute(this);
			}
			catch (RuntimeException | Error ex) {
				EventDispatcher.this.threadFailure = ex;
				EventDispatcher.this.returned.add(EventAttempt.none(this.claimed));
			}
		}

		@Override
		public void run() {
			if (!begin()) {
				return;
			}
			EventDispatcher.this.own.set(true);
			EventDispatcher.this.returned.add(send());
			EventDispatcher.this.own.remove();
			EventDispatcher.this.signals.release();
		}

		private EventAttempt send() {
			try {
				return EventDispatcher.this.sender.send(this.claimed, this.end, EventDispatcher.this::isStopped);
			}
			catch (Throwable ex) {
				// one that does not come back would keep its place for ever
				return new EventAttempt(this.claimed, EventFate.PUT_OFF, null, ex,
						EventDispatcher.this.settings.retry().maxInterval());
			}
		}

	}

}
