package io.contacthub.event.jdbc;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import io.contacthub.client.TracingId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * How events are accepted.
 */
abstract class AcceptanceContract extends EventStoreContract {

	AcceptanceContract(TestDatabase database) {
		super(database);
		this.answer = (customer) -> {
			throw new IllegalStateException("nothing is sent here");
		};
	}

	@Test
	@DisplayName("an event that is accepted without a transaction is committed, with the date at which it was")
	void withoutTransaction() {
		Instant before = Instant.now();
		assertThat(publisher().publish(event("c1"))).isTrue();
		assertThat(document().customerId()).isEqualTo("c1");
		assertThat(document().date()).isBetween(before.minusMillis(1), Instant.now());
		assertThat(publisher().queued()).isOne();
	}

	@Test
	@DisplayName("a date that an event has is kept")
	void keepsDate() {
		publisher().publish(event("c1").withDate(Instant.EPOCH));
		assertThat(document().date()).isEqualTo(Instant.EPOCH);
	}

	@Test
	@DisplayName("an event that is accepted in a transaction is there when that is committed, and not before")
	void withinTransaction() {
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			publisher.publish(event("c1"));
			TransactionTemplate other = new TransactionTemplate(this.database.transactions());
			other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			assertThat(other.<Long>execute((status) -> this.database.count(EVENTS))).isZero();
			assertThat(this.database.count(EVENTS)).isOne();
		});
		assertThat(this.database.count(EVENTS)).isOne();
	}

	@Test
	@DisplayName("a rollback leaves nothing of an event")
	void rollback() {
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			publisher.publish(event("c1"));
			transaction.setRollbackOnly();
		});
		assertThat(this.database.count(EVENTS)).isZero();
	}

	@Test
	@DisplayName("an inner transaction of its own is kept when the outer one is rolled back")
	void innerTransaction() {
		JdbcEventPublisher publisher = publisher();
		TransactionTemplate inner = new TransactionTemplate(this.database.transactions());
		inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.database.transaction().executeWithoutResult((transaction) -> {
			publisher.publish(event("outer"));
			inner.executeWithoutResult((status) -> publisher.publish(event("inner")));
			transaction.setRollbackOnly();
		});
		assertThat(this.database.count(EVENTS)).isOne();
		assertThat(document().customerId()).isEqualTo("inner");
	}

	@Test
	@DisplayName("an event that is accepted after a commit, as listeners of transactions do, is committed for itself")
	void afterCommit() {
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			publisher.publish(event("in"));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					publisher.publish(event("after commit"));
				}

				@Override
				public void afterCompletion(int status) {
					publisher.publish(event("after completion"));
				}

			});
		});
		assertThat(this.database.count(EVENTS)).isEqualTo(3);
	}

	@Test
	@DisplayName("an event that is accepted after a commit needs no second connection, which the caller might not get")
	void afterCommitWithOneConnection() {
		this.database.pool().setMaximumPoolSize(1);
		JdbcEventPublisher publisher = publisher();
		this.database.transaction()
			.executeWithoutResult((transaction) -> TransactionSynchronizationManager
				.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void afterCompletion(int status) {
						publisher.publish(event("c1"));
					}

				}));
		assertThat(this.database.count(EVENTS)).isOne();
	}

	@Test
	@DisplayName("an event that is accepted after a rollback is committed for itself, before a commit with the rest")
	void afterRollback() {
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			transaction.setRollbackOnly();
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void beforeCompletion() {
					publisher.publish(event("before completion"));
				}

				@Override
				public void afterCompletion(int status) {
					publisher.publish(event("after completion"));
				}

			});
		});
		assertThat(this.database.count(EVENTS)).isOne();
		this.database.transaction()
			.executeWithoutResult((transaction) -> TransactionSynchronizationManager
				.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void beforeCommit(boolean readOnly) {
						publisher.publish(event("before commit"));
					}

				}));
		assertThat(this.database.count(EVENTS)).isEqualTo(2);
	}

	@Test
	@DisplayName("a transaction that only reads is told apart from one in which an event can be accepted")
	void readOnlyTransaction() {
		JdbcEventPublisher publisher = publisher();
		TransactionTemplate reading = new TransactionTemplate(this.database.transactions());
		reading.setReadOnly(true);
		reading
			.executeWithoutResult((transaction) -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> publisher.publish(event("c1")))
				.withMessageContaining("read-only"));
		assertThat(this.database.count(EVENTS)).isZero();
	}

	@Test
	@DisplayName("a transaction of another database that only reads has no say, though this one was read in it")
	void readOnlyTransactionOfAnother() {
		JdbcEventPublisher publisher = publisher();
		try (TestDatabase other = TestDatabase.inMemory()) {
			TransactionTemplate reading = new TransactionTemplate(other.transactions());
			reading.setReadOnly(true);
			reading.executeWithoutResult((transaction) -> {
				assertThat(JdbcClient.create(this.database.dataSource())
					.sql("select count(*) from " + EVENTS)
					.query(Long.class)
					.single()).isZero();
				publisher.publish(event("c1"));
			});
		}
		assertThat(this.database.count(EVENTS)).isOne();
	}

	@Test
	@DisplayName("a caller that is interrupted has its event accepted, and stays interrupted")
	void interruptedCaller() {
		JdbcEventPublisher publisher = publisher();
		Thread.currentThread().interrupt();
		assertThat(publisher.publish(event("c1"))).isTrue();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.database.count(EVENTS)).isOne();
	}

	@Test
	@DisplayName("the tracing id of the caller is kept, an order only when it is asked for")
	void keepsTracingId() {
		TracingId.run("order-4711", () -> publisher().publish(event("c1")));
		assertThat(this.database.single(String.class, "select tracing_id from " + EVENTS)).isEqualTo("order-4711");
		assertThat(this.database.single(Long.class, "select count(order_key) from " + EVENTS)).isZero();
	}

	@Test
	@DisplayName("what cannot be written is refused before anything is sent to the database")
	void unwritableEvents() {
		JdbcEventPublisher publisher = publisher();
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.publish(null)).withMessageContaining("null");
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.publish(event("\ud83d")))
			.withMessageContaining("half of a character");
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.publish(event("secret".repeat(200_000))))
			.withMessageContaining("1000000")
			.withMessageNotContaining("secret");
		assertThat(this.database.count(EVENTS)).isZero();
	}

	@Test
	@DisplayName("what ContactHub would certainly refuse fails the transaction that publishes it")
	void incompleteEvents() {
		JdbcEventPublisher publisher = publisher();
		Event complete = event("c1");
		Map<Event, String> incomplete = Map.of(complete.withType(null), "type of the event is missing",
				complete.withContext(null), "context of the event is missing", complete.withCustomerId(null),
				"The event must have an owner", complete.withContext(EventContext.of("web")),
				"ContactHub spells it 'WEB'");
		incomplete
			.forEach((event, message) -> assertThatIllegalArgumentException().isThrownBy(() -> publisher.publish(event))
				.withMessageContaining(message));
		assertThat(this.database.count(EVENTS)).isZero();
	}

	@Test
	@DisplayName("texts that databases or logs do not like are kept as they are")
	void hostileTexts() {
		Event hostile = Event.of(EventType.of("a'b\"\u0000;--"))
			.in(EventContext.WEB)
			.withCustomerId("\u0000\ud83d\ude00");
		this.settings = this.settings.withOrdered(true);
		publisher().publish(hostile);
		assertThat(document().type()).isEqualTo(hostile.type());
		assertThat(document().customerId()).isEqualTo(hostile.customerId());
	}

	@Test
	@DisplayName("a table that does not take an event is told by Spring's exception, without the event")
	void tableGone() {
		JdbcEventPublisher publisher = publisher();
		this.database.dropTables();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> publisher.publish(event("secret")))
			.satisfies((failure) -> assertThat(failure).hasStackTraceContaining("contacthub_event"))
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("secret"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(publisher::backlog);
		assertThat(publisher.queued()).isZero();
	}

	@Test
	@DisplayName("tables that are missing are told with the script that creates them")
	void tablesMissing() {
		this.database.dropTables();
		assertThatIllegalStateException().isThrownBy(this::publisher)
			.withMessageContaining("contacthub_event")
			.withMessageMatching(".*schema-(h2|postgresql)\\.sql.*");
	}

	@Test
	@DisplayName("a publisher that is closed accepts nothing")
	void closed() {
		JdbcEventPublisher publisher = publisher();
		publisher.close();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> publisher.publish(event("c1")));
		publisher.close();
		assertThat(this.database.count(EVENTS)).isZero();
	}

	private Event document() {
		return ContactHubJson.mapper()
			.readValue(this.database.single(String.class, "select event from " + EVENTS), Event.class);
	}

}
