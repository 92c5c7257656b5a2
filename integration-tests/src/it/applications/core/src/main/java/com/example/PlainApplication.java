package com.example;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.client.TaskContext;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;

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
		publish(arguments[0]);
	}

	/**
	 * Observe an event that is sent in the background, without Micrometer's context
	 * propagation.
	 */
	private static void publish(String address) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public void onStop(Observation.Context context) {
				if (context.getName().equals("contacthub.calls")) {
					System.out.println("within "
							+ ((Observation) context.getParentObservation()).getContext().getName());
				}
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		Node node = Workspace.builder()
			.id("w1")
			.token("t0ken")
			.baseUrl(address)
			.client((client) -> client.observationRegistry(registry))
			.build()
			.node("n1");
		Observation.createNotStarted("the job", registry).observe(() -> {
			try (EventPublisher publisher = EventPublisher.create(node.events(), EventPublisher.Settings.defaults(),
					null, TaskContext.decorator(registry))) {
				publisher.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1"));
			}
		});
	}

}
