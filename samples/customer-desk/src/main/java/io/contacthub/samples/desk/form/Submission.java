package io.contacthub.samples.desk.form;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * Form that was sent.
 */
final class Submission {

	private static final long PATIENCE_SECONDS = 20;

	/**
	 * Where the answer leads to, {@code null} if nothing was carried out.
	 */
	private final CompletableFuture<@Nullable String> answer = new CompletableFuture<>();

	private volatile @Nullable String view;

	void answer(String view) {
		this.view = view;
	}

	/**
	 * Let others know what the answer was, now that it is complete.
	 */
	void end() {
		this.answer.complete(this.view);
	}

	/**
	 * Wait for the answer.
	 * @return where it leads to, or {@code null} if nothing was carried out
	 */
	@Nullable String await() {
		try {
			return this.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw new QueryTimeoutException("The same form is under way", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new QueryTimeoutException("Interrupted while the same form is under way", ex);
		}
	}

}
