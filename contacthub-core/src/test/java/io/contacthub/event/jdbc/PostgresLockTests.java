package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what {@link EventTable} locks, as far as PostgreSQL tells.
 */
@DisplayName("The table of events in PostgreSQL")
class PostgresLockTests {

	private final TestDatabase database = TestDatabase.postgres();

	@AfterEach
	void close() {
		this.database.close();
	}

	private EventTable table(String owner) {
		return table(owner, false);
	}

	private EventTable table(String owner, boolean ordered) {
		return new EventTable(this.database.dataSource(), "default", owner,
				new EventOrder(this.database.dataSource(), EventDatabase.POSTGRESQL, "default", ordered));
	}

	@Test
	@DisplayName("has no event taken over that is moved to the refused ones at this moment, though its lease has ended")
	void notTakenOverWhileRefused() throws Exception {
		this.database
			.update("insert into contacthub_event (publisher, event, accepted_at, due_at, attempts, lease_owner)"
					+ " values ('default', '{}', current_timestamp, current_timestamp, 0, 'one')");
		long id = this.database.single(Long.class, "select id from contacthub_event");
		EventAttempt attempt = new EventAttempt(new ClaimedEvent(id, "{}", null, null, 0, false), EventFate.REFUSED,
				null, null, Duration.ZERO);
		CompletableFuture<Boolean> refusing = this.database.transaction().execute((status) -> {
			JdbcClient.create(this.database.dataSource())
				.sql("lock table contacthub_refused_event in exclusive mode")
				.update();
			CompletableFuture<Boolean> started = CompletableFuture
				.supplyAsync(() -> this.database.transaction().execute((inner) -> table("one").refuse(attempt)));
			await()
				.until(() -> this.database.single(Long.class, "select count(*) from pg_locks where not granted") > 0);
			assertThat(this.database.<EventTable.Claim>inTransaction(
					() -> table("other").claim(8, Duration.ofMinutes(2), null, List.of()))
				.events()).isEmpty();
			return started;
		});
		assertThat(refusing.get(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.database.count("contacthub_event")).isZero();
		assertThat(this.database.count("contacthub_refused_event")).isOne();
	}

	@Test
	@DisplayName("gives the newest event of another customer at once, though many thousands of one customer came before")
	void newestBesideMany() {
		String insert = "insert into contacthub_event (publisher, event, order_key, accepted_at, due_at, attempts)"
				+ " select 'default', '{}', ?, current_timestamp, current_timestamp, 0 from generate_series(1, ?)";
		this.database.update(insert, "customer:many", 10_000);
		this.database.update(insert, "customer:other", 1);
		EventTable.Claim claim = this.database
			.inTransaction(() -> table("one", true).claim(8, Duration.ofMinutes(2), null, List.of()));
		assertThat(claim.events()).extracting(ClaimedEvent::orderKey)
			.containsExactlyInAnyOrder("customer:many", "customer:other");
		assertThat(claim.more()).isTrue();
		// those that were passed by are not come across again, and no more than these
		assertThat(this.database.single(Long.class,
				"select count(*) from contacthub_event where due_at > current_timestamp and lease_owner is null"))
			.isBetween(1000L, 2000L);
	}

}
