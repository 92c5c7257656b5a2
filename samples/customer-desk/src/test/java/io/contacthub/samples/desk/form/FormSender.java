package io.contacthub.samples.desk.form;

import java.util.UUID;
import java.util.function.Supplier;

import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.security.Audit;
import jakarta.servlet.http.HttpSessionEvent;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One who sends forms within a session.
 */
final class FormSender {

	private final MockHttpSession session = new MockHttpSession();

	private final Submissions submissions;

	private final Forms forms;

	private final SubmissionInterceptor interceptor = new SubmissionInterceptor();

	private final Model model = new ExtendedModelMap();

	private BindingResult result = new BeanPropertyBindingResult(new Form("ada@", "Rome"), "form");

	FormSender() {
		this(new Submissions());
	}

	private FormSender(Submissions submissions) {
		this.submissions = submissions;
		this.forms = new Forms(new Failures(new Labels(new StaticMessageSource())), submissions, new Audit());
	}

	/**
	 * Return somebody else at the same desk.
	 */
	FormSender other() {
		return new FormSender(this.submissions);
	}

	/**
	 * End the session.
	 */
	void leave() {
		this.submissions.sessionDestroyed(new HttpSessionEvent(this.session));
	}

	/**
	 * Log in, which gives the session another id.
	 */
	void logIn() {
		String before = this.session.getId();
		this.session.changeSessionId();
		this.submissions.sessionIdChanged(new HttpSessionEvent(this.session), before);
	}

	MockHttpSession session() {
		return this.session;
	}

	Submissions submissions() {
		return this.submissions;
	}

	void bind(BindingResult result) {
		this.result = result;
	}

	BindingResult result() {
		return this.result;
	}

	Model model() {
		return this.model;
	}

	/**
	 * Send a form.
	 * @param key its key, or {@code null} if it has none
	 */
	Answer send(String key, Supplier<String> write) {
		return send(key, "Ada", write);
	}

	/**
	 * Send a form that says something else.
	 * @param name what it says
	 */
	Answer send(String key, String name, Supplier<String> write) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/customers/c-1/edit");
		request.setSession(this.session);
		request.setUserPrincipal(() -> "ada");
		request.setParameter("_csrf", UUID.randomUUID().toString());
		request.setParameter("name", name);
		if (key != null) {
			request.setParameter("formKey", key);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
		try {
			return new Answer(this.forms.submit(this.result, this.model, "form", write), response.getStatus());
		}
		finally {
			this.interceptor.afterCompletion(request, response, this, null);
			RequestContextHolder.resetRequestAttributes();
		}
	}

	/**
	 * What is sent.
	 */
	record Form(String email, String addressCity) {

	}

	/**
	 * What comes back.
	 */
	record Answer(String view, int status) {

	}

}
