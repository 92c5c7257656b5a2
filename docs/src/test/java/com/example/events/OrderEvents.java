package com.example.events;

// tag::events[]
import java.math.BigDecimal;
import java.time.Instant;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.context.EcommerceContextInfo;
import io.contacthub.event.properties.Amount;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.OrderLine;
import io.contacthub.event.properties.OrderType;

import org.springframework.stereotype.Service;

/** Tells ContactHub of orders. */
@Service
class OrderEvents {

	private final EventRepository events;

	OrderEvents(EventRepository events) {
		this.events = events;
	}

	Event completed(Customer customer, String orderId, BigDecimal total, Instant when) {
		CompletedOrder order = CompletedOrder.builder()
			.orderId(orderId)
			.type(OrderType.SALE)
			.amount(Amount.builder().total(total).build())
			.products(OrderLine.builder().id("P1").name("Lamp").quantity(BigDecimal.ONE).build())
			.build();
		Event event = Event.of(order)
			.in(EventContext.ECOMMERCE)
			.by(customer)
			.at(when)
			.withContextInfo(EcommerceContextInfo.builder().store((store) -> store.id("it").name("Shop")).build());
		return this.events.add(event);
	}

}
// end::events[]
