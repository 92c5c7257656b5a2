package com.example.delivery;

import java.util.function.UnaryOperator;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.RefusedEvent;
import io.contacthub.event.RefusedEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * What an operator does with refused events.
 */
class EventMending {

	private static final Logger log = LoggerFactory.getLogger(EventMending.class);

	// tag::mend[]
	int mend(DurableEventPublisher publisher) {
		RefusedEvents refused = publisher.refused();
		for (RefusedEvent event : refused.find(100)) {
			log.info("{} {} {}", event.id(), event.status(), event.reason());
		}
		return refused.replayAll();
	}
	// end::mend[]

	// tag::correct[]
	void correct(DurableEventPublisher publisher, RefusedEvent refused, UnaryOperator<Event> correction,
			TransactionOperations transaction) {
		transaction.executeWithoutResult((status) -> {
			// 0 when somebody else was faster
			if (publisher.refused().delete(refused.id()) == 1) {
				publisher.publish(correction.apply(refused.event()));
			}
		});
	}
	// end::correct[]

}
