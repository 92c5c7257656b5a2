package io.contacthub.error;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Repeatability of a request that failed: whether it may be made again. What is temporary
 * is known here alone: whatever is not {@link #NEVER} becomes a
 * {@link org.springframework.dao.TransientDataAccessException}.
 */
public enum Repeatability {

	/**
	 * It was certainly not carried out, and may succeed later: no connection was made, or
	 * the answer was 423, 429, or 503 with {@code Retry-After}. Whatever it was, it may
	 * be made again.
	 */
	ALWAYS,

	/**
	 * It may have been carried out, and may succeed later: the connection was lost, no
	 * answer came in time, or the answer was 408, 502, 503 or 504. It may be made again
	 * when doing it twice is the same as doing it once.
	 */
	IF_IDEMPOTENT,

	/**
	 * It would fail again, or was carried out.
	 */
	NEVER;

	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);

	/**
	 * Judge a request by why it failed.
	 * @param reason why it failed
	 * @param status the status of the answer, 0 when there was none
	 * @param retryAfter how long ContactHub asked to wait, or {@code null} when it did
	 * not
	 * @return whether the request may be made again
	 */
	public static Repeatability of(FailureReason reason, int status, @Nullable Duration retryAfter) {
		return switch (reason) {
			case NOT_CONNECTED -> ALWAYS;
			case TIMED_OUT, CONNECTION_LOST -> IF_IDEMPOTENT;
			case UNREADABLE_ANSWER, UNTRUSTED_SERVER -> NEVER;
			case ERROR_STATUS -> switch (status) {
				case 423, 429 -> ALWAYS;
				case 503 -> (retryAfter != null) ? ALWAYS : IF_IDEMPOTENT;
				case 408, 502, 504 -> IF_IDEMPOTENT;
				default -> NEVER;
			};
		};
	}

	/**
	 * Return whether a request may be made again.
	 * @param method the HTTP method of the request; doing one twice is the same as doing
	 * it once for all of ContactHub's but POST
	 * @return whether it may be made again
	 */
	public boolean permits(HttpMethod method) {
		return switch (this) {
			case ALWAYS -> true;
			case IF_IDEMPOTENT -> IDEMPOTENT.contains(method);
			case NEVER -> false;
		};
	}

}
