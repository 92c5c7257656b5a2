package io.contacthub.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.ThreadWaitSleeper;
import org.springframework.retry.context.RetryContextSupport;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.ResourceAccessException;

/**
 * Repeats requests. All that is known of Spring Retry is known here.
 */
class Repetition {

	private static final Log logger = LogFactory.getLog(Repetition.class);

	private final RetrySettings settings;

	private final Sleeper sleeper;

	Repetition(RetrySettings settings) {
		this(settings, new ThreadWaitSleeper());
	}

	Repetition(RetrySettings settings, Sleeper sleeper) {
		this.settings = settings;
		this.sleeper = sleeper;
	}

	/**
	 * Make a request, more than once if need be.
	 * @param method its HTTP method
	 * @param operation its name, for the log
	 * @param request makes the request
	 * @return what the request returned
	 * @throws Exhausted when the last attempt failed
	 */
	<T> @Nullable T run(HttpMethod method, String operation, Supplier<@Nullable T> request) {
		Policy policy = new Policy(method, operation);
		RetryTemplate template = RetryTemplate.builder().customPolicy(policy).customBackoff(new Wait(policy)).build();
		try {
			return template.execute((context) -> request.get());
		}
		catch (BackOffInterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Exhausted(policy.attempts, policy.last(ex));
		}
		catch (RuntimeException ex) {
			throw new Exhausted(policy.attempts, ex);
		}
	}

	/**
	 * Whether the failure shows that no connection was made, so that nothing was sent.
	 */
	private static boolean neverSent(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException
					|| cause instanceof NoRouteToHostException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Thrown with the failure of the last attempt as its cause.
	 */
	static final class Exhausted extends RuntimeException {

		private final int attempts;

		private final RuntimeException failure;

		Exhausted(int attempts, RuntimeException failure) {
			super(null, failure, false, false);
			this.attempts = attempts;
			this.failure = failure;
		}

		int attempts() {
			return this.attempts;
		}

		RuntimeException failure() {
			return this.failure;
		}

	}

	/**
	 * Decides whether there is another attempt; made anew for each call.
	 */
	private final class Policy implements RetryPolicy {

		private final long start = System.nanoTime();

		private final HttpMethod method;

		private final String operation;

		private int attempts;

		private @Nullable Throwable last;

		Policy(HttpMethod method, String operation) {
			this.method = method;
			this.operation = operation;
		}

		RuntimeException last(RuntimeException other) {
			return (this.last instanceof RuntimeException failure) ? failure : other;
		}

		@Override
		public boolean canRetry(RetryContext context) {
			Throwable failure = context.getLastThrowable();
			return failure == null || (this.attempts < Repetition.this.settings.maxAttempts() && repeatable(failure)
					&& timeLeft() && !Thread.currentThread().isInterrupted());
		}

		private boolean timeLeft() {
			return System.nanoTime() - this.start < Repetition.this.settings.maxElapsed().toNanos();
		}

		private boolean repeatable(Throwable failure) {
			boolean idempotent = this.method != HttpMethod.POST;
			if (failure instanceof ErrorAnswer answer) {
				return idempotent ? answer.temporary() : answer.refused();
			}
			if (failure instanceof ResourceAccessException && failure.getCause() instanceof IOException) {
				return idempotent || neverSent(failure);
			}
			return false;
		}

		@Override
		public RetryContext open(RetryContext parent) {
			return new RetryContextSupport(parent);
		}

		@Override
		public void close(RetryContext context) {
		}

		@Override
		public void registerThrowable(RetryContext context, Throwable throwable) {
			((RetryContextSupport) context).registerThrowable(throwable);
			this.last = throwable;
			this.attempts++;
		}

		void next(Duration wait) {
			logger.debug("Repeating " + this.operation + " in " + wait.toMillis() + " ms after attempt " + this.attempts
					+ ": " + ((this.last instanceof ErrorAnswer answer) ? answer.getMessage() : "no answer"));
		}

	}

	/**
	 * Waits between two attempts: as long as the server asks, else exponentially longer.
	 */
	private final class Wait implements BackOffPolicy {

		private final ExponentialRandomBackOffPolicy exponential = new ExponentialRandomBackOffPolicy();

		private final Policy policy;

		private Duration interval = Duration.ZERO;

		Wait(Policy policy) {
			this.policy = policy;
			RetrySettings settings = Repetition.this.settings;
			this.exponential.setInitialInterval(settings.initialInterval().toMillis());
			this.exponential.setMultiplier(settings.multiplier());
			this.exponential.setMaxInterval(settings.maxInterval().toMillis());
			this.exponential.setSleeper((millis) -> this.interval = Duration.ofMillis(millis));
		}

		@Override
		public BackOffContext start(RetryContext context) {
			return this.exponential.start(context);
		}

		@Override
		public void backOff(BackOffContext context) {
			this.exponential.backOff(context);
			Duration asked = (this.policy.last instanceof ErrorAnswer answer) ? answer.retryAfter() : null;
			Duration wait = (asked != null && asked.compareTo(this.interval) > 0) ? asked : this.interval;
			Duration longest = Repetition.this.settings.maxInterval();
			wait = (wait.compareTo(longest) > 0) ? longest : wait;
			this.policy.next(wait);
			try {
				Repetition.this.sleeper.sleep(wait.toMillis());
			}
			catch (InterruptedException ex) {
				throw new BackOffInterruptedException("Interrupted between two attempts", ex);
			}
		}

	}

}
