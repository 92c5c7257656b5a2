package io.contacthub.autoconfigure.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Listener that is told of logins by Spring Security. Only of interactive ones: where
 * each request is authenticated anew there is no login.
 */
final class SessionLoginListener implements ApplicationListener<InteractiveAuthenticationSuccessEvent> {

	private final SessionLogins logins;

	SessionLoginListener(SessionLogins logins) {
		this.logins = logins;
	}

	@Override
	public void onApplicationEvent(InteractiveAuthenticationSuccessEvent event) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletResponse response = attributes.getResponse();
			if (response != null) {
				this.logins.reconcile(attributes.getRequest(), response, event.getAuthentication());
			}
		}
	}

}
