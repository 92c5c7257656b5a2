package io.contacthub.samples.desk.security;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * Way back for somebody whose name or password was wrong, with the form that was kept.
 */
final class LoginFailure extends SimpleUrlAuthenticationFailureHandler {

	private static final String WRONG = "?error";

	LoginFailure() {
		super("/login" + WRONG);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException, ServletException {
		Optional<KeptForm> form = KeptForm.of(request);
		if (form.isPresent()) {
			Resumption.show(form.get(), WRONG, request, response);
		}
		else {
			super.onAuthenticationFailure(request, response, ex);
		}
	}

}
