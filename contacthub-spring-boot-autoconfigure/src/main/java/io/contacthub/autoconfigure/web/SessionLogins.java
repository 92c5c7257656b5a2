package io.contacthub.autoconfigure.web;

import java.security.Principal;

import io.contacthub.error.ContactHubFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/**
 * Logins, at which the session of a visitor is tied to the customer who has logged in,
 * where the application tells who that is.
 */
final class SessionLogins {

	private static final Log logger = LogFactory.getLog(SessionReconciliation.class);

	private final ObjectProvider<SessionReconciliation> reconciliation;

	private final ObjectProvider<SessionCustomerResolver> customers;

	SessionLogins(ObjectProvider<SessionReconciliation> reconciliation,
			ObjectProvider<SessionCustomerResolver> customers) {
		this.reconciliation = reconciliation;
		this.customers = customers;
	}

	void reconcile(HttpServletRequest request, HttpServletResponse response, Principal principal) {
		SessionReconciliation target = this.reconciliation.getIfAvailable();
		if (target != null) {
			this.customers.orderedStream()
				.map((resolver) -> customerId(resolver, principal))
				.filter(StringUtils::hasText)
				.findFirst()
				.ifPresent((customerId) -> target.reconcile(request, response, customerId));
		}
	}

	private static String customerId(SessionCustomerResolver resolver, Principal principal) {
		try {
			String customerId = resolver.customerId(principal);
			return (customerId != null) ? customerId : "";
		}
		catch (RuntimeException ex) {
			logger.warn("The customer who has logged in was not found: " + ContactHubFailure.summary(ex));
			return "";
		}
	}

}
