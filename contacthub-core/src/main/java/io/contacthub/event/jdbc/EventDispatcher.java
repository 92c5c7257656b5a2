package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.UninterruptibleWait;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisherListener;
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

	private final @Nullable EventPublisherListener listener;

	private final BackgroundExecutor coordinator = pool("contacthub-events-table-", 1);

	private final BackgroundExecutor tellers = pool("contacthub-events-listener-", 1);

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

	EventDispatcher(EventTable table, TransactionOperations transactions, EventSender sender,
			JdbcEventPublisherSettings settings, @Nullable EventPublisherListener listener) {
		this.table = table;
		this.transactions = transactions;
		this.sender = sender;
		this.settings = settings;
		this.listener = listener;
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
		// behind all that is to be told
		this.tellers.execute(() -> {
			this.ended.countDown();
			this.tellers.shutdown();
		});
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
		settle();
		return isStopped() ? hurryToEnd() : look();
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
	 * Look for events that are due, when there is room for them.
	 */
	private long look() {
		if (this.inHand.size() > this.settings.concurrency()) {
			return FOREVER;
		}
		long pause = this.sender.pause().remaining().toNanos();
		if (pause > 0) {
			return pause;
		}
		long now = System.nanoTime();
		if (this.woken || this.nextLook - now <= 0) {
			this.woken = false;
			claim(now);
		}
		return this.nextLook - System.nanoTime();
	}

	private void claim(long now) {
		int room = 2 * this.settings.concurrency() - this.inHand.size();
		// their lease can have ended here and in the table, though they are on their way
		List<Long> late = this.inHand.values()
			.stream()
			.filter((delivery) -> delivery.end - now <= 0)
			.map((delivery) -> delivery.claimed.id())
			.toList();
		List<ClaimedEvent> claimed = inTransaction(
				(transaction) -> this.table.claim(room, this.settings.lease(), this.settings.maxAge(), late));
		this.nextLook = System.nanoTime() + ((claimed.size() < room) ? this.settings.pollInterval().toNanos() : 0);
		List<Delivery> deliveries = claimed.stream()
			.map((event) -> new Delivery(event, now + this.settings.lease().toNanos()))
			.toList();
		deliveries.forEach((delivery) -> this.inHand.put(delivery.claimed.id(), delivery));
		deliveries.forEach(Delivery::execute);
	}

	/**
	 * Note in the table what has come of events. Only then there is room for others.
	 */
	private void settle() {
		for (EventAttempt attempt = this.returned.poll(); attempt != null; attempt = this.returned.poll()) {
			this.unsettled.add(attempt);
		}
		if (this.unsettled.isEmpty()) {
			return;
		}
		EventSettlement settlement = new EventSettlement(this.unsettled);
		List<EventAttempt> refused = inTransaction((transaction) -> settlement.write(this.table));
		this.sent.add(settlement.sent());
		this.refused.add(refused.size());
		this.unsettled.forEach((attempt) -> this.inHand.remove(attempt.claimed().id()));
		this.unsettled.clear();
		long due = System.nanoTime() + settlement.due().toNanos();
		if (due - this.nextLook < 0) {
			this.nextLook = due;
		}
		refused.forEach((attempt) -> this.tellers.execute(() -> tell(attempt)));
	}

	private void tell(EventAttempt attempt) {
		this.own.set(true);
		Event event = attempt.event();
		if (event == null || this.listener == null) {
			logger.warn("An event" + ((event != null) ? " of type '" + event.type() + "'" : "") + " was refused: "
					+ attempt.reason());
			return;
		}
		try {
			this.listener.notSent(event, attempt.failure());
		}
		catch (Throwable ex) {
			logger.warn("The listener failed", ex);
		}
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
				// there is no thread for it
				EventDispatcher.this.returned.add(EventAttempt.none(this.claimed));
				throw ex;
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
