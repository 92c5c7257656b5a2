package io.contacthub.autoconfigure.web;

import java.util.regex.Pattern;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;

/**
 * Text that says what failed for a log that shows no personal values: without what
 * ContactHub or the application said about it.
 */
final class FailureText {

	private static final Pattern PLAIN = Pattern.compile("[\\w.:-]{1,100}");

	private FailureText() {
	}

	static String of(Throwable exception) {
		return ContactHubFailure.in(exception).map(FailureText::of).orElseGet(() -> place(exception));
	}

	static String of(ContactHubFailure failure) {
		StringBuilder text = new StringBuilder(failure.operation()).append(" failed, reason: ")
			.append(failure.reason())
			.append(", attempts: ")
			.append(failure.attempts());
		ApiError error = failure.apiError();
		if (error != null) {
			text.append(", status: ").append(error.status());
		}
		String logref = failure.logref();
		if (logref != null && PLAIN.matcher(logref).matches()) {
			text.append(", logref: ").append(logref);
		}
		return text.toString();
	}

	private static String place(Throwable exception) {
		StackTraceElement[] stack = exception.getStackTrace();
		return exception.getClass().getName() + ((stack.length > 0) ? " at " + stack[0] : "");
	}

}
