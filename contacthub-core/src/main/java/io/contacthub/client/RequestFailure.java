package io.contacthub.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.contacthub.error.ApiError;
import io.contacthub.error.Execution;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import io.contacthub.error.Repeatability;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * Exception thrown within the client when one request has failed, on its way to be
 * repeated or translated. It is made by the {@link BoundingInterceptor} or, where there
 * is none, the {@link AuthorizingRequestFactory} (no answer), the
 * {@link ErrorStatusHandler} (an error), the {@link ExchangeDecorator} (an answer that is
 * of no use, and what those of the application have made of either) and the
 * {@link RateLimit} (no turn).
 */
final class RequestFailure extends RuntimeException {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private final FailureReason reason;

	private final transient @Nullable ApiError error;

	private final @Nullable Duration retryAfter;

	private RequestFailure(FailureReason reason, String description, @Nullable ApiError error,
			@Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(description, cause, false, true);
		this.reason = reason;
		this.error = error;
		this.retryAfter = retryAfter;
	}

	/**
	 * Make the failure of an answer whose status is not 2xx.
	 */
	static RequestFailure ofStatus(BoundedClientHttpResponse answer) {
		int status = answer.getStatusCode().value();
		ApiError error = ApiError.read(status, answer.getBody(), answer.charset(), answer.redactor()::hide);
		return new RequestFailure(FailureReason.ERROR_STATUS, "status " + status,
				isConfidential(answer.attempt()) ? withoutData(error) : error, retryAfter(answer.getHeaders()), null);
	}

	private static boolean isConfidential(RequestAttempt attempt) {
		return attempt.call().terms().confidential();
	}

	/**
	 * Return an error without what it repeats of documents.
	 */
	private static ApiError withoutData(ApiError error) {
		List<ApiError.Item> items = error.errors()
			.stream()
			.map((item) -> new ApiError.Item(item.message(), item.path(), null, item.code()))
			.toList();
		return new ApiError(error.status(), error.message(), items, null, error.logref(), null);
	}

	private static @Nullable Duration retryAfter(HttpHeaders headers) {
		String header = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (header == null) {
			return null;
		}
		String seconds = header.strip();
		if (seconds.matches("[0-9]+")) {
			return Duration.ofSeconds((seconds.length() < 10) ? Long.parseLong(seconds) : Integer.MAX_VALUE);
		}
		try {
			ZonedDateTime date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
			Duration wait = (date != null) ? Duration.between(Instant.now(), date.toInstant()) : Duration.ZERO;
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Make the failure of a request that was not made.
	 */
	static RequestFailure unsent(String description) {
		return new RequestFailure(FailureReason.NOT_CONNECTED, description, null, null, null);
	}

	/**
	 * Make the failure of a request without a complete answer.
	 * @param cause what the HTTP engine reported, before or after the answer began
	 * @param attempt the attempt that failed
	 */
	static RequestFailure ofEngine(IOException cause, RequestAttempt attempt) {
		FailureReason reason = EngineFailures.reason(cause, attempt.sent(),
				attempt.call().deadline().remaining().isZero());
		return new RequestFailure(reason, switch (reason) {
			case NOT_CONNECTED -> "ContactHub could not be reached";
			case TIMED_OUT -> "no answer in time";
			case UNTRUSTED_SERVER -> "the certificate of the server is not trusted";
			default -> "the connection failed before the answer was complete";
		}, null, null, visible(cause, reason, attempt));
	}

	/**
	 * Return what is told of what the engine reported, which may quote an answer that is
	 * no HTTP.
	 */
	private static @Nullable Throwable visible(IOException cause, FailureReason reason, RequestAttempt attempt) {
		boolean unanswered = reason == FailureReason.NOT_CONNECTED || reason == FailureReason.UNTRUSTED_SERVER;
		return (isConfidential(attempt) && !unanswered)
				? TokenRedactor.withoutMessage(cause, "the answer is confidential")
				: attempt.call().redactor().hide(cause);
	}

	/**
	 * Make the failure of an attempt that ended by another exception.
	 * @param exception what it ended by
	 * @param attempt the attempt
	 * @return its failure, or the exception itself when nothing of the transport failed
	 */
	static RuntimeException of(RuntimeException exception, RequestAttempt attempt) {
		if (!(exception instanceof RestClientException)) {
			return exception;
		}
		BoundedClientHttpResponse answer = attempt.answer();
		if (answer != null) {
			return ofReader(exception, answer);
		}
		return (exception instanceof ResourceAccessException && exception.getCause() instanceof IOException cause)
				? ofEngine(cause, attempt) : exception;
	}

	/**
	 * Make the failure of an answer with status 2xx that could not be read.
	 * @param cause what the reader reported
	 */
	static RequestFailure ofReader(Throwable cause, BoundedClientHttpResponse answer) {
		IOException failure = answer.failure();
		if (failure instanceof BoundedBody.TooLongException) {
			return incomplete(String.valueOf(failure.getMessage()), answer);
		}
		if (failure != null && !EngineFailures.isMalformed(failure)) {
			return ofEngine(failure, answer.attempt());
		}
		boolean confidential = isConfidential(answer.attempt());
		Throwable parserFailure = parserFailure(cause);
		for (Throwable reason = parserFailure; reason != null; reason = reason.getCause()) {
			if (reason instanceof UnusableAnswerException) {
				return incomplete("the answer cannot be used" + (confidential ? "" : ", " + reason.getMessage()),
						answer);
			}
		}
		return new RequestFailure(FailureReason.UNREADABLE_ANSWER, "the answer could not be read", error(answer), null,
				confidential ? null : answer.redactor().hide(parserFailure));
	}

	private static Throwable parserFailure(Throwable failure) {
		return (failure.getCause() instanceof LenientJsonConverter.UnreadableDocumentException unreadable)
				? unreadable.parserFailure() : failure;
	}

	/**
	 * Make the failure of an answer with status 2xx that lacks what its operation always
	 * gives.
	 */
	static RequestFailure incomplete(String description, @Nullable BoundedClientHttpResponse answer) {
		String told = (answer != null) ? answer.redactor().hide(description) : description;
		return new RequestFailure(FailureReason.UNREADABLE_ANSWER, told, error(answer), null, null);
	}

	private static @Nullable ApiError error(@Nullable BoundedClientHttpResponse answer) {
		if (answer == null) {
			return null;
		}
		return ApiError.unreadable(answer.getStatusCode().value(),
				isConfidential(answer.attempt()) ? "" : answer.redactor().hide(answer.head()));
	}

	/**
	 * Return whether the same request may be made again.
	 */
	boolean repeatable(HttpMethod method) {
		return repeatability().permits(method);
	}

	private Repeatability repeatability() {
		return Repeatability.of(this.reason, status(), this.retryAfter);
	}

	private int status() {
		return (this.error != null) ? this.error.status() : 0;
	}

	/**
	 * Return how long the server asks to wait, not negative.
	 */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Return the failure without its cause, whose message may quote what ContactHub said.
	 */
	RequestFailure withoutCause() {
		return new RequestFailure(this.reason, String.valueOf(getMessage()), null, this.retryAfter, null);
	}

	/**
	 * Return the outcome in as few values as a metric should have: the status, or why
	 * there is none.
	 */
	String outcome() {
		return (this.reason == FailureReason.ERROR_STATUS) ? String.valueOf(status()) : this.reason.name();
	}

	/**
	 * Return the failure as it is told.
	 * @param method the HTTP method of the request
	 * @param operation the name of the operation
	 * @param call the call that has failed
	 * @param endpoint where its requests were sent
	 */
	FailedOperation operation(HttpMethod method, String operation, CallContext call, Endpoint endpoint) {
		String description = (this.reason == FailureReason.ERROR_STATUS && this.error != null) ? this.error.describe()
				: String.valueOf(getMessage());
		String remedy = remedy(call.terms(), endpoint);
		if (remedy == null && !SAFE.contains(method)
				&& Execution.of(this.reason, status(), this.retryAfter) == Execution.UNKNOWN) {
			remedy = "whether it was carried out is unknown";
		}
		return new FailedOperation(operation, call.attempts(), this.reason,
				(remedy != null) ? description + "; " + remedy : description, this.error, getCause(), this.retryAfter);
	}

	private @Nullable String remedy(CallTerms terms, Endpoint endpoint) {
		if (this.reason == FailureReason.NOT_CONNECTED && getCause() != null) {
			return "the base URL is " + endpoint.base();
		}
		if (this.error == null || this.reason != FailureReason.ERROR_STATUS) {
			return null;
		}
		return switch (status()) {
			case 403 -> remedy(terms.scopes());
			case 404, 410 -> this.error.isFromContactHub() ? null : "this is no answer of ContactHub, look whether"
					+ " the base URL is its address: it is " + endpoint.base();
			case 414 -> "the query is too long for an address, give fewer or shorter values at a time";
			default -> null;
		};
	}

	private static @Nullable String remedy(Set<Scope> scopes) {
		if (scopes.isEmpty()) {
			return null;
		}
		return "the operation needs a token with " + ((scopes.size() == 1) ? "the scope " : "one of the scopes ")
				+ scopes.stream().map(Scope::name).collect(Collectors.joining(", "));
	}

}
