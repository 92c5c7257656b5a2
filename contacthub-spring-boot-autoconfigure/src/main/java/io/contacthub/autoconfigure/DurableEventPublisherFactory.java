package io.contacthub.autoconfigure;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.jdbc.JdbcEventPublisherSettings;
import org.jspecify.annotations.Nullable;

/**
 * Factory of publishers that keep their events in the database. There is one where the
 * support of Spring Boot for JDBC is. For this library.
 */
@FunctionalInterface
public interface DurableEventPublisherFactory {

	/**
	 * Make a publisher.
	 * @param events sends the events
	 * @param settings the settings
	 * @param listener is told of events that are refused, if there is one
	 * @return the publisher
	 */
	DurableEventPublisher create(EventRepository events, JdbcEventPublisherSettings settings,
			@Nullable EventPublisherListener listener);

}
