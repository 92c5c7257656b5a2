package io.contacthub;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

import org.springframework.util.Assert;

/**
 * A node of a workspace, which has customers and events.
 */
public final class Node {

	private final Workspace workspace;

	private final String id;

	private final CustomerRepository customers;

	private final EventRepository events;

	Node(Workspace workspace, String id, CustomerRepository customers, EventRepository events) {
		this.workspace = workspace;
		this.id = id;
		this.customers = customers;
		this.events = events;
	}

	/**
	 * The workspace of the node.
	 * @return the workspace
	 */
	public Workspace workspace() {
		return this.workspace;
	}

	/**
	 * The id of the node.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The customers of the node.
	 * @return always the same repository
	 */
	public CustomerRepository customers() {
		return this.customers;
	}

	/**
	 * The events of the node.
	 * @return always the same repository
	 */
	public EventRepository events() {
		return this.events;
	}

	/**
	 * Read a customer to change it step by step; {@code GET /customers/{id}}.
	 * @param id the id of the customer
	 * @return the customer
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	public ManagedCustomer customer(String id) {
		Customer customer = this.customers.getById(id).withId(id);
		return new ManagedCustomer(this, customer, customer);
	}

	/**
	 * Take a customer to change it step by step; no request. A customer with an id is
	 * taken as ContactHub has it; one without is new.
	 * @param customer the customer
	 * @return the customer
	 */
	public ManagedCustomer customer(Customer customer) {
		Assert.notNull(customer, "customer is null: give a customer, stored or not");
		return new ManagedCustomer(this, (customer.id() != null) ? customer : null, customer);
	}

	@Override
	public String toString() {
		return "Node[" + this.id + "]";
	}

}
