package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.contacthub.client.PauseSettings;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.AfterEach;

import static org.mockito.Mockito.mock;

/**
 * What publishers do with a database, whichever it is.
 */
abstract class EventStoreContract {

	static final String EVENTS = "contacthub_event";

	static final String REFUSED = "contacthub_refused_event";

	final TestDatabase database;

	final EventRepository events = mock();

	JdbcEventPublisherSettings settings = JdbcEventPublisherSettings.defaults()
		.withPollInterval(Duration.ofMillis(20))
		.withRetry(new PauseSettings(Duration.ofMillis(10), 1, Duration.ofMillis(10), 0));

	private final List<JdbcEventPublisher> publishers = new ArrayList<>();

	EventStoreContract(TestDatabase database) {
		this.database = database;
	}

	@AfterEach
	void closeAll() {
		this.publishers.forEach(JdbcEventPublisher::close);
		this.database.close();
	}

	JdbcEventPublisher publisher() {
		return publisher(null);
	}

	JdbcEventPublisher publisher(EventPublisherListener listener) {
		JdbcEventPublisher publisher = JdbcEventPublisher.create(this.database.dataSource(),
				this.database.transactions(), this.events, this.settings, listener);
		this.publishers.add(publisher);
		return publisher;
	}

	static Event event(String customer) {
		return Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId(customer);
	}

}
