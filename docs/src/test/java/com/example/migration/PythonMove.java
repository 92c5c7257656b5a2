package com.example.migration;

import java.time.LocalDate;
import java.util.Map;

import io.contacthub.ManagedCustomer;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.properties.ServiceSubscribed;
import io.contacthub.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * Scripts of the Python SDK, said with this library.
 */
class PythonMove {

	private static final Logger log = LoggerFactory.getLogger(PythonMove.class);

	private final Node node;

	private final CustomerRepository customers;

	private final EventRepository events;

	PythonMove(Node node) {
		this.node = node;
		this.customers = node.customers();
		this.events = node.events();
	}

	// tag::pages[]
	int count(Query query) {
		int found = 0;
		Pageable pageable = PageRequest.of(0, 10);
		while (pageable.isPaged()) { // what comes after the last page is unpaged
			Page<Customer> page = this.customers.findAll(query, pageable);
			found += page.getNumberOfElements();
			pageable = page.nextPageable();
		}
		return found;
	}
	// end::pages[]

	// tag::query[]
	Page<Customer> adultsWithoutEmail(LocalDate today) {
		return this.customers.findAll(Query.where(BASE.DOB.lt(today.minusYears(18)))
			.and(BASE.CONTACTS.EMAIL.isNull())
			.and(TAGS.MANUAL.contains("newsletter").or(BASE.FIRST_NAME.eq("Bruce"))), PageRequest.of(0, 50));
	}
	// end::query[]

	// tag::put[]
	Customer rename(String id) {
		Customer customer = this.customers.getById(id);
		return this.customers.replace(customer.withBase((base) -> base.withFirstName("Bruce")));
	}
	// end::put[]

	// tag::patch[]
	ManagedCustomer subscribe(String id) {
		return this.node.customer(id)
			.edit((customer) -> customer.withBase((base) -> base.withSubscriptions((list) -> list
				.add(Subscription.builder().id("news").name("News").kind(SubscriptionKind.SERVICE).build()))))
			.patch();
	}
	// end::patch[]

	// tag::session[]
	void visit(Map<String, ?> customer) {
		SessionId session = SessionId.random();
		this.events
			.add(Event.of(ServiceSubscribed.builder().subscriberId("s1").serviceId("news").serviceName("News").build())
				.in(EventContext.WEB)
				.by(session));
		Customer stored = this.customers.insert(customer);
		// the event is that customer's now
		this.customers.addSession(stored.id(), session);
	}
	// end::session[]

	// tag::errors[]
	void store(Customer customer) {
		try {
			this.customers.insert(customer);
		}
		catch (CustomerConflictException ex) {
			log.info("exists as {}", ex.existingCustomerId());
		}
		catch (DataAccessException ex) {
			// operation, reason, status, places of faults and logref, no values
			log.warn(ContactHubFailure.summary(ex));
		}
	}
	// end::errors[]

}
