package io.contacthub.samples.desk.form;

import io.contacthub.client.IllegalDocumentException;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.samples.desk.failure.Outcome;
import io.contacthub.samples.desk.failure.Trouble;
import io.contacthub.samples.desk.failure.TroubleKind;
import io.contacthub.samples.desk.failure.TroubleLog;
import io.contacthub.samples.desk.layout.Labels;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * What a form says when it could not be carried out.
 */
@Component
class Failures {

	private final Labels labels;

	Failures(Labels labels) {
		this.labels = labels;
	}

	/**
	 * Show a failure at the form.
	 * @param ex the failure
	 * @param result gets what is wrong with single fields and with the whole
	 * @param model gets what else the page is to show
	 * @param request the request that has sent the form
	 * @return the status of the answer
	 * @throws RuntimeException the failure, when the form is no place to show it
	 */
	HttpStatus show(RuntimeException ex, BindingResult result, Model model, HttpServletRequest request) {
		if (ex instanceof CustomerConflictException conflict) {
			return showConflict(conflict, result, model);
		}
		if (ex instanceof DataIntegrityViolationException) {
			ContactHubFailure.in(ex)
				.ifPresent((failure) -> failure.errors()
					.forEach((item) -> refuse(item.path(), String.valueOf(item.message()), result)));
			if (!result.hasErrors()) {
				result.reject("form.refused");
			}
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		if (ex instanceof IllegalDocumentException document) {
			document.violations().forEach((violation) -> refuse(violation.path(), violation.rule(), result));
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		if (ex instanceof IllegalArgumentException argument) {
			LibraryRefusal refusal = LibraryRefusal.in(argument, new FormFields(result)).orElseThrow(() -> ex);
			refuse(refusal.path(), refusal.message(), result);
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		if (ex instanceof DataAccessException && Trouble.of(ex).kind() != TroubleKind.NOT_FOUND) {
			return showTrouble(ex, model, request);
		}
		throw ex;
	}

	private HttpStatus showTrouble(RuntimeException ex, Model model, HttpServletRequest request) {
		Trouble trouble = TroubleLog.note(ex);
		Outcome outcome = (ex instanceof UnderWayException) ? Outcome.UNDER_WAY : trouble.outcome();
		String place = PlaceToLook.of(request);
		if (outcome != Outcome.NOTHING && place == null) {
			// visitors only sign up, and an attempt finds what it has done before
			outcome = Outcome.PERHAPS_CHANGED;
		}
		model.addAttribute("trouble", trouble.withOutcome(outcome));
		model.addAttribute("look", place);
		return trouble.kind().status();
	}

	private HttpStatus showConflict(CustomerConflictException conflict, BindingResult result, Model model) {
		model.addAttribute("conflict", conflict);
		conflict.errors().forEach((item) -> refuse(item.path(), String.valueOf(item.message()), result));
		if (!result.hasErrors()) {
			result.reject("form.conflict");
		}
		return HttpStatus.CONFLICT;
	}

	private void refuse(@Nullable String path, String message, BindingResult result) {
		Object[] arguments = { message };
		if (path == null) {
			result.reject("form.refusedValue", arguments, message);
			return;
		}
		new FormFields(result).of(path)
			.ifPresentOrElse((field) -> result.rejectValue(field, "form.refusedValue", arguments, message), () -> {
				Object[] labelled = { this.labels.member(path), message };
				result.reject("form.refusedMember", labelled, path + ": " + message);
			});
	}

}
