package io.contacthub.samples.desk.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * The forms that were sent within a session, by their keys, so that none is carried out
 * twice.
 */
final class Submissions {

	private static final int KEPT = 100;

	private static final long PATIENCE_SECONDS = 20;

	private final Map<String, Submission> byKey = new LinkedHashMap<>();

	/**
	 * Note a submission.
	 * @param key the key of the form
	 * @return the submission that has the key already, or {@code null} when this is the
	 * first one
	 */
	synchronized @Nullable Submission begin(String key, Submission submission) {
		Submission earlier = this.byKey.putIfAbsent(key, submission);
		if (earlier == null && this.byKey.size() > KEPT) {
			this.byKey.remove(this.byKey.keySet().iterator().next());
		}
		return earlier;
	}

	/**
	 * Let a form be sent again that was not carried out.
	 */
	synchronized void free(String key, Submission submission) {
		this.byKey.remove(key, submission);
	}

	/**
	 * Form that was sent.
	 */
	static final class Submission {

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

}
