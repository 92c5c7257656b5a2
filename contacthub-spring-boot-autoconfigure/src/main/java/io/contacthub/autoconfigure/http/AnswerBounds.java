package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

import org.apache.hc.core5.http.ConnectionClosedException;

/**
 * Bounds of the answers that come on a connection: the time that the present call has
 * left, and the size, that of the headers included.
 */
final class AnswerBounds {

	private static final long HEADERS = 1024 * 1024;

	private final long limit;

	private final Supplier<Duration> timeLeft;

	private long received;

	private boolean waiting;

	AnswerBounds(long maxResponseSize, Supplier<Duration> timeLeft) {
		this.limit = maxResponseSize + HEADERS;
		this.timeLeft = timeLeft;
	}

	/**
	 * Begin to wait for an answer.
	 */
	void begin() {
		this.received = 0;
		this.waiting = true;
	}

	/**
	 * Note that the headers of an answer are there.
	 */
	void beginBody() {
		this.waiting = false;
	}

	/**
	 * Return whether nothing of an answer has come.
	 */
	boolean isUntouched() {
		return this.received == 0;
	}

	Duration timeLeft() {
		return this.timeLeft.get();
	}

	/**
	 * Count what was read.
	 * @param result how much it was, negative for the end of the connection
	 * @return the same
	 * @throws IOException when it is beyond the bounds
	 */
	int count(int result) throws IOException {
		if (result < 0 && this.waiting) {
			// HttpClient would take headers that break off for headers that end
			throw new ConnectionClosedException("The connection was closed before an answer came");
		}
		this.received += Math.max(0, result);
		if (this.received > this.limit) {
			throw new IOException("The answer is longer than allowed");
		}
		if (timeLeft().isZero()) {
			throw new SocketTimeoutException("The call has taken too long");
		}
		return result;
	}

}
