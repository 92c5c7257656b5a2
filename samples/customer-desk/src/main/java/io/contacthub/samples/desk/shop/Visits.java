package io.contacthub.samples.desk.shop;

import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.EventProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What visitors do in the shop, told to ContactHub while they go on: a page waits neither
 * for the event to be sent nor for ContactHub to be there.
 */
@Component
class Visits {

	private final EventPublisher publisher;

	Visits(EventPublisher publisher) {
		this.publisher = publisher;
	}

	/**
	 * Note what a visitor has done.
	 * @param visitor the session of the visitor, {@code null} for one who has not agreed:
	 * then nothing is noted
	 * @param what what was done
	 */
	void note(@Nullable SessionId visitor, EventProperties what) {
		if (visitor != null) {
			this.publisher.publish(Event.of(what).in(EventContext.WEB).by(visitor));
		}
	}

	/**
	 * Note what a customer has done in the shop.
	 */
	void note(Customer customer, EventProperties what) {
		this.publisher.publish(Event.of(what).in(EventContext.WEB).by(customer));
	}

}
