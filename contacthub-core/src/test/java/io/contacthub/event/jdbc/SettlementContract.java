package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.contacthub.event.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How it is noted what has come of events, though transactions fail.
 */
abstract class SettlementContract extends EventStoreContract {

	SettlementContract(TestDatabase database) {
		super(database);
	}

	@Test
	@DisplayName("one transaction that fails does not stop the sending until the next look at the table")
	void goesOnAfterFailure() {
		this.settings = this.settings.withPollInterval(Duration.ofHours(1));
		CountingTransactions transactions = new CountingTransactions(this.database.dataSource());
		JdbcEventPublisher publisher = publisher(transactions, null);
		this.answer = (customer) -> transactions.away = customer.equals("c1");
		publisher.publish(event("c1"));
		await().until(() -> transactions.refused.get() > 0);
		transactions.away = false;
		publisher.publish(event("c2"));
		await().atMost(LONG).until(() -> this.received.contains("c2"));
		await().until(() -> this.database.count(EVENTS) == 0);
		assertThat(this.received).containsExactly("c1", "c2");
	}

	@Test
	@DisplayName("what was sent is noted before its lease ends, though a transaction failed")
	void notesInTime() {
		this.settings = this.settings.withPollInterval(Duration.ofHours(1)).withLease(Duration.ofSeconds(4));
		CountingTransactions transactions = new CountingTransactions(this.database.dataSource());
		JdbcEventPublisher publisher = publisher(transactions, null);
		this.answer = (customer) -> transactions.away = true;
		publisher.publish(event("c1"));
		await().until(() -> transactions.refused.get() > 0);
		transactions.away = false;
		await().atMost(Duration.ofSeconds(4)).until(() -> this.database.count(EVENTS) == 0);
		await().untilAsserted(() -> assertThat(publisher.sent()).isOne());
	}

	@Test
	@DisplayName("an event that cannot be moved to the refused ones stays, and has no other one sent twice or wait")
	void refusedTableCannotBeWritten() {
		try (PublisherLog log = new PublisherLog()) {
			this.settings = this.settings.withRetry(pauses(Duration.ofHours(1)));
			this.database.update("alter table contacthub_refused_event add constraint never check (attempts < 1)");
			insert("default", "{\"date\":\"secret\",", "0", null);
			JdbcEventPublisher publisher = publisher();
			publish(publisher, List.of("c1", "c2", "c3"));
			await().until(() -> this.database.single(Long.class,
					"select count(*) from contacthub_event where attempts = 1 and lease_owner is null") == 1);
			publisher.publish(event("later"));
			await().until(() -> this.database.count(EVENTS) == 1);
			assertThat(this.received).containsExactlyInAnyOrder("c1", "c2", "c3", "later");
			assertThat(publisher.failed()).isZero();
			assertThat(log.events()).isNotEmpty().allSatisfy((line) -> {
				assertThat(line.getFormattedMessage()).doesNotContain("secret");
				assertThat(line.getThrowableProxy()).isNull();
			});
			this.database.update("alter table contacthub_refused_event drop constraint never");
			assertThat(publisher.flush(LONG)).isTrue();
			assertThat(publisher.refused().count()).isOne();
		}
	}

	@Test
	@DisplayName("what was committed is counted and told, though the answer to the commit was lost")
	void answerToCommitLost() {
		AtomicBoolean lost = new AtomicBoolean();
		JdbcTransactionManager transactions = new JdbcTransactionManager(this.database.dataSource()) {

			@Override
			protected void doCommit(DefaultTransactionStatus status) {
				super.doCommit(status);
				if (SettlementContract.this.database.count(REFUSED) > 0 && lost.compareAndSet(false, true)) {
					throw new TransactionSystemException("answer lost");
				}
			}

		};
		this.answer = (customer) -> {
			throw new DataIntegrityViolationException("bad");
		};
		List<Event> told = new CopyOnWriteArrayList<>();
		JdbcEventPublisher publisher = publisher(transactions, (event, failure) -> told.add(event));
		publisher.publish(event("c1"));
		await().untilAsserted(() -> assertThat(told).hasSize(1));
		assertThat(lost).isTrue();
		assertThat(publisher.failed()).isOne();
		assertThat(this.database.count(REFUSED)).isOne();
	}

}
