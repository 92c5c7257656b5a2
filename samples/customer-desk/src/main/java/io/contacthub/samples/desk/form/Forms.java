package io.contacthub.samples.desk.form;

import java.util.UUID;
import java.util.function.Supplier;

import io.contacthub.samples.desk.form.Submissions.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

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

	Forms(Failures failures) {
		this.failures = failures;
	}

	/**
	 * Return a new key for a form that is about to be shown.
	 * @return the key
	 */
	public String key() {
		return UUID.randomUUID().toString();
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

	private static String once(String key, HttpServletRequest request, Supplier<String> write) {
		Submissions submissions = submissions(request.getSession());
		Submission submission = new Submission();
		Submission earlier = submissions.begin(key, submission);
		while (earlier != null) {
			String answer = earlier.await();
			if (answer != null) {
				return answer;
			}
			earlier = submissions.begin(key, submission);
		}
		// its end is when the answer is complete, with the message for the next page
		request.setAttribute(Submission.class.getName(), submission);
		try {
			String answer = write.get();
			submission.answer(answer);
			return answer;
		}
		catch (RuntimeException ex) {
			submissions.free(key, submission);
			throw ex;
		}
	}

	private static String again(Model model, String view, HttpStatus status) {
		attributes().getResponse().setStatus(status.value());
		model.addAttribute("failed", true);
		return view;
	}

	private static Submissions submissions(HttpSession session) {
		synchronized (WebUtils.getSessionMutex(session)) {
			Submissions submissions = (Submissions) session.getAttribute(Forms.class.getName());
			if (submissions == null) {
				submissions = new Submissions();
				session.setAttribute(Forms.class.getName(), submissions);
			}
			return submissions;
		}
	}

	private static ServletRequestAttributes attributes() {
		return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
	}

}
