package io.contacthub.samples.desk.form;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Form that was sent.
 */
final class Submission {

	private static final long PATIENCE_SECONDS = 20;

	/**
	 * Where the answer leads to.
	 */
	private final CompletableFuture<@Nullable String> answer = new CompletableFuture<>();

	private volatile @Nullable String view;

	void answer(String view) {
		this.view = view;
	}

	/**
	 * Let others know that it could not be carried out: they are told the same, and do
	 * not try it on their own.
	 */
	void fail(RuntimeException ex) {
		this.answer.completeExceptionally(ex);
	}

	/**
	 * Let others know what the answer was, now that it is complete.
	 */
	void end() {
		this.answer.complete(this.view);
	}

	/**
	 * Wait for the answer.
	 * @return where it leads to
	 * @throws RuntimeException the failure, if it could not be carried out
	 */
	@Nullable String await() {
		try {
			return this.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
		catch (TimeoutException ex) {
			throw new UnderWayException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnderWayException(ex);
		}
	}

}
