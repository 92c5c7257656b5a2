package io.contacthub.emulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * The faults that are switched on for the API: requests are refused before anything of
 * them is carried out, and answers are late, or lost.
 */
final class SwitchedFaults {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final Supplier<EmulatorSwitches> switches;

	private final RandomGenerator random;

	private final LongSupplier nanoTime;

	/**
	 * Times of the requests that were accepted within the last second.
	 */
	private final Deque<Long> accepted = new ArrayDeque<>();

	private final LongAdder lostAnswers = new LongAdder();

	/**
	 * Create the faults.
	 * @param switches the present switches
	 * @param random decides which requests are refused, and how late answers are
	 * @param nanoTime the time by which the rate is measured
	 */
	SwitchedFaults(Supplier<EmulatorSwitches> switches, RandomGenerator random, LongSupplier nanoTime) {
		this.switches = switches;
		this.random = random;
		this.nanoTime = nanoTime;
	}

	/**
	 * Answer a request.
	 * @param operation carries it out, told whether customers are being reindexed
	 * @return the answer, and how it goes out
	 */
	ApiAnswer apply(Operation operation) {
		EmulatorSwitches present = this.switches.get();
		if (present.equals(EmulatorSwitches.off())) {
			return new ApiAnswer(operation.run(false), Duration.ZERO, false);
		}
		EmulatedResponse refusal = overLimit(present.rateLimit());
		if (refusal == null && happens(present.disconnectRate())) {
			return new ApiAnswer(EmulatedResponse.empty(503), Duration.ZERO, true);
		}
		if (refusal == null && happens(present.failureRate())) {
			refusal = RequestRejectedException.of(503, "The service is temporarily unavailable").response();
		}
		if (refusal != null) {
			return new ApiAnswer(refusal, delay(present), false);
		}
		EmulatedResponse response = operation.run(present.reindexing());
		if (happens(present.lostAnswerRate())) {
			this.lostAnswers.increment();
			return new ApiAnswer(response, Duration.ZERO, true);
		}
		return new ApiAnswer(response, delay(present), false);
	}

	/**
	 * Return how many requests were carried out whose answer was lost.
	 */
	long lostAnswers() {
		return this.lostAnswers.sum();
	}

	/**
	 * Forget what has happened.
	 */
	void reset() {
		this.lostAnswers.reset();
	}

	private boolean happens(double rate) {
		return rate > 0 && this.random.nextDouble() < rate;
	}

	private Duration delay(EmulatorSwitches present) {
		long jitter = present.latencyJitter().toNanos();
		return (jitter > 0) ? present.latency().plusNanos(this.random.nextLong(jitter + 1)) : present.latency();
	}

	private synchronized @Nullable EmulatedResponse overLimit(int limit) {
		if (limit == 0) {
			this.accepted.clear();
			return null;
		}
		long now = this.nanoTime.getAsLong();
		while (!this.accepted.isEmpty() && now - this.accepted.getFirst() >= SECOND) {
			this.accepted.removeFirst();
		}
		if (this.accepted.size() < limit) {
			this.accepted.addLast(now);
			return null;
		}
		return RequestRejectedException.of(429, "The limit of " + limit + " requests a second is exceeded")
			.response()
			.withHeader("Retry-After", "1");
	}

	/**
	 * What a request asks for.
	 */
	interface Operation {

		EmulatedResponse run(boolean reindexing);

	}

}
