package com.example.events;

// tag::publisher[]
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.properties.LoggedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Tells ContactHub of logins, while the page goes on. */
@Component
class Publishing {

	private static final Logger log = LoggerFactory.getLogger(Publishing.class);

	private final EventPublisher events;

	Publishing(EventPublisher events) {
		this.events = events;
	}

	void loggedIn(String customerId) {
		this.events.publish(Event.of(LoggedIn.builder().build()).in(EventContext.WEB).byCustomerId(customerId));
	}

	/** Is told of events that were not sent, by the bean of the starter. */
	@Component
	static class NotSent implements EventPublisherListener {

		@Override
		public void notSent(Event event, @Nullable Throwable failure) {
			// a null failure: the queue was full, or no time was left at the end
			log.warn("{} not sent: {}", event.type(), EventPublisherListener.summary(failure));
		}

	}

}
// end::publisher[]
