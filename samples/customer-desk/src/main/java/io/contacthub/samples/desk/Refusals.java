package io.contacthub.samples.desk;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.validation.Errors;

/**
 * Messages that show at a form why ContactHub refused what the form sent.
 */
final class Refusals {

	private Refusals() {
	}

	static void show(DataIntegrityViolationException ex, Errors errors) {
		if (ex instanceof ContactHubFailure failure && failure.apiError() != null) {
			failure.apiError().errors().forEach((item) -> errors.reject("refused", sentence(item)));
		}
		if (!errors.hasErrors()) {
			errors.reject("refused", "ContactHub does not say why.");
		}
	}

	private static String sentence(ApiError.Item item) {
		return (item.path() != null) ? item.path() + ": " + item.message() : item.message();
	}

}
