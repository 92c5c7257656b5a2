package io.contacthub.autoconfigure.web;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/**
 * Has the session of a visitor tied to the customer who has logged in, where the
 * application tells who that is.
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
		SessionCustomerResolver resolver = this.customers.getIfAvailable();
		if (target != null && resolver != null) {
			String customerId = customerId(resolver, principal);
			if (StringUtils.hasText(customerId)) {
				target.reconcile(request, response, customerId);
			}
		}
	}

	private static @Nullable String customerId(SessionCustomerResolver resolver, Principal principal) {
		try {
			return resolver.customerId(principal);
		}
		catch (RuntimeException ex) {
			logger.warn("The customer who has logged in was not found: " + FailureText.of(ex));
			return null;
		}
	}

}
