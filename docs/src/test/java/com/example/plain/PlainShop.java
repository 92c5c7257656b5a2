package com.example.plain;

// tag::main[]
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.query.Query;

import static io.contacthub.customer.CustomerFields.BASE;

/** A shop without Spring Boot: signs up a customer, and finds those of a city. */
public final class PlainShop {

	private PlainShop() {
	}

	public static void main(String[] arguments) {
		// id, token and address of the workspace are in the file
		Workspace workspace = Workspace.builder().iniFile(Path.of(arguments[0])).build();
		Node node = workspace.node(arguments[1]);
		try (EventPublisher events = EventPublisher.create(node.events(), EventPublisher.Settings.defaults(),
				(event, failure) -> System.err
					.println("not sent: " + event.type() + ", " + EventPublisherListener.summary(failure)))) {
			Customer ann = node.customers()
				.upsert(Customer.builder()
					.externalId("A1")
					.base((base) -> base.firstName("Ann")
						.contacts((contacts) -> contacts.email("ann@example.com"))
						.address((address) -> address.city("Milano")))
					.build());
			System.out.println("stored " + ann.externalId());
			events.publish(Event.of(FormCompiled.builder().formName("signup").build()).in(EventContext.WEB).by(ann));
		} // waits until the event is sent, 25 s at most
		try (Stream<Customer> found = node.customers().stream(Query.where(BASE.ADDRESS.CITY.eq("Milano")))) {
			List<String> names = found.limit(10).map((customer) -> customer.base().firstName()).toList();
			System.out.println("in Milano: " + names);
		}
	}

}
// end::main[]
