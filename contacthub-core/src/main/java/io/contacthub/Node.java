package io.contacthub;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

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

	@Override
	public String toString() {
		return "Node[" + this.id + "]";
	}

}
