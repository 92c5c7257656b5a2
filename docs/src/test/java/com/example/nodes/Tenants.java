package com.example.nodes;

import java.util.Optional;

import io.contacthub.autoconfigure.ContactHubNodes;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;

import org.springframework.stereotype.Service;

/**
 * Reads and writes what belongs to a tenant.
 */
@Service
public class Tenants {

	private final ContactHubNodes nodes;

	/**
	 * Create the service.
	 * @param nodes knows the nodes of the tenants
	 */
	public Tenants(ContactHubNodes nodes) {
		this.nodes = nodes;
	}

	// tag::tenants[]
	// both throw an IllegalArgumentException when no node has that name
	Optional<Customer> find(String tenant, String id) {
		return this.nodes.node(tenant).customers().findById(id);
	}

	void publish(String tenant, Event event) {
		this.nodes.publisher(tenant).publish(event);
	}
	// end::tenants[]

}
