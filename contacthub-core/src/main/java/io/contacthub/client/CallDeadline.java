package io.contacthub.client;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;

/**
 * The time that a call may take. It is the one thing of a call that its threads know:
 * sockets of an HTTP engine are handed nothing else to know it by.
 */
final class CallDeadline {

	private static final Duration ENDLESS = Duration.ofDays(1);

	private static final ThreadLocal<@Nullable CallDeadline> CURRENT = new NamedThreadLocal<>("Deadline of ContactHub");

	private final Duration timeout;

	private final LongSupplier nanoTime;

	private final long start;

	/**
	 * Create a deadline that begins to run.
	 * @param timeout the time
	 * @param nanoTime the clock, as {@link System#nanoTime()}
	 */
	CallDeadline(Duration timeout, LongSupplier nanoTime) {
		this.timeout = timeout;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Return how much time the call on the present thread has left, not negative; without
	 * one, more than enough.
	 */
	static Duration timeLeft() {
		CallDeadline current = CURRENT.get();
		return (current != null) ? current.remaining() : ENDLESS;
	}

	/**
	 * Return whether the present thread works for a call.
	 */
	static boolean isSet() {
		return CURRENT.get() != null;
	}

	/**
	 * Set this deadline on the present thread.
	 * @return the one before, to be given to {@link #restore(CallDeadline)}
	 */
	@Nullable CallDeadline set() {
		CallDeadline before = CURRENT.get();
		if (before != this) {
			CURRENT.set(this);
		}
		return before;
	}

	/**
	 * Set what {@link #set()} has returned.
	 */
	static void restore(@Nullable CallDeadline before) {
		if (before == null) {
			CURRENT.remove();
		}
		else {
			before.set();
		}
	}

	Duration elapsed() {
		return Duration.ofNanos(this.nanoTime.getAsLong() - this.start);
	}

	Duration remaining() {
		Duration remaining = this.timeout.minus(elapsed());
		return remaining.isNegative() ? Duration.ZERO : remaining;
	}

}
