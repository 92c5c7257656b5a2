package com.example.testing;

// tag::service[]
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.query.Query;

import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.BASE;

/** Registers customers. */
@Service
class Registration {

	private final CustomerRepository customers;

	private final EventPublisher events;

	Registration(CustomerRepository customers, EventPublisher events) {
		this.customers = customers;
		this.events = events;
	}

	String register(String account, String email) {
		Customer customer = this.customers.insert(Customer.builder()
			.externalId(account)
			.base((base) -> base.contacts((contacts) -> contacts.email(email)))
			.build());
		this.events
			.publish(Event.of(FormCompiled.builder().formName("signup").build()).in(EventContext.WEB).by(customer));
		return customer.id();
	}

	boolean knows(String email) {
		return this.customers.count(Query.where(BASE.CONTACTS.EMAIL.eq(email))) > 0;
	}

}
// end::service[]
