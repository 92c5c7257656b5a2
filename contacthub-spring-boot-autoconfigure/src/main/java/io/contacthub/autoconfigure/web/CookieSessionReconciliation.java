package io.contacthub.autoconfigure.web;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionRepository;
import io.contacthub.error.ContactHubFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.Assert;

/**
 * Reconciliation that ties sessions that are kept in cookies.
 */
final class CookieSessionReconciliation implements SessionReconciliation {

	private static final Log logger = LogFactory.getLog(SessionReconciliation.class);

	private final VisitorSessions sessions;

	private final CustomerRepository customers;

	CookieSessionReconciliation(VisitorSessions sessions, CustomerRepository customers) {
		this.sessions = sessions;
		this.customers = customers;
	}

	@Override
	public void reconcile(HttpServletRequest request, HttpServletResponse response, String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		this.sessions.find(request)
			.filter((session) -> !session.isOf(customerId))
			.map((session) -> reconcile(session, customerId))
			.ifPresent((session) -> this.sessions.store(request, response, session));
	}

	@Override
	public void forget(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.remove(request, response);
	}

	private VisitorSession reconcile(VisitorSession session, String customerId) {
		VisitorSession own = (session.owner() == null) ? session : VisitorSession.random();
		try {
			SessionRepository repository = this.customers.sessions(customerId);
			return (own == session) ? tieOrReplace(repository, own, customerId) : tie(repository, own, customerId);
		}
		catch (RuntimeException ex) {
			logger.warn("The session of a visitor was not tied to their customer: " + ContactHubFailure.summary(ex));
			return own;
		}
	}

	private static VisitorSession tieOrReplace(SessionRepository repository, VisitorSession session,
			String customerId) {
		try {
			return tie(repository, session, customerId);
		}
		catch (DataIntegrityViolationException ex) {
			// ContactHub may know it as another customer's, of whom the cookie knows
			// nothing
			return tie(repository, VisitorSession.random(), customerId);
		}
	}

	private static VisitorSession tie(SessionRepository repository, VisitorSession session, String customerId) {
		repository.addIfAbsent(session.id());
		return session.ownedBy(customerId);
	}

}
