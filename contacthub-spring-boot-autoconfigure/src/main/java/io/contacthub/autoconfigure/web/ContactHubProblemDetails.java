package io.contacthub.autoconfigure.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Exception handler that answers failures of ContactHub with problem details (RFC 9457).
 * The status says what the failure means to those who call the application; that its
 * token is refused, say, is no fault of theirs. What ContactHub said is not repeated,
 * since it may quote personal values: there are only the places of the faults in a
 * refused document and their codes.
 * <p>
 * It comes after what the application has for such exceptions: its
 * {@code @ExceptionHandler}s, and exceptions of its own that have a status.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ContactHubProblemDetails {

	private static final Log logger = LogFactory.getLog(ContactHubProblemDetails.class);

	/**
	 * Answer a failure of ContactHub.
	 * @param exception the exception that the controller has thrown
	 * @return the problem
	 * @throws Exception the same exception, when it is not for us to answer
	 */
	@ExceptionHandler(DataAccessException.class)
	ResponseEntity<ProblemDetail> handle(Exception exception) throws Exception {
		Optional<ContactHubFailure> failure = ContactHubFailure.in(exception);
		if (failure.isEmpty() || exception instanceof ErrorResponse
				|| AnnotatedElementUtils.hasAnnotation(exception.getClass(), ResponseStatus.class)) {
			throw exception;
		}
		return answer(failure.get());
	}

	private static ResponseEntity<ProblemDetail> answer(ContactHubFailure failure) {
		HttpStatus status = status(failure);
		if (status.is5xxServerError()) {
			logger.warn("Answering with status " + status.value() + ": " + failure.failedOperation().summary());
		}
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail(status));
		problem.setProperty("reason", failure.reason());
		ApiError error = failure.apiError();
		if (error != null) {
			describe(error.withoutValues(), status, problem);
		}
		HttpHeaders headers = new HttpHeaders();
		if (status == HttpStatus.SERVICE_UNAVAILABLE && failure.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
		}
		return ResponseEntity.of(problem).headers(headers).build();
	}

	private static void describe(ApiError error, HttpStatus status, ProblemDetail problem) {
		if (error.logref() != null) {
			problem.setProperty("logref", error.logref());
		}
		List<Map<String, Object>> faults = error.errors()
			.stream()
			.map(ContactHubProblemDetails::fault)
			.filter((fault) -> !fault.isEmpty())
			.toList();
		if (status.is4xxClientError() && !faults.isEmpty()) {
			problem.setProperty("errors", faults);
		}
	}

	private static HttpStatus status(ContactHubFailure failure) {
		return switch (failure.reason()) {
			case ERROR_STATUS -> status(failure.apiError());
			case TIMED_OUT -> HttpStatus.GATEWAY_TIMEOUT;
			case NOT_CONNECTED, CONNECTION_LOST -> HttpStatus.SERVICE_UNAVAILABLE;
			case UNREADABLE_ANSWER, UNTRUSTED_SERVER -> HttpStatus.BAD_GATEWAY;
		};
	}

	private static HttpStatus status(@Nullable ApiError error) {
		return switch ((error != null) ? error.status() : 0) {
			case 400, 413, 422 -> HttpStatus.UNPROCESSABLE_CONTENT;
			case 404, 410 ->
				(error != null && error.isFromContactHub()) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_GATEWAY;
			case 409 -> HttpStatus.CONFLICT;
			case 408, 423, 429, 502, 503 -> HttpStatus.SERVICE_UNAVAILABLE;
			case 504 -> HttpStatus.GATEWAY_TIMEOUT;
			default -> HttpStatus.BAD_GATEWAY;
		};
	}

	private static String detail(HttpStatus status) {
		return switch (status) {
			case UNPROCESSABLE_CONTENT -> "ContactHub has refused the document.";
			case NOT_FOUND -> "ContactHub has no such object.";
			case CONFLICT -> "ContactHub has such an object already.";
			case SERVICE_UNAVAILABLE -> "ContactHub is not available at present.";
			case GATEWAY_TIMEOUT -> "ContactHub has not answered in time.";
			default -> "ContactHub has not answered as it should.";
		};
	}

	private static Map<String, Object> fault(ApiError.Item item) {
		Map<String, Object> fault = new LinkedHashMap<>();
		if (item.path() != null) {
			fault.put("path", item.path());
		}
		if (item.code() != null) {
			fault.put("code", item.code());
		}
		return fault;
	}

}
