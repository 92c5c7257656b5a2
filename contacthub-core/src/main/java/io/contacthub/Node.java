package io.contacthub;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

/**
 * A node of a workspace, which has customers and events. With the starter of Spring Boot
 * it is a bean, as are its two repositories: <pre class="code">{@code
 * Customer customer = node.customers().getById(id);
 * node.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(customer));
 * }</pre>
 * <p>
 * Safe for use by many threads.
 */
public interface Node {

	/**
	 * Return the workspace of the node.
	 * @return the workspace
	 */
	Workspace workspace();

	/**
	 * Return the id of the node.
	 * @return the id
	 */
	String id();

	/**
	 * Return the customers of the node.
	 * @return always the same repository
	 */
	CustomerRepository customers();

	/**
	 * Return the events of the node.
	 * @return always the same repository
	 */
	EventRepository events();

	/**
	 * Read a customer to change it step by step; {@code GET /customers/{id}}.
	 * @param id the id of the customer
	 * @return the customer
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	ManagedCustomer customer(String id);

	/**
	 * Take a customer to change it step by step; no request. A customer with an id is
	 * taken as ContactHub has it; one without is new.
	 * @param customer the customer
	 * @return the customer
	 */
	ManagedCustomer customer(Customer customer);

}
