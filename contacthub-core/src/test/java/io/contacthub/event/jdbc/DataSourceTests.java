package io.contacthub.event.jdbc;

import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link JdbcEventPublisher} with the databases and pools that there are.
 */
@DisplayName("A publisher with a table")
class DataSourceTests {

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("c1");

	private static final Duration LONG = Duration.ofSeconds(20);

	private final EventRepository events = mock();

	@TempDir
	private Path directory;

	DataSourceTests() {
		given(this.events.add(any(Event.class))).willAnswer((call) -> call.getArgument(0));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "'', true", "';WRITE_DELAY=100', true", "';WRITE_DELAY=0', false",
			"';DATABASE_TO_UPPER=FALSE', true" })
	@DisplayName("warns of H2 in a file that is written after the commit")
	void warnsOfDelay(String setting, boolean warned) {
		try (PublisherLog log = new PublisherLog();
				TestDatabase database = TestDatabase.inFile(this.directory, setting)) {
			publisher(database, database.dataSource()).close();
			assertThat(log.events()).extracting(ILoggingEvent::getFormattedMessage)
				.hasSize(warned ? 1 : 0)
				.allMatch((message) -> message.contains(";WRITE_DELAY=0"));
		}
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "PostgreSQL", "Oracle", "MSSQLServer", "Derby", "STRICT" })
	@DisplayName("has refused events in each mode of H2")
	void modes(String mode) {
		try (TestDatabase database = TestDatabase.inFile(this.directory, ";WRITE_DELAY=0;MODE=" + mode)) {
			database.update("insert into contacthub_refused_event"
					+ " (publisher, event, accepted_at, refused_at, attempts, reason)"
					+ " values ('default', '{}', current_timestamp, current_timestamp, 1, 'bad')");
			JdbcEventPublisher publisher = publisher(database, database.dataSource());
			assertThat(publisher.refused().find(10)).hasSize(1);
			assertThat(publisher.refused().replayAll()).isOne();
			publisher.close(Duration.ZERO);
		}
	}

	@Test
	@DisplayName("does not warn of H2 in memory")
	void inMemory() {
		try (PublisherLog log = new PublisherLog(); TestDatabase database = TestDatabase.inMemory()) {
			publisher(database, database.dataSource()).close();
			assertThat(log.events()).isEmpty();
		}
	}

	@Test
	@DisplayName("waits for the connection of the caller when there is no other one")
	void oneConnection() {
		try (TestDatabase database = TestDatabase.inMemory()) {
			database.pool().setMaximumPoolSize(1);
			JdbcEventPublisher publisher = publisher(database, database.dataSource());
			database.transaction().executeWithoutResult((transaction) -> publisher.publish(EVENT));
			assertSendsOne(publisher);
		}
	}

	@Test
	@DisplayName("joins the transaction of what a proxy stands for")
	void proxy() {
		try (TestDatabase database = TestDatabase.inMemory()) {
			JdbcEventPublisher publisher = publisher(database,
					new TransactionAwareDataSourceProxy(database.dataSource()));
			database.transaction().executeWithoutResult((transaction) -> {
				publisher.publish(EVENT);
				transaction.setRollbackOnly();
			});
			assertThat(database.count("contacthub_event")).isZero();
			publisher.publish(EVENT);
			assertSendsOne(publisher);
		}
	}

	@Test
	@DisplayName("of a file keeps it when a thread is interrupted that publishes")
	void interruptedInFile() {
		try (TestDatabase database = TestDatabase.inFile(this.directory, ";WRITE_DELAY=0")) {
			JdbcEventPublisher publisher = publisher(database, database.dataSource());
			Thread.currentThread().interrupt();
			publisher.publish(EVENT);
			assertThat(Thread.interrupted()).isTrue();
			assertSendsOne(publisher);
		}
	}

	@Test
	@DisplayName("knows after five seconds what others have done to the table, and the last number while it is away")
	void numberOfQueued() {
		try (TestDatabase database = TestDatabase.inMemory()) {
			JdbcEventPublisher publisher = publisher(database, database.dataSource());
			assertThat(publisher.queued()).isZero();
			database.update("insert into contacthub_event (publisher, event, accepted_at, due_at, attempts)"
					+ " values ('default', '{}', current_timestamp, current_timestamp + interval '1' hour, 0)");
			assertThat(publisher.queued()).isZero();
			await().atMost(LONG).until(() -> publisher.queued() == 1);
			database.dropTables();
			await().atMost(LONG).until(() -> catchThrowable(publisher::backlog) instanceof DataAccessException);
			assertThat(publisher.queued()).isOne();
		}
	}

	private static void assertSendsOne(JdbcEventPublisher publisher) {
		assertThat(publisher.flush(LONG)).isTrue();
		publisher.close();
		assertThat(publisher.sent()).isOne();
	}

	private JdbcEventPublisher publisher(TestDatabase database, DataSource dataSource) {
		return JdbcEventPublisher.create(dataSource, database.transactions(), this.events,
				JdbcEventPublisherSettings.defaults(), null);
	}

}
