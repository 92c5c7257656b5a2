package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Pause that all threads make together which send the same kind of thing, when ContactHub
 * does not take it. For the classes of this library.
 */
public final class SharedPause {

	/** The longest one while somebody waits. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final Lock lock = new ReentrantLock();

	private final Condition over = this.lock.newCondition();

	private final PauseClock clock;

	private final PauseLengths lengths;

	private final Duration shortest;

	private final Duration longest;

	/** How many have followed each other. */
	private volatile int inARow;

	private volatile boolean holds;

	private volatile int number;

	private int waiting;

	private long end;

	/**
	 * Create what holds no one up yet.
	 * @param settings how long the pauses are
	 * @param clock what they are measured by
	 */
	public SharedPause(PauseSettings settings, PauseClock clock) {
		this.clock = clock;
		this.lengths = new PauseLengths(settings);
		this.shortest = (settings.initialInterval().compareTo(PATIENCE) < 0) ? settings.initialInterval() : PATIENCE;
		this.longest = settings.maxInterval();
	}

	/**
	 * Wait until there is none.
	 * @return how many there have been
	 * @throws InterruptedException when the thread is interrupted while it waits
	 */
	public int await() throws InterruptedException {
		return await(() -> false);
	}

	/**
	 * Wait until there is none, or nothing to wait for any more.
	 * @param givenUp whether there is nothing to wait for; looked at again after
	 * {@link #wake()}
	 * @return how many there have been
	 * @throws InterruptedException when the thread is interrupted while it waits
	 */
	public int await(BooleanSupplier givenUp) throws InterruptedException {
		if (!this.holds) {
			return this.number;
		}
		this.lock.lockInterruptibly();
		try {
			for (long left = left(); this.holds && left > 0 && !givenUp.getAsBoolean(); left = left()) {
				this.clock.await(this.over, left);
			}
			if (left() <= 0) {
				this.holds = false;
			}
			return this.number;
		}
		finally {
			this.lock.unlock();
		}
	}

	private long left() {
		return this.end - this.clock.nanoTime();
	}

	/**
	 * Begin one, longer than the last, unless it was begun for something that was sent at
	 * the same time.
	 * @param turn how many there had been when it was sent
	 * @param asked how long ContactHub asks to wait
	 */
	public void begin(int turn, Duration asked) {
		this.lock.lock();
		try {
			long now = this.clock.nanoTime();
			if (turn == this.number) {
				this.end = now + this.lengths.length(this.inARow).toNanos();
				this.inARow++;
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
	 * Have the next one begin with the shortest, when there was none since that was sent
	 * which succeeded.
	 * @param turn how many there had been when it was sent
	 */
	public void succeeded(int turn) {
		if (this.inARow > 0 && this.number == turn) {
			this.lock.lock();
			try {
				if (this.number == turn) {
					this.inARow = 0;
				}
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * Have those that wait look whether there is anything to wait for.
	 */
	public void wake() {
		this.lock.lock();
		try {
			this.over.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return whether there is one at present.
	 * @return whether what is sent now would wait
	 */
	public boolean isOn() {
		this.lock.lock();
		try {
			return this.holds && left() > 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return how long the present one will take.
	 * @return the time, zero when there is none
	 */
	public Duration remaining() {
		this.lock.lock();
		try {
			return this.holds ? Duration.ofNanos(Math.max(0, left())) : Duration.ZERO;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * End the present one, and make none longer than need be while somebody waits.
	 */
	public void hurry() {
		this.lock.lock();
		try {
			this.waiting++;
			this.inARow = 0;
			this.holds = false;
			this.over.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Take back one {@link #hurry()}.
	 */
	public void relax() {
		this.lock.lock();
		try {
			this.waiting--;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Clock that a pause looks at, and waits by.
	 */
	public interface PauseClock {

		/** The clock of the system. */
		PauseClock SYSTEM = new PauseClock() {

			@Override
			public long nanoTime() {
				return System.nanoTime();
			}

			@Override
			public void await(Condition over, long nanos) throws InterruptedException {
				over.awaitNanos(nanos);
			}

		};

		/**
		 * Return the time.
		 * @return the time, as {@link System#nanoTime()} has it
		 */
		long nanoTime();

		/**
		 * Wait for the end of the pause, for no longer than given. It may return before.
		 * @param over is signalled when the pause ends before its time
		 * @param nanos how long to wait at most
		 * @throws InterruptedException when the thread is interrupted
		 */
		void await(Condition over, long nanos) throws InterruptedException;

	}

}
