package com.example.errors;

// tag::advice[]
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers requests that fail because of ContactHub. */
@RestControllerAdvice
class FailureAdvice {

	@ExceptionHandler
	ProblemDetail handle(DataAccessException exception) {
		// those of a database stay as they are
		ContactHubFailure failure = ContactHubFailure.in(exception).orElseThrow(() -> exception);
		ProblemDetail problem = ProblemDetail.forStatus(status(exception));
		problem.setProperty("logref", failure.logref());
		return problem;
	}

	private static HttpStatus status(DataAccessException exception) {
		if (exception instanceof EmptyResultDataAccessException) {
			return HttpStatus.NOT_FOUND;
		}
		// before the next: it is one of those, too
		if (exception instanceof CustomerConflictException) {
			return HttpStatus.CONFLICT;
		}
		if (exception instanceof DataIntegrityViolationException) {
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		return (exception instanceof TransientDataAccessException) ? HttpStatus.SERVICE_UNAVAILABLE
				: HttpStatus.BAD_GATEWAY;
	}

}
// end::advice[]
