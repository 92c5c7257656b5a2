package io.contacthub.autoconfigure.web;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

/**
 * Strategy to tell which customer has logged in. With a bean of this type, the session of
 * a visitor is tied to the customer when they log in by Spring Security, so that the
 * events of their visit become theirs. <pre class="code">
 * &#064;Bean
 * SessionCustomerResolver sessionCustomerResolver(Accounts accounts) {
 *     return (principal) -&gt; accounts.findByName(principal.getName()).customerId();
 * }</pre> An application that knows external ids only finds the customer by
 * {@link io.contacthub.customer.CustomerRepository#findByExternalId(String)}; a customer
 * appears there about 30 seconds after it was stored. Where there are several beans of
 * this type, the first that gives an id, in their order, has found the customer.
 */
@FunctionalInterface
public interface SessionCustomerResolver {

	/**
	 * Return the id of a customer. It is asked within the request; what it throws is
	 * logged without its message and does not fail the login.
	 * @param principal who has logged in; with Spring Security, its
	 * {@code Authentication}
	 * @return the id that ContactHub gave the customer, or {@code null} when it is none,
	 * or not yet certain
	 */
	@Nullable String customerId(Principal principal);

}
