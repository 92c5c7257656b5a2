package io.contacthub.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * An operation that failed, as the exceptions of this library carry it.
 *
 * @param operation the API operation, such as {@code GET /customers/{id}}; it holds no
 * ids
 * @param attempts how many requests were made, at least 1
 * @param reason why the last of them failed
 * @param description the reason in words, without the token and without what a readable
 * answer held
 * @param apiError what the API said, or {@code null} when no complete answer came; of an
 * answer that could not be read it has the status and the beginning of the body
 * @param cause what the HTTP client or the JSON parser reported, or {@code null} when
 * neither failed
 * @param retryAfter how long ContactHub asks to wait before the next request, or
 * {@code null} when it did not say
 */
public record FailedOperation(String operation, int attempts, FailureReason reason, String description,
		@Nullable ApiError apiError, @Nullable Throwable cause, @Nullable Duration retryAfter) implements Serializable {

	private static final int SHOWN = 10;

	/**
	 * Create an operation after which ContactHub did not say how long to wait.
	 * @param operation the API operation
	 * @param attempts how many requests were made
	 * @param reason why the last of them failed
	 * @param description the reason in words
	 * @param apiError what the API said, or {@code null}
	 * @param cause what the HTTP client or the JSON parser reported, or {@code null}
	 */
	public FailedOperation(String operation, int attempts, FailureReason reason, String description,
			@Nullable ApiError apiError, @Nullable Throwable cause) {
		this(operation, attempts, reason, description, apiError, cause, null);
	}

	/**
	 * Return the HTTP method of the operation.
	 * @return the method
	 */
	public HttpMethod method() {
		return HttpMethod.valueOf(this.operation.split(" ", 2)[0]);
	}

	/**
	 * Return whether the last request may be made again.
	 * @return what may be done about it
	 */
	public Repeatability repeatability() {
		return Repeatability.of(this.reason, status(), this.retryAfter);
	}

	/**
	 * Return whether the last request was carried out nevertheless.
	 * @return whether it was, as far as it is known
	 */
	public Execution execution() {
		return Execution.of(this.reason, status(), this.retryAfter);
	}

	private int status() {
		return (this.apiError != null) ? this.apiError.status() : 0;
	}

	/**
	 * Say what failed, after how many attempts and why.
	 * @return the message of an exception
	 */
	public String message() {
		return subject() + this.description;
	}

	private String subject() {
		return this.operation + " failed" + ((this.attempts > 1) ? " after " + this.attempts + " attempts" : "") + ": ";
	}

	/**
	 * Say what failed and why without any value: not what ContactHub said, which may
	 * quote what was sent. The first 10 faults are told by their codes and places.
	 * @return one line for a log
	 * @see ContactHubFailure#summary(Throwable)
	 */
	public String summary() {
		StringBuilder text = new StringBuilder(subject()).append(this.reason);
		if (this.apiError != null) {
			append(text, this.apiError.withoutValues());
		}
		return text.toString();
	}

	private static void append(StringBuilder text, ApiError error) {
		text.append(", status ").append(error.status());
		List<ApiError.Item> errors = error.errors();
		if (!errors.isEmpty()) {
			text.append(", errors: ").append(errors.stream().limit(SHOWN).map(FailedOperation::summary).toList());
		}
		if (errors.size() > SHOWN) {
			text.append(" and ").append(errors.size() - SHOWN).append(" more");
		}
		if (error.logref() != null) {
			text.append(", logref: ").append(error.logref());
		}
	}

	private static String summary(ApiError.Item item) {
		String place = (item.path() != null) ? "at " + item.path() : "somewhere";
		return (item.code() != null) ? "code " + item.code() + " " + place : place;
	}

}
