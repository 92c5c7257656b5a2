package com.example.tracing;

// tag::place[]
import io.contacthub.client.TracingId;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.CompletedOrder;

import org.springframework.stereotype.Service;

/** Tells ContactHub of orders, under the number of the order. */
@Service
public class Orders {

	private final CustomerRepository customers;

	private final EventPublisher publisher;

	Orders(CustomerRepository customers, EventPublisher publisher) {
		this.customers = customers;
		this.publisher = publisher;
	}

	Customer place(String orderNumber, Customer buyer) {
		return TracingId.call("order-" + orderNumber, () -> {
			Customer customer = this.customers.upsert(buyer);
			// sent later, by another thread, with the same id
			this.publisher.publish(
					Event.of(CompletedOrder.builder().orderId(orderNumber).build()).in(EventContext.WEB).by(customer));
			return customer;
		});
	}

}
// end::place[]
