package com.example.delivery;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.FormCompiled;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registration for a newsletter, in the database of the application.
 */
@Service
class NewsletterRegistration {

	private final Subscribers subscribers;

	private final EventPublisher events;

	NewsletterRegistration(Subscribers subscribers, EventPublisher events) {
		this.subscribers = subscribers;
		this.events = events;
	}

	// tag::register[]
	@Transactional
	void register(Subscriber subscriber) {
		this.subscribers.save(subscriber);
		this.events.publish(Event.of(FormCompiled.builder().formName("newsletter").build())
			.in(EventContext.WEB)
			.byExternalId(subscriber.id()));
	}
	// end::register[]

	/**
	 * Who subscribes.
	 */
	record Subscriber(String id) {
	}

	/**
	 * Those who have subscribed.
	 */
	interface Subscribers {

		void save(Subscriber subscriber);

	}

}
