package com.example;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;

/**
 * Writes and reads a customer and an event.
 */
public final class PlainApplication {

	private PlainApplication() {
	}

	public static void main(String[] arguments) {
		Node node = Workspace.builder().id("w1").token("t0ken").baseUrl(arguments[0]).build().node("n1");
		Customer stored = node.customers().insert(Customer.builder().externalId("A1").build());
		System.out.println("stored " + stored.id());
		System.out.println("read " + node.customers().getById("c1").base().firstName());
		node.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(stored));
		System.out.println("event of " + node.events().getById("e1").customerId());
	}

}
