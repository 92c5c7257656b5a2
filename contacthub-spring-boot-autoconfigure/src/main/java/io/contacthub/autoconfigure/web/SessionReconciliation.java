package io.contacthub.autoconfigure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Strategy to tie the session of a visitor to the customer who they turn out to be. With
 * Spring Security and a {@link SessionCustomerResolver} it is called at each interactive
 * login (form, OAuth 2, one-time token, remember-me …); an application that logs users in
 * by itself calls it then: <pre class="code">
 * &#064;PostMapping("/login")
 * String login(Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
 *     Account account = this.accounts.verify(credentials);
 *     this.reconciliation.reconcile(request, response, account.customerId());
 *     return "redirect:/";
 * }</pre>
 * <p>
 * It is a bean with {@code contacthub.web.session.enabled} and a single candidate for a
 * {@link io.contacthub.customer.CustomerRepository}.
 */
public interface SessionReconciliation {

	/**
	 * Tie the session of the visitor, if they have one, to a customer; {@code POST
	 * /customers/{id}/sessions}, within the request, since the answer may need a cookie.
	 * A second cookie remembers that it was done, so that nothing is sent when the same
	 * customer logs in again.
	 * <p>
	 * A session that is tied to another customer stays that customer's: the visitor gets
	 * a new one, which is tied. So it does when ContactHub refuses the session.
	 * <p>
	 * A failure of ContactHub is logged and not thrown; it is tried again at the next
	 * login.
	 * @param request the request
	 * @param response its answer, which must not be committed yet
	 * @param customerId the id that ContactHub gave the customer
	 * @throws IllegalArgumentException when the id is blank
	 */
	void reconcile(HttpServletRequest request, HttpServletResponse response, String customerId);

	/**
	 * Take the session away from a visitor who no longer agrees to it: their browser is
	 * told to forget the cookies that it has sent. Nothing is sent to ContactHub, where
	 * the session stays with what was seen in it, and with the customer it was tied to.
	 * @param request the request
	 * @param response its answer, which must not be committed yet
	 */
	void forget(HttpServletRequest request, HttpServletResponse response);

}
