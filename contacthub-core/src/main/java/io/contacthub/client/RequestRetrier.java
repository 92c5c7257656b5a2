package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
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
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.ThreadWaitSleeper;
import org.springframework.retry.context.RetryContextSupport;
import org.springframework.retry.support.RetryTemplate;

/**
 * Repeats requests. All that is known of Spring Retry is known here.
 */
class RequestRetrier {

	private static final Log logger = LogFactory.getLog(RequestRetrier.class);

	private final RetrySettings settings;

	private final Sleeper sleeper;

	RequestRetrier(RetrySettings settings) {
		this(settings, new ThreadWaitSleeper());
	}

	RequestRetrier(RetrySettings settings, Sleeper sleeper) {
		this.settings = settings;
		this.sleeper = sleeper;
	}

	/**
	 * Make a request, more than once if need be. What fails otherwise than by a
	 * {@link RequestFailure} is not repeated.
	 * @param call the call that the request is made for
	 * @param method its HTTP method
	 * @param operation its name, for the log
	 * @param request makes the request
	 * @return what the request returned
	 * @throws RequestFailure that of the last attempt
	 */
	<T> @Nullable T run(CallContext call, HttpMethod method, String operation, Supplier<@Nullable T> request) {
		Policy policy = new Policy(call, method, operation);
		RetryTemplate template = RetryTemplate.builder().customPolicy(policy).customBackoff(new Wait(policy)).build();
		try {
			T result = template.execute((context) -> {
				call.nextAttempt();
				return request.get();
			});
			policy.succeeded();
			return result;
		}
		catch (RequestFailure ex) {
			policy.log(String.valueOf(policy.obstacle()));
			throw ex;
		}
		catch (BackOffInterruptedException ex) {
			if (ex.getCause() instanceof InterruptedException) {
				Thread.currentThread().interrupt();
				policy.log(String.valueOf(policy.obstacle()));
			}
			throw (policy.last != null) ? policy.last : ex;
		}
	}

	/**
	 * Decides whether there is another attempt; made anew for each call.
	 */
	private final class Policy implements RetryPolicy {

		private final CallContext call;

		private final HttpMethod method;

		private final String operation;

		private @Nullable RequestFailure last;

		Policy(CallContext call, HttpMethod method, String operation) {
			this.call = call;
			this.method = method;
			this.operation = operation;
		}

		@Override
		public boolean canRetry(RetryContext context) {
			return context.getLastThrowable() == null || (this.last != null && obstacle() == null);
		}

		/**
		 * Why there is no further attempt, or {@code null} when nothing stands against
		 * it.
		 */
		@Nullable String obstacle() {
			if (this.last == null || !this.last.repeatable(this.method)) {
				return "it is not to be repeated";
			}
			if (Thread.currentThread().isInterrupted()) {
				return "it is not repeated, since the thread is interrupted";
			}
			return (this.call.attempts() < RequestRetrier.this.settings.maxAttempts()) ? null
					: "there are no attempts left";
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
			this.last = (throwable instanceof RequestFailure failure) ? failure : null;
		}

		@Nullable Duration retryAfter() {
			return (this.last != null) ? this.last.retryAfter() : null;
		}

		/**
		 * Whether the next attempt would begin while it may.
		 */
		boolean permits(Duration wait) {
			return this.call.deadline().elapsed().plus(wait).compareTo(RequestRetrier.this.settings.maxElapsed()) < 0
					&& wait.compareTo(this.call.deadline().remaining()) < 0;
		}

		void succeeded() {
			if (this.call.attempts() > 1) {
				logger.debug(this.operation + " succeeded at attempt " + this.call.attempts());
			}
		}

		void log(String decision) {
			logger.debug(this.operation + " failed at attempt " + this.call.attempts() + " ("
					+ ((this.last != null) ? this.last.getMessage() : null) + "): " + decision);
		}

	}

	/**
	 * Waits between two attempts: exponentially longer each time, at least as long as the
	 * server asks, and partly at random, so that callers who failed together do not come
	 * back together.
	 */
	private final class Wait implements BackOffPolicy {

		private final Policy policy;

		private double interval = RequestRetrier.this.settings.initialInterval().toMillis();

		Wait(Policy policy) {
			this.policy = policy;
		}

		@Override
		public @Nullable BackOffContext start(RetryContext context) {
			return null;
		}

		@Override
		public void backOff(@Nullable BackOffContext context) {
			Duration wait = next();
			if (!this.policy.permits(wait)) {
				this.policy.log("there is no time left to repeat it");
				throw new BackOffInterruptedException("No time left");
			}
			this.policy.log("repeating it in " + wait.toMillis() + " ms");
			try {
				RequestRetrier.this.sleeper.sleep(wait.toMillis());
			}
			catch (InterruptedException ex) {
				throw new BackOffInterruptedException("Interrupted between two attempts", ex);
			}
		}

		private Duration next() {
			RetrySettings settings = RequestRetrier.this.settings;
			long longest = settings.maxInterval().toMillis();
			long present = (long) Math.min(this.interval, longest);
			this.interval = Math.min(this.interval * settings.multiplier(), longest);
			long random = (long) (present * settings.jitter() * ThreadLocalRandom.current().nextDouble());
			long wait = present - random;
			Duration asked = this.policy.retryAfter();
			if (asked != null) {
				wait = Math.max(wait, asked.toMillis() + random);
			}
			return Duration.ofMillis(Math.min(wait, longest));
		}

	}

}
