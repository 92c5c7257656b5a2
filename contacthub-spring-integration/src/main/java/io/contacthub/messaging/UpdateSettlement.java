package io.contacthub.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

import io.contacthub.client.PauseSettings;
import io.contacthub.update.Update;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.MessagingException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Settlement of the changes that were handed out: what becomes of one that was handled,
 * or could not be.
 */
final class UpdateSettlement {

	private static final Log logger = LogFactory.getLog(UpdateMessageSource.class);

	private final PageReader reader;

	private final Lock lock;

	private final LongSupplier nanoTime;

	private final Map<Thread, UpdateAcknowledgment> handedOut = new ConcurrentHashMap<>();

	private final LongAdder handled = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder skipped = new LongAdder();

	private int maxAttempts = 3;

	private PauseSettings backOff = PauseSettings.defaults();

	private UpdateSkipListener skipListener = UpdateSettlement::log;

	private volatile @Nullable PendingUpdate repeated;

	/**
	 * Create the settlement.
	 * @param reader stores where it is
	 * @param lock is held while pages change
	 * @param nanoTime the time as {@link System#nanoTime()} has it
	 */
	UpdateSettlement(PageReader reader, Lock lock, LongSupplier nanoTime) {
		this.reader = reader;
		this.lock = lock;
		this.nanoTime = nanoTime;
	}

	void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	void setBackOff(PauseSettings backOff) {
		this.backOff = backOff;
	}

	PauseSettings backOff() {
		return this.backOff;
	}

	void setSkipListener(UpdateSkipListener skipListener) {
		this.skipListener = skipListener;
	}

	private static void log(Update update, Throwable failure) {
		logger.error("The " + update.operation() + " of " + update.entity().type() + " " + update.entity().id()
				+ " was skipped, since it could not be handled", failure);
	}

	/**
	 * Take note that the present thread is given a change.
	 * @return its acknowledgment
	 */
	UpdateAcknowledgment handOut(PendingUpdate update) {
		UpdateAcknowledgment acknowledgment = new UpdateAcknowledgment(this, update);
		this.handedOut.put(Thread.currentThread(), acknowledgment);
		return acknowledgment;
	}

	/**
	 * Reject what a thread has left that asks again, or is no more: an endpoint
	 * acknowledges nothing after an error.
	 */
	void rejectAbandoned() {
		this.handedOut.forEach((thread, acknowledgment) -> {
			if (thread == Thread.currentThread() || !thread.isAlive()) {
				this.handedOut.remove(thread, acknowledgment);
				if (acknowledgment.isAutoAck() && !acknowledgment.isAcknowledged()) {
					acknowledgment.reject(new MessagingException(
							"The endpoint has neither acknowledged nor rejected it, as after an error of a handler"));
				}
			}
		});
	}

	/**
	 * Begin anew from what is stored.
	 */
	void forget() {
		this.handedOut.clear();
		this.repeated = null;
		this.reader.forget();
	}

	/**
	 * Settle a change that was handled, in a transaction when that is committed.
	 */
	void accept(PendingUpdate update) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new Completion(update));
			store(() -> this.reader.commitLast(update.page()));
			return;
		}
		store(() -> {
			this.handled.increment();
			settle(update);
			// the endpoint may be stopped before it asks again
			this.reader.commitHandled(update.page());
		});
	}

	private void store(Runnable storing) {
		this.lock.lock();
		try {
			storing.run();
		}
		catch (RuntimeException ex) {
			// told when it is tried again
			logger.debug("The offset could not be stored", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void complete(PendingUpdate update, boolean committed) {
		this.lock.lock();
		try {
			if (committed) {
				this.handled.increment();
				settle(update);
				this.reader.moveOn(update.page());
			}
			else {
				update.page().reopen();
			}
		}
		finally {
			this.lock.unlock();
		}
		if (!committed) {
			reject(update, new MessagingException("The transaction in which it was handled was not committed"));
		}
	}

	void requeue(PendingUpdate update) {
		this.lock.lock();
		try {
			again(update);
		}
		finally {
			this.lock.unlock();
		}
	}

	void reject(PendingUpdate update, @Nullable Throwable failure) {
		Throwable reason = (failure != null) ? failure
				: new MessagingException("The endpoint rejected the message: its error channel has the reason");
		boolean skip;
		this.lock.lock();
		try {
			this.failed.increment();
			update.rejected();
			skip = this.maxAttempts > 0 && update.attempts() >= this.maxAttempts;
			if (!skip) {
				long pause = again(update);
				logger.warn("The " + update + " could not be handled by attempt " + update.attempts()
						+ ", and is given again in " + pause + " ms: " + reason);
			}
		}
		finally {
			this.lock.unlock();
		}
		if (skip) {
			skip(update, reason);
		}
	}

	private void skip(PendingUpdate update, Throwable reason) {
		try {
			this.skipListener.skipped(update.update(), reason);
		}
		catch (Throwable ex) {
			logger.error("The listener of skipped changes failed for the " + update, ex);
		}
		finally {
			this.lock.lock();
			try {
				this.skipped.increment();
				// stored with the next message, since a transaction of this one is rolled
				// back
				settle(update);
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	private long again(PendingUpdate update) {
		long pause = update.postpone(this.backOff, this.nanoTime.getAsLong());
		update.page().reject(update);
		this.repeated = update;
		return pause;
	}

	private void settle(PendingUpdate update) {
		update.page().settle();
		if (this.repeated == update) {
			this.repeated = update.page().repeated();
		}
	}

	long handled() {
		return this.handled.sum();
	}

	long failed() {
		return this.failed.sum();
	}

	long skipped() {
		return this.skipped.sum();
	}

	/**
	 * Return the change that was rejected and is given again.
	 */
	@Nullable PendingUpdate repeated() {
		return this.repeated;
	}

	/**
	 * End of the transaction in which a change was handled.
	 */
	private final class Completion implements TransactionSynchronization {

		private final PendingUpdate update;

		Completion(PendingUpdate update) {
			this.update = update;
		}

		@Override
		public void afterCompletion(int status) {
			complete(this.update, status == STATUS_COMMITTED);
		}

	}

}
