package com.example.events;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventMode;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.event.properties.ProductProperties;
import io.contacthub.event.properties.ViewedPage;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * Reads events, and those of an own type.
 */
class EventReading {

	private final EventRepository events;

	EventReading(EventRepository events) {
		this.events = events;
	}

	// tag::text[]
	String text(Event event) {
		if (event.properties() instanceof ViewedPage page) {
			return "looked at " + page.path();
		}
		if (event.properties() instanceof CompletedOrder order) {
			return "ordered for " + order.amount().total();
		}
		// viewed, put into the cart, reviewed …
		if (event.properties() instanceof ProductProperties product) {
			return event.type() + " " + product.name();
		}
		return event.type() + " " + event.properties().toMap().keySet();
	}
	// end::text[]

	Page<Event> orders(String customerId) {
		// tag::filter[]
		EventFilter orders = EventFilter.ofCustomer(customerId)
			.types(EventType.COMPLETED_ORDER, EventType.ABANDONED_CART)
			.contexts(EventContext.ECOMMERCE)
			.mode(EventMode.ACTIVE)
			.from(LocalDate.of(2026, 1, 1))
			.to("2026-03-31T23:59:59Z");
		Page<Event> page = this.events.find(orders, PageRequest.of(0, 50, Sort.by("date").descending()));
		long number = this.events.count(orders);
		// end::filter[]
		return (number == page.getTotalElements()) ? page : Page.empty();
	}

	List<String> all() {
		// tag::stream[]
		try (Stream<Event> all = this.events.stream(EventFilter.ofNode().types(EventType.LOGGED_IN))) {
			return all.map(Event::customerId).distinct().toList();
		}
		// end::stream[]
	}

	Object own(String customerId) {
		// tag::own[]
		Event event = Event.of(EventType.of("bookedTable"))
			.withProperties(FreeEventProperties.of("restaurant", "Da Mario", "seats", 4))
			.in(EventContext.of("HOTEL"))
			.byCustomerId(customerId);
		Object seats = event.properties().unknown().get("seats"); // 4
		// end::own[]
		return seats;
	}

}
