package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.ThreadWaitSleeper;
import org.springframework.retry.context.RetryContextSupport;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.util.Assert;

/**
 * Retrier of requests. All that is known of Spring Retry is known here; what may be
 * repeated is known by {@link io.contacthub.error.Repeatability}.
 */
final class RequestRetrier {

	private static final Log logger = LogFactory.getLog(RequestRetrier.class);

	private final RetryTemplate template = new RetryTemplate();

	RequestRetrier(RetrySettings settings) {
		this(settings, new ThreadWaitSleeper());
	}

	RequestRetrier(RetrySettings settings, Sleeper sleeper) {
		// the builder would have the policy within another one, and so its contexts
		this.template.setRetryPolicy(new RequestRetryPolicy(settings.maxAttempts()));
		this.template.setBackOffPolicy(new RequestBackOffPolicy(settings, sleeper));
		this.template.registerListener(new AttemptListener());
	}

	/**
	 * Make a request, more than once if need be. What fails otherwise than by a
	 * {@link RequestFailure} is not repeated. Spring Retry is asked when the first
	 * attempt has failed, so that a call that goes well does not pay for it.
	 * @param call the call that the request is made for
	 * @param method its HTTP method
	 * @param operation its name, for the log
	 * @param request makes the request
	 * @return what the request returned
	 * @throws RequestFailure that of the last attempt
	 */
	<T> @Nullable T run(CallContext call, HttpMethod method, String operation, Supplier<@Nullable T> request) {
		try {
			call.nextAttempt();
			return request.get();
		}
		catch (RequestFailure failure) {
			return repeat(new Request<>(call, method, operation, request, failure));
		}
	}

	private <T> @Nullable T repeat(Request<T> request) {
		try {
			return this.template.execute(request);
		}
		catch (BackOffInterruptedException ex) {
			throw (ex.getCause() instanceof RequestFailure failure) ? failure : ex;
		}
	}

	/**
	 * What is to be repeated, and how its first attempt failed.
	 */
	private record Request<T>(CallContext call, HttpMethod method, String operation, Supplier<@Nullable T> action,
			RequestFailure failure) implements RetryCallback<@Nullable T, RuntimeException> {

		@Override
		public @Nullable T doWithRetry(RetryContext context) {
			if (context.getRetryCount() == 0) {
				throw this.failure;
			}
			this.call.nextAttempt();
			return this.action.get();
		}

	}

	/**
	 * What has become of a request up to now.
	 */
	private static final class RequestRetryContext extends RetryContextSupport {

		private final int maxAttempts;

		private @Nullable Request<?> request;

		/** The attempt of which the log has told what follows. */
		private int told;

		RequestRetryContext(@Nullable RetryContext parent, int maxAttempts) {
			super(parent);
			this.maxAttempts = maxAttempts;
		}

		static RequestRetryContext of(RetryContext context) {
			return (RequestRetryContext) context;
		}

		Request<?> request() {
			Assert.state(this.request != null, "The request is set when its repetition begins");
			return this.request;
		}

		@Nullable RequestFailure failure() {
			return (getLastThrowable() instanceof RequestFailure failure) ? failure : null;
		}

		/**
		 * Return why there is no further attempt, or {@code null} when nothing stands
		 * against it.
		 */
		@Nullable String obstacle() {
			RequestFailure failure = failure();
			if (failure == null || !failure.repeatable(request().method())) {
				return "it is not to be repeated";
			}
			if (Thread.currentThread().isInterrupted()) {
				return "it is not repeated, since the thread is interrupted";
			}
			return (request().call().attempts() < this.maxAttempts) ? null : "there are no attempts left";
		}

		/**
		 * Return whether an attempt after a wait would begin while it may.
		 */
		boolean permits(Duration wait, Duration maxElapsed) {
			CallDeadline deadline = request().call().deadline();
			return deadline.elapsed().plus(wait).compareTo(maxElapsed) < 0 && wait.compareTo(deadline.remaining()) < 0;
		}

		void log(String decision) {
			this.told = request().call().attempts();
			RequestFailure failure = failure();
			logger.debug(request().operation() + " failed at attempt " + request().call().attempts() + " ("
					+ ((failure != null) ? failure.getMessage() : null) + "): " + decision);
		}

	}

	/**
	 * Policy that decides whether there is another attempt.
	 */
	private static final class RequestRetryPolicy implements RetryPolicy {

		private final int maxAttempts;

		RequestRetryPolicy(int maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

		@Override
		public int getMaxAttempts() {
			return this.maxAttempts;
		}

		@Override
		public RetryContext open(@Nullable RetryContext parent) {
			return new RequestRetryContext(parent, this.maxAttempts);
		}

		@Override
		public boolean canRetry(RetryContext context) {
			return context.getLastThrowable() == null || RequestRetryContext.of(context).obstacle() == null;
		}

		@Override
		public void registerThrowable(RetryContext context, @Nullable Throwable throwable) {
			RequestRetryContext.of(context).registerThrowable(throwable);
		}

		@Override
		public void close(RetryContext context) {
			// nothing is held
		}

	}

	/**
	 * Listener that has a context know its request, and logs how its repetition ends.
	 */
	private static final class AttemptListener implements RetryListener {

		@Override
		public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
			RequestRetryContext.of(context).request = (Request<?>) callback;
			return true;
		}

		@Override
		public <T, E extends Throwable> void onSuccess(RetryContext context, RetryCallback<T, E> callback, T result) {
			Request<?> request = RequestRetryContext.of(context).request();
			logger.debug(request.operation() + " succeeded at attempt " + request.call().attempts());
		}

		@Override
		public <T, E extends Throwable> void close(RetryContext context, RetryCallback<T, E> callback,
				@Nullable Throwable throwable) {
			if (throwable instanceof RequestFailure) {
				RequestRetryContext retry = RequestRetryContext.of(context);
				if (retry.told != retry.request().call().attempts()) {
					retry.log(String.valueOf(retry.obstacle()));
				}
			}
		}

	}

	/**
	 * Policy of the waits between two attempts: exponentially longer each time, at least
	 * as long as the server asks, and partly at random, so that callers who failed
	 * together do not come back together.
	 */
	private record RequestBackOffPolicy(RetrySettings settings, Sleeper sleeper) implements BackOffPolicy {

		@Override
		public BackOffContext start(RetryContext context) {
			return new Waits(RequestRetryContext.of(context), this.settings);
		}

		@Override
		public void backOff(@Nullable BackOffContext context) {
			Waits waits = (Waits) context;
			Assert.state(waits != null, "Waits have begun with the first attempt");
			Duration wait = waits.next();
			RequestRetryContext retry = waits.retry;
			if (!retry.permits(wait, this.settings.maxElapsed())) {
				retry.log("there is no time left to repeat it");
				throw new BackOffInterruptedException("No time left", retry.failure());
			}
			retry.log("repeating it in " + wait.toMillis() + " ms");
			try {
				this.sleeper.sleep(wait.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				retry.log(String.valueOf(retry.obstacle()));
				throw new BackOffInterruptedException("Interrupted between two attempts", retry.failure());
			}
		}

	}

	/**
	 * The waits of one call.
	 */
	private static final class Waits implements BackOffContext {

		private final transient RequestRetryContext retry;

		private final transient RetrySettings settings;

		private double interval;

		Waits(RequestRetryContext retry, RetrySettings settings) {
			this.retry = retry;
			this.settings = settings;
			this.interval = settings.initialInterval().toMillis();
		}

		Duration next() {
			long longest = this.settings.maxInterval().toMillis();
			long present = (long) Math.min(this.interval, longest);
			this.interval = Math.min(this.interval * this.settings.multiplier(), longest);
			long random = (long) (present * this.settings.jitter() * ThreadLocalRandom.current().nextDouble());
			long wait = present - random;
			RequestFailure failure = this.retry.failure();
			Duration asked = (failure != null) ? failure.retryAfter() : null;
			if (asked != null) {
				wait = Math.max(wait, asked.toMillis() + random);
			}
			return Duration.ofMillis(Math.min(wait, longest));
		}

	}

}
