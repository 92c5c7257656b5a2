package io.contacthub.client;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.util.Assert;

/**
 * A call of the application, on the thread that makes it: what its requests have in
 * common, and what is not handed through the layers between them.
 */
final class CallContext {

	private static final Duration ENDLESS = Duration.ofDays(1);

	private static final ThreadLocal<@Nullable CallContext> CURRENT = new NamedThreadLocal<>("Call of ContactHub");

	private final @Nullable CallContext outer;

	private final long start = System.nanoTime();

	private final Duration timeout;

	private int attempts;

	private boolean sent;

	private @Nullable BoundedClientHttpResponse answer;

	private final Set<String> tokens = new LinkedHashSet<>(2);

	private CallContext(@Nullable CallContext outer, Duration timeout) {
		this.outer = outer;
		this.timeout = timeout;
	}

	/**
	 * Begin a call; within another one when, say, the token comes from ContactHub.
	 */
	static CallContext begin(Duration timeout) {
		CallContext call = new CallContext(CURRENT.get(), timeout);
		CURRENT.set(call);
		return call;
	}

	static CallContext current() {
		CallContext call = CURRENT.get();
		Assert.state(call != null, "A request was made without a call");
		return call;
	}

	static boolean isUnderWay() {
		return CURRENT.get() != null;
	}

	/**
	 * How much time the call on the present thread has left, not negative; without one,
	 * more than enough.
	 */
	static Duration timeLeft() {
		CallContext call = CURRENT.get();
		return (call != null) ? call.remaining() : ENDLESS;
	}

	/**
	 * Whether the call is made by another one, say for its token.
	 */
	boolean isNested() {
		return this.outer != null;
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	Duration remaining() {
		Duration remaining = this.timeout.minus(elapsed());
		return remaining.isNegative() ? Duration.ZERO : remaining;
	}

	void nextAttempt() {
		this.attempts++;
		this.sent = false;
		this.answer = null;
	}

	int attempts() {
		return this.attempts;
	}

	/**
	 * Whether anything of the last attempt may have been sent.
	 */
	boolean sent() {
		return this.sent;
	}

	void sent(boolean sent) {
		this.sent = sent;
	}

	/**
	 * The tokens that the call on the present thread has sent, so that they are never
	 * told.
	 */
	static TokenRedactor secret() {
		CallContext call = CURRENT.get();
		return new TokenRedactor((call != null) ? call.tokens : Set.of());
	}

	void authorized(String token) {
		this.tokens.add(token);
	}

	/**
	 * The answer to the last attempt, as soon as its status and headers are there.
	 */
	@Nullable BoundedClientHttpResponse answer() {
		return this.answer;
	}

	void answered(BoundedClientHttpResponse answer) {
		this.answer = answer;
	}

	void end() {
		if (this.outer != null) {
			CURRENT.set(this.outer);
		}
		else {
			CURRENT.remove();
		}
	}

}
