package io.contacthub.samples.desk.form;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

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

	/**
	 * Name of the hidden input.
	 */
	static final String KEY = "formKey";

	private static final int LONGEST_KEY = 64;

	private final Failures failures;

	private final Submissions submissions;

	Forms(Failures failures, Submissions submissions) {
		this.failures = failures;
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
	 * Carry out what a form says.
	 * @param result what was bound, with what is wrong with it
	 * @param model the model of the page that has the form
	 * @param view the page that has the form
	 * @param write carries it out, and returns the view to go to, such as
	 * {@code redirect:/customers/4711}, without variables
	 * @return the view to show
	 */
	public String submit(BindingResult result, Model model, String view, Supplier<String> write) {
		if (result.hasErrors()) {
			return again(model, view, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			HttpServletRequest request = attributes().getRequest();
			String key = request.getParameter(KEY);
			return (StringUtils.hasText(key) && key.length() <= LONGEST_KEY) ? once(key, request, write) : write.get();
		}
		catch (RuntimeException ex) {
			return again(model, view, this.failures.show(ex, result, model));
		}
	}

	private String once(String key, HttpServletRequest request, Supplier<String> write) {
		String session = request.getSession().getId();
		Submission submission = new Submission();
		Submission earlier = this.submissions.begin(session, key, submission);
		while (earlier != null) {
			String answer = earlier.await();
			if (answer != null) {
				return answer;
			}
			earlier = this.submissions.begin(session, key, submission);
		}
		// its end is when the answer is complete, with the message for the next page
		request.setAttribute(Submission.class.getName(), submission);
		try {
			String answer = write.get();
			submission.answer(answer);
			return answer;
		}
		catch (RuntimeException ex) {
			this.submissions.free(session, key, submission);
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
