package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.contacthub.client.PauseSettings;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.AfterEach;

import org.springframework.transaction.PlatformTransactionManager;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What publishers do with a database, whichever it is.
 */
abstract class EventStoreContract {

	static final String EVENTS = "contacthub_event";

	static final String REFUSED = "contacthub_refused_event";

	static final Duration LONG = Duration.ofSeconds(20);

	final TestDatabase database;

	final EventRepository events = mock();

	/** The customers whose events ContactHub has. */
	final List<String> received = new CopyOnWriteArrayList<>();

	JdbcEventPublisherSettings settings = JdbcEventPublisherSettings.defaults()
		.withPollInterval(Duration.ofMillis(20))
		.withRetry(pauses(Duration.ofMillis(10)));

	/** What ContactHub does with the event of a customer before it has it. */
	volatile Answer answer = (customer) -> {
	};

	private final List<JdbcEventPublisher> publishers = new ArrayList<>();

	EventStoreContract(TestDatabase database) {
		this.database = database;
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			Event event = call.getArgument(0);
			this.answer.to(event.customerId());
			this.received.add(event.customerId());
			return event;
		});
	}

	@AfterEach
	void closeAll() {
		this.publishers.forEach((publisher) -> publisher.close(Duration.ZERO));
		this.database.close();
	}

	static PauseSettings pauses(Duration pause) {
		return new PauseSettings(pause, 1, pause, 0);
	}

	JdbcEventPublisher publisher() {
		return publisher(null);
	}

	JdbcEventPublisher publisher(EventPublisherListener listener) {
		return publisher(this.database.transactions(), listener);
	}

	JdbcEventPublisher publisher(PlatformTransactionManager transactions, EventPublisherListener listener) {
		JdbcEventPublisher publisher = JdbcEventPublisher.create(this.database.dataSource(), transactions, this.events,
				this.settings, listener);
		this.publishers.add(publisher);
		return publisher;
	}

	/**
	 * Publish one event for each customer, all in one transaction.
	 */
	void publish(JdbcEventPublisher publisher, Iterable<String> customers) {
		this.database.transaction()
			.executeWithoutResult((transaction) -> customers.forEach((customer) -> publisher.publish(event(customer))));
	}

	/**
	 * Have an event in the table that nobody has published here.
	 */
	void insert(String publisher, String document, String due, String owner) {
		this.database.update(
				"insert into contacthub_event (publisher, event, accepted_at, due_at, attempts, lease_owner) values"
						+ " (?, ?, current_timestamp, current_timestamp + interval '" + due + "' second, 0, ?)",
				publisher, document, owner);
	}

	static List<String> customers(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "c" + number).toList();
	}

	static String document(String customer) {
		return "{\"type\":\"loggedIn\",\"context\":\"WEB\",\"customerId\":\"" + customer + "\"}";
	}

	static Event event(String customer) {
		return Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId(customer);
	}

	/**
	 * What ContactHub does with an event.
	 */
	@FunctionalInterface
	interface Answer {

		void to(String customer) throws Exception;

	}

}
