package io.contacthub;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

import org.springframework.util.Assert;

/**
 * A node whose repositories were made for it.
 */
class DefaultNode implements Node {

	private final Workspace workspace;

	private final String id;

	private final CustomerRepository customers;

	private final EventRepository events;

	DefaultNode(Workspace workspace, String id, CustomerRepository customers, EventRepository events) {
		this.workspace = workspace;
		this.id = id;
		this.customers = customers;
		this.events = events;
	}

	@Override
	public Workspace workspace() {
		return this.workspace;
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public CustomerRepository customers() {
		return this.customers;
	}

	@Override
	public EventRepository events() {
		return this.events;
	}

	@Override
	public ManagedCustomer customer(String id) {
		Customer customer = this.customers.getById(id).withId(id);
		return new ManagedCustomer(this, customer, customer);
	}

	@Override
	public ManagedCustomer customer(Customer customer) {
		Assert.notNull(customer, "customer is null: give a customer, stored or not");
		return new ManagedCustomer(this, (customer.id() != null) ? customer : null, customer);
	}

	@Override
	public String toString() {
		return "Node[" + this.id + "]";
	}

}
