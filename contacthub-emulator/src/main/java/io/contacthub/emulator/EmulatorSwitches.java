package io.contacthub.emulator;

import java.time.Duration;

/**
 * What the emulator does to requests of the API to make a client prove itself. It can be
 * changed while the emulator runs; stubs are not affected.
 *
 * @param latency time that each answer waits, zero for none
 * @param latencyJitter longest time that an answer waits in addition, each one another
 * part of it
 * @param failureRate share of the requests, from 0 to 1, that are not carried out and
 * answered with 503
 * @param disconnectRate share of the requests, from 0 to 1, that are not carried out and
 * whose connection is closed without an answer
 * @param lostAnswerRate share of the requests, from 0 to 1, that are carried out and
 * whose connection is closed without an answer
 * @param rateLimit number of requests within a second above which requests are not
 * carried out and answered with 429 and {@code Retry-After}, 0 for no limit
 * @param reindexing whether changes of customers and of their parts are not carried out
 * and answered with 423
 */
public record EmulatorSwitches(Duration latency, Duration latencyJitter, double failureRate, double disconnectRate,
		double lostAnswerRate, int rateLimit, boolean reindexing) {

	private static final EmulatorSwitches OFF = new EmulatorSwitches(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0, false);

	/**
	 * Create switches.
	 * @throws IllegalArgumentException if a value is out of range
	 */
	public EmulatorSwitches {
		requireTime("latency", latency);
		requireTime("latencyJitter", latencyJitter);
		requireShare("failureRate", failureRate);
		requireShare("disconnectRate", disconnectRate);
		requireShare("lostAnswerRate", lostAnswerRate);
		if (rateLimit < 0) {
			throw new IllegalArgumentException("rateLimit must be at least 0, was " + rateLimit);
		}
	}

	/**
	 * Return the switches of an emulator that answers each request at once.
	 * @return the switches
	 */
	public static EmulatorSwitches off() {
		return OFF;
	}

	private static void requireTime(String name, Duration value) {
		if (value.isNegative() || value.compareTo(Duration.ofHours(1)) > 0) {
			throw new IllegalArgumentException(name + " must be between 0 and 1 hour, was " + value);
		}
	}

	private static void requireShare(String name, double value) {
		if (!(value >= 0 && value <= 1)) {
			throw new IllegalArgumentException(name + " must be between 0 and 1, was " + value);
		}
	}

	/**
	 * Return a copy with another latency.
	 * @param latency the time that each answer waits
	 * @return the copy
	 */
	public EmulatorSwitches withLatency(Duration latency) {
		return new EmulatorSwitches(latency, this.latencyJitter, this.failureRate, this.disconnectRate,
				this.lostAnswerRate, this.rateLimit, this.reindexing);
	}

	/**
	 * Return a copy with another jitter.
	 * @param latencyJitter the longest time that an answer waits in addition
	 * @return the copy
	 */
	public EmulatorSwitches withLatencyJitter(Duration latencyJitter) {
		return new EmulatorSwitches(this.latency, latencyJitter, this.failureRate, this.disconnectRate,
				this.lostAnswerRate, this.rateLimit, this.reindexing);
	}

	/**
	 * Return a copy with another share of requests that fail.
	 * @param failureRate the share, from 0 to 1
	 * @return the copy
	 */
	public EmulatorSwitches withFailureRate(double failureRate) {
		return new EmulatorSwitches(this.latency, this.latencyJitter, failureRate, this.disconnectRate,
				this.lostAnswerRate, this.rateLimit, this.reindexing);
	}

	/**
	 * Return a copy with another share of requests that are not carried out and get no
	 * answer.
	 * @param disconnectRate the share, from 0 to 1
	 * @return the copy
	 */
	public EmulatorSwitches withDisconnectRate(double disconnectRate) {
		return new EmulatorSwitches(this.latency, this.latencyJitter, this.failureRate, disconnectRate,
				this.lostAnswerRate, this.rateLimit, this.reindexing);
	}

	/**
	 * Return a copy with another share of requests that are carried out and get no
	 * answer: a client cannot tell them from those that are not carried out.
	 * @param lostAnswerRate the share, from 0 to 1
	 * @return the copy
	 */
	public EmulatorSwitches withLostAnswerRate(double lostAnswerRate) {
		return new EmulatorSwitches(this.latency, this.latencyJitter, this.failureRate, this.disconnectRate,
				lostAnswerRate, this.rateLimit, this.reindexing);
	}

	/**
	 * Return a copy with another limit.
	 * @param rateLimit the number of requests within a second, 0 for no limit
	 * @return the copy
	 */
	public EmulatorSwitches withRateLimit(int rateLimit) {
		return new EmulatorSwitches(this.latency, this.latencyJitter, this.failureRate, this.disconnectRate,
				this.lostAnswerRate, rateLimit, this.reindexing);
	}

	/**
	 * Return a copy that is reindexing or not.
	 * @param reindexing whether changes of customers are refused
	 * @return the copy
	 */
	public EmulatorSwitches withReindexing(boolean reindexing) {
		return new EmulatorSwitches(this.latency, this.latencyJitter, this.failureRate, this.disconnectRate,
				this.lostAnswerRate, this.rateLimit, reindexing);
	}

}
