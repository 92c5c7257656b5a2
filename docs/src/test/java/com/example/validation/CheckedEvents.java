package com.example.validation;

import java.util.List;

import io.contacthub.client.DocumentViolation;
import io.contacthub.client.IllegalDocumentException;
import io.contacthub.event.Event;
import io.contacthub.event.EventRepository;

/**
 * Events that are checked before they are sent.
 */
class CheckedEvents {

	private final EventRepository events;

	CheckedEvents(EventRepository events) {
		this.events = events;
	}

	// tag::add[]
	List<DocumentViolation> add(Event event) {
		try {
			this.events.add(event);
			return List.of();
		}
		catch (IllegalDocumentException ex) {
			return ex.violations(); // each with path(), rule() and found()
		}
	}
	// end::add[]

}
