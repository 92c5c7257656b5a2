package io.contacthub.customer;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.contacthub.client.ContactHubClient;

import org.springframework.dao.CannotAcquireLockException;

/**
 * The turns that the threads of this process take on a customer, for changes that consist
 * of several requests. Repositories of other nodes and of other clients of the same
 * workspace share the turns, since the customer is the same.
 */
final class CustomerTurns {

	private static final Map<Key, Turn> TURNS = new ConcurrentHashMap<>();

	private final URI baseUrl;

	private final String workspaceId;

	private final Duration longestWait;

	CustomerTurns(ContactHubClient client) {
		this.baseUrl = client.baseUrl();
		this.workspaceId = client.workspaceId();
		this.longestWait = client.callTimeout();
	}

	/**
	 * Do something with a customer when it is the turn of this thread. A thread whose
	 * turn it is already goes on.
	 * @param customerId the id of the customer
	 * @param action what is done
	 * @return what the action gives
	 * @throws CancellationException when the thread is interrupted while it waits; it
	 * stays interrupted
	 * @throws CannotAcquireLockException when it is not its turn in time
	 */
	<T> T take(String customerId, Supplier<T> action) {
		Key key = new Key(this.baseUrl, this.workspaceId, customerId);
		Turn turn = join(key);
		try {
			turn.begin(this.longestWait);
			try {
				return action.get();
			}
			finally {
				turn.end();
			}
		}
		finally {
			leave(key);
		}
	}

	private static Turn join(Key key) {
		return TURNS.compute(key, (same, present) -> {
			Turn turn = (present != null) ? present : new Turn();
			turn.users++;
			return turn;
		});
	}

	private static void leave(Key key) {
		TURNS.computeIfPresent(key, (same, turn) -> (--turn.users > 0) ? turn : null);
	}

	/**
	 * Return how many customers somebody has or waits for the turn of.
	 */
	static int size() {
		return TURNS.size();
	}

	private record Key(URI baseUrl, String workspaceId, String customerId) {

	}

	/**
	 * The turn on one customer. It is no monitor, which would pin virtual threads while
	 * they wait for ContactHub.
	 */
	private static final class Turn {

		// fair, so that a thread that makes many changes does not keep others out
		private final ReentrantLock lock = new ReentrantLock(true);

		// changed within the map's atomic operations only
		private int users;

		void begin(Duration longestWait) {
			try {
				if (!free() && !this.lock.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
					throw new CannotAcquireLockException(
							"Other threads have been changing the tags of the customer for " + longestWait
									+ ": nothing was sent");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new CancellationException(
						"Interrupted while waiting for other threads to change the tags of the customer");
			}
		}

		/**
		 * Begin where there is nothing to wait for, even if the thread is interrupted.
		 */
		private boolean free() {
			return (this.lock.isHeldByCurrentThread() || !this.lock.hasQueuedThreads()) && this.lock.tryLock();
		}

		void end() {
			this.lock.unlock();
		}

	}

}
