package io.contacthub.shop;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.contacthub.query.Query;

import org.springframework.stereotype.Service;

/**
 * Registers customers.
 */
@Service
class Signup {

	private final CustomerRepository customers;

	private final EventPublisher events;

	Signup(CustomerRepository customers, EventPublisher events) {
		this.customers = customers;
		this.events = events;
	}

	Customer register(String email) {
		Customer customer = this.customers
			.insert(Customer.builder().base((base) -> base.contacts((contacts) -> contacts.email(email))).build());
		this.events.publish(
				Event.builder().customerId(customer.id()).type(EventType.LOGGED_IN).context(EventContext.WEB).build());
		return customer;
	}

	long registered() {
		return this.customers.count(Query.all());
	}

}
