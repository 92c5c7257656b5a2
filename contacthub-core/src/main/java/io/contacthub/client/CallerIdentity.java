package io.contacthub.client;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Identity of who makes a request: the token and the tracing id of the thread that makes
 * the call, for an interceptor of the application that goes on in another one, which may
 * belong to somebody else.
 */
final class CallerIdentity {

	private final Thread thread = Thread.currentThread();

	private final Supplier<String> token;

	private final @Nullable String tracingId;

	private CallerIdentity(Supplier<String> token, @Nullable String tracingId) {
		this.token = token;
		this.tracingId = tracingId;
	}

	/**
	 * Return the identity of the present thread.
	 * @param token gives the token
	 * @param tracing knows the tracing id
	 */
	static CallerIdentity present(Supplier<String> token, TracingHeader tracing) {
		return new CallerIdentity(tokenOf(token), tracing.present());
	}

	private static Supplier<String> tokenOf(Supplier<String> source) {
		try {
			String token = CarriedToken.of(source);
			return () -> token;
		}
		catch (RuntimeException ex) {
			// it is told when a request needs it
			return () -> {
				throw ex;
			};
		}
	}

	/**
	 * Return whether the present thread is another one.
	 */
	boolean isElsewhere() {
		return this.thread != Thread.currentThread();
	}

	String token() {
		return this.token.get();
	}

	@Nullable String tracingId() {
		return this.tracingId;
	}

}
