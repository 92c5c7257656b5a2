package com.example.delivery;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.RefusedEvent;
import io.contacthub.event.RefusedEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

}
