package io.contacthub.customer;

import java.util.List;
import java.util.Optional;

/**
 * The sessions of one customer: what a visitor did in one of them, before they were
 * known, is what the customer did. Each method makes one request, unless it says
 * otherwise.
 * <p>
 * Every failure is a {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 * <p>
 * Where a method says that it needs some scopes, a token of one of them will do, see
 * {@link io.contacthub.client.Scope}.
 */
public interface SessionRepository {

	/**
	 * Tie a session to the customer; {@code POST /customers/{id}/sessions}. All events
	 * stored under it, earlier and later ones, are the customer's from then on. Needs
	 * ADMIN, USER, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param session the session
	 * @return the session, with the id that ContactHub gave it
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the session, as it may when it knows it already
	 */
	Session add(SessionId session);

	/**
	 * Tie a session to the customer that may be tied to it already; {@code POST
	 * /customers/{id}/sessions}. When ContactHub refuses the session, the sessions are
	 * listed to see whether it is there: one request more. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @param session the session
	 * @return the session, with the id that ContactHub gave it
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the session for another reason
	 */
	Session addIfAbsent(SessionId session);

	/**
	 * List the sessions; {@code GET /customers/{id}/sessions}. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @return all sessions, in one unmodifiable list
	 */
	List<Session> findAll();

	/**
	 * Find a session; {@code GET /customers/{id}/sessions/{sessionId}}. Needs ADMIN, USER
	 * or TRUSTED_APPLICATION.
	 * @param id the id that ContactHub gave it, not the session id itself
	 * @return the session, or empty when there is none
	 */
	Optional<Session> findById(String id);

	/**
	 * Untie a session; {@code DELETE /customers/{id}/sessions/{sessionId}}. Needs ADMIN,
	 * USER or TRUSTED_APPLICATION.
	 * @param id the id that ContactHub gave it, not the session id itself
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	void deleteById(String id);

	/**
	 * Untie a session of which only the session id is known. The sessions are listed
	 * first: two requests, or one when there is no such session. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @param session the session
	 * @return whether there was such a session
	 */
	boolean delete(SessionId session);

}
