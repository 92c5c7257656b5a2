package io.contacthub.samples.desk.change;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/**
 * What has those who change the same customer at this desk take turns, so that each of
 * them sees what the one before has changed. Other desks and programs know nothing of it.
 */
@Component
class CustomerTurns {

	/**
	 * How long somebody waits for the others. Each has two requests in a turn, which are
	 * mostly done in a moment: who waits for longer waits for an outage.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(8);

	private final Map<String, Turn> turns = new ConcurrentHashMap<>();

	/**
	 * Change a customer when nobody else does.
	 * @param id the id of the customer
	 * @param change reads the customer and writes what is changed
	 * @throws CannotAcquireLockException if the others take too long
	 */
	<T> T take(String id, Supplier<T> change) {
		Turn turn = this.turns.compute(id, (key, present) -> ((present != null) ? present : new Turn()).enter());
		try {
			if (!turn.lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new CannotAcquireLockException("Others are changing the same customer");
			}
			try {
				return change.get();
			}
			finally {
				turn.lock.unlock();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotAcquireLockException("The desk is shut down", ex);
		}
		finally {
			this.turns.computeIfPresent(id, (key, present) -> present.leave());
		}
	}

	/**
	 * The lock of a customer, as long as anybody needs it.
	 */
	private static final class Turn {

		private final ReentrantLock lock = new ReentrantLock(true);

		private int users;

		Turn enter() {
			this.users++;
			return this;
		}

		Turn leave() {
			this.users--;
			return (this.users > 0) ? this : null;
		}

	}

}
