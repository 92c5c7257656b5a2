package io.contacthub.samples.desk.security;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Way on for somebody who has logged in: to the form that was kept, or where they wanted
 * to go. From now on the session lasts for a working day.
 */
final class LoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

	private final Duration timeout;

	LoginSuccess(RequestCache places, Duration timeout) {
		setRequestCache(places);
		this.timeout = timeout;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
			throws ServletException, IOException {
		request.getSession().setMaxInactiveInterval(Math.toIntExact(this.timeout.toSeconds()));
		Optional<KeptForm> form = KeptForm.of(request);
		if (form.isPresent()) {
			Resumption.show(form.get(), "", request, response);
		}
		else {
			super.onAuthenticationSuccess(request, response, user);
		}
	}

}
