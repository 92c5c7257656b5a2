package com.example.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import io.contacthub.event.properties.ViewedPage;

import static io.contacthub.customer.CustomerFields.BASE;

/**
 * What was said with the vendor's SDK for Node.js, said with this library.
 */
class NodeSdkMove {

	private final CustomerRepository customers;

	private final EventRepository events;

	NodeSdkMove(CustomerRepository customers, EventRepository events) {
		this.customers = customers;
		this.events = events;
	}

	// tag::insert[]
	Customer addFromMap() { // nested as the object was
		return this.customers.insert(Map.of("externalId", "A1", "base", Map.of("firstName", "Ann", "dob",
				LocalDate.of(1990, 4, 1), "contacts", Map.of("email", "ann@example.com"))));
	}

	Customer add() {
		return this.customers.insert(Customer.builder()
			.externalId("A1")
			.base((base) -> base.firstName("Ann")
				.dob(LocalDate.of(1990, 4, 1))
				.contacts((contacts) -> contacts.email("ann@example.com")))
			.build());
	}
	// end::insert[]

	// tag::change[]
	Customer change(String customerId) { // was updateCustomer
		Customer customer = this.customers.getById(customerId);
		return this.customers.replace(customer.withBase((base) -> base.withFirstName("Anna").withDob(null)));
	}

	Customer patch(String customerId) {
		return this.customers.patch(customerId, (patch) -> patch.set(BASE.FIRST_NAME, "Anna").clear(BASE.DOB));
	}
	// end::change[]

	// tag::event[]
	Event view(SessionId session) {
		return this.events.add(Event.of(ViewedPage.builder().title("Home").url("https://example.com/").build())
			.in(EventContext.WEB)
			.by(session)
			.at(Instant.now()));
	}

	List<String> titles(String customerId) {
		// all pages
		try (Stream<Event> all = this.events.stream(EventFilter.ofCustomer(customerId))) {
			return all.flatMap((event) -> (event.properties() instanceof ViewedPage page) ? Stream.of(page) : null)
				.map(ViewedPage::title)
				.toList();
		}
	}
	// end::event[]

}
