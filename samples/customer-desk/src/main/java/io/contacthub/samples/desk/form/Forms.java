package io.contacthub.samples.desk.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.samples.desk.failure.Outcome;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;
import io.contacthub.samples.desk.security.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What happens to each form that is sent: wrong input shows it again, and so does a
 * failure, with the reason where it belongs; sent twice, it is carried out once.
 */
@Component
public class Forms {

	private static final int LONGEST_KEY = 64;

	private final Failures failures;

	private final Submissions submissions;

	private final Audit audit;

	Forms(Failures failures, Submissions submissions, Audit audit) {
		this.failures = failures;
		this.audit = audit;
		this.submissions = submissions;
	}

	/**
	 * Return a new key for a form that is about to be shown.
	 * @return the key
	 */
	public String key() {
		return UUID.randomUUID().toString();
	}

	/**
	 * Return errors in the order in which the form has its fields.
	 * @param errors the errors
	 * @param form what the form is bound to, {@code null} where a record could not be
	 * made
	 * @return those of the form as a whole first
	 */
	public List<DetailedError> inOrder(List<DetailedError> errors, @Nullable Object form) {
		return FormErrors.inOrder(errors, form);
	}

	/**
	 * Return what a page shows of a field.
	 * @param form what the form is bound to, {@code null} where a record could not be
	 * made
	 * @param errors the errors of the form
	 * @param name the name of the field
	 * @return its value, and what is wrong with it
	 */
	public ShownField field(@Nullable Object form, List<DetailedError> errors, String name) {
		return ShownField.of(form, errors, name);
	}

	/**
	 * Carry out what a form says.
	 * @param result what was bound, with what is wrong with it
	 * @param model the model of the page that has the form
	 * @param view the page that has the form
	 * @param write carries it out, and returns the view to go to, such as
	 * {@code redirect:/customers/4711}, without variables
	 * @return the view to show
	 */
	public String submit(BindingResult result, Model model, String view, Supplier<String> write) {
		if (attributes().getRequest().getParameter(KeptForm.REOPEN) != null) {
			model.addAttribute("reopened", true);
			return view;
		}
		if (result.hasErrors()) {
			return again(model, view, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		HttpServletRequest request = attributes().getRequest();
		try {
			String key = request.getParameter(KeptForm.KEY);
			return (StringUtils.hasText(key) && key.length() <= LONGEST_KEY)
					? once(SubmissionKey.of(key, request), request, write) : carryOut(write);
		}
		catch (RuntimeException ex) {
			return again(model, view, this.failures.show(ex, result, model, request));
		}
	}

	private String carryOut(Supplier<String> write) {
		try {
			return write.get();
		}
		catch (RuntimeException ex) {
			if (mayBeDone(ex)) {
				// nothing else notes it
				ContactHubFailure failure = ContactHubFailure.in(ex).orElseThrow();
				this.audit.written(AuditAction.UNCLEAR, attributes().getRequest().getRequestURI(),
						Map.of("operation", failure.operation(), "execution", failure.execution()));
			}
			throw ex;
		}
	}

	/**
	 * Return whether something may have been written although it failed.
	 */
	private static boolean mayBeDone(RuntimeException ex) {
		return ContactHubFailure.in(ex).filter((failure) -> Outcome.of(failure) != Outcome.NOTHING).isPresent();
	}

	private String once(SubmissionKey key, HttpServletRequest request, Supplier<String> write) {
		String session = request.getSession().getId();
		Submission submission = new Submission();
		Submission earlier = this.submissions.begin(session, key, submission);
		if (earlier != null) {
			return earlier.await();
		}
		// its end is when the answer is complete, with the message for the next page
		request.setAttribute(Submission.class.getName(), submission);
		try {
			String answer = carryOut(write);
			submission.answer(answer);
			return answer;
		}
		catch (RuntimeException ex) {
			submission.fail(ex);
			if (!mayBeDone(ex)) {
				this.submissions.free(session, key, submission);
			}
			// else only the form that is shown again, which has another key, does it
			// again
			throw ex;
		}
	}

	private static String again(Model model, String view, HttpStatus status) {
		attributes().getResponse().setStatus(status.value());
		model.addAttribute("failed", true);
		return view;
	}

	private static ServletRequestAttributes attributes() {
		return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
	}

}
