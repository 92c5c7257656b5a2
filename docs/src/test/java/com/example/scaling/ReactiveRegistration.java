package com.example.scaling;

import io.contacthub.client.TracingId;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.FormCompiled;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a reactive application does with ContactHub.
 */
@Service
class ReactiveRegistration {

	private final CustomerRepository customers;

	private final EventPublisher events;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	ReactiveRegistration(CustomerRepository customers, EventPublisher events, JdbcClient database,
			TransactionTemplate transaction) {
		this.customers = customers;
		this.events = events;
		this.database = database;
		this.transaction = transaction;
	}

	// tag::calls[]
	Mono<Customer> customer(String id, String requestId) {
		return Mono.fromCallable(() -> TracingId.call(requestId, () -> this.customers.getById(id)))
			.subscribeOn(Schedulers.boundedElastic());
	}

	Mono<Void> register(String subscriber) {
		return Mono.<Void>fromRunnable(() -> this.transaction.executeWithoutResult((status) -> {
			this.database.sql("insert into subscriber (id) values (?)").param(subscriber).update();
			this.events.publish(Event.of(FormCompiled.builder().formName("newsletter").build())
				.in(EventContext.WEB)
				.byExternalId(subscriber));
		})).subscribeOn(Schedulers.boundedElastic());
	}
	// end::calls[]

}
