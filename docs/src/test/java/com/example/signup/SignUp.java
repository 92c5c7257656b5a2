package com.example.signup;

// tag::service[]
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.properties.FormCompiled;

import org.springframework.stereotype.Service;

/** Signs up customers. */
@Service
class SignUp {

	private final CustomerRepository customers;

	private final EventRepository events;

	SignUp(CustomerRepository customers, EventRepository events) {
		this.customers = customers;
		this.events = events;
	}

	Customer register(Form form, SessionId visitor) {
		// the address was confirmed: what anybody can fill in is an insert
		Customer customer = this.customers.upsert(Customer.builder()
			.externalId(form.accountId())
			.base((base) -> base.firstName(form.firstName()).contacts((contacts) -> contacts.email(form.email())))
			.build());
		// events of the visit are now theirs
		this.customers.sessions(customer.id()).addIfAbsent(visitor);
		this.events.add(Event.of(FormCompiled.builder().formName("sign-up").build()).in(EventContext.WEB).by(customer));
		return customer;
	}

	/** An account of yours, whose e-mail address was confirmed. */
	record Form(String accountId, String firstName, String email) {
	}

}
// end::service[]
