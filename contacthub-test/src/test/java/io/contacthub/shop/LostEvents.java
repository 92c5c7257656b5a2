package io.contacthub.shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.contacthub.event.Event;
import io.contacthub.event.EventPublisherListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps the events that could not be sent.
 */
@Component
class LostEvents implements EventPublisherListener {

	private final List<Event> events = new CopyOnWriteArrayList<>();

	@Override
	public void notSent(Event event, @Nullable Throwable failure) {
		this.events.add(event);
	}

}
