package io.contacthub.event.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.contacthub.event.EventBacklog;
import io.contacthub.event.IllegalEventException;
import io.contacthub.event.RefusedEvent;
import io.contacthub.event.RefusedEvents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is done with refused events, and what is known of both tables.
 */
abstract class RefusedContract extends EventStoreContract {

	private final List<String> bad = new CopyOnWriteArrayList<>(List.of("b1", "b2", "b3"));

	RefusedContract(TestDatabase database) {
		super(database);
		this.answer = (customer) -> {
			if (this.bad.contains(customer)) {
				throw new IllegalEventException(customer + " is bad", null);
			}
		};
	}

	@Test
	@DisplayName("all are sent once more, as they were accepted and as if it were the first time")
	void replaysAll() {
		this.settings = this.settings.withConcurrency(1);
		JdbcEventPublisher publisher = publisher();
		publish(publisher, List.of("b1", "c1", "b2", "b3"));
		assertThat(publisher.flush(LONG)).isTrue();
		RefusedEvents refused = publisher.refused();
		List<RefusedEvent> before = refused.find(10);
		assertThat(before).extracting((event) -> event.event().customerId()).containsExactly("b1", "b2", "b3");
		assertThat(refused.count()).isEqualTo(3);
		this.bad.remove("b1");
		this.bad.remove("b2");
		assertThat(refused.replayAll()).isEqualTo(3);
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).containsExactly("c1", "b1", "b2");
		List<RefusedEvent> after = refused.find(10);
		assertThat(after).hasSize(1);
		assertThat(after.get(0).attempts()).isOne();
		assertThat(after.get(0).document()).isEqualTo(before.get(2).document());
		assertThat(after.get(0).acceptedAt()).isEqualTo(before.get(2).acceptedAt());
		assertThat(after.get(0).refusedAt()).isAfter(before.get(2).refusedAt());
	}

	@Test
	@DisplayName("some are sent once more, or deleted, by their ids")
	void replaysSome() {
		JdbcEventPublisher publisher = publisher();
		publish(publisher, List.of("b1", "b2", "b3"));
		assertThat(publisher.flush(LONG)).isTrue();
		RefusedEvents refused = publisher.refused();
		long[] ids = refused.find(10).stream().mapToLong(RefusedEvent::id).toArray();
		String first = refused.find(1).get(0).event().customerId();
		this.bad.clear();
		assertThat(refused.replay(ids[0], ids[0], 4711)).isOne();
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).containsExactly(first);
		assertThat(refused.delete(ids[0], ids[1])).isOne();
		assertThat(refused.find(10)).extracting(RefusedEvent::id).containsExactly(ids[2]);
		assertThat(refused.replay()).isZero();
		assertThat(refused.delete()).isZero();
	}

	@Test
	@DisplayName("many are read page by page, and sent once more by several at once, none lost and none twice")
	void many() {
		insertRefused(1203);
		RefusedEventTable refused = new RefusedEventTable(this.database.dataSource(),
				new CallerTransactions(this.database.dataSource(), this.database.transactions()), "default", () -> {
				});
		List<Long> ids = new ArrayList<>();
		for (List<RefusedEvent> page = refused.find(500); !page.isEmpty(); page = refused
			.findAfter(ids.get(ids.size() - 1), 500)) {
			page.forEach((event) -> ids.add(event.id()));
		}
		assertThat(ids).hasSize(1203).doesNotHaveDuplicates().isSorted();
		assertThatIllegalArgumentException().isThrownBy(() -> refused.find(0));
		CompletableFuture<Integer> other = CompletableFuture
			.supplyAsync(() -> refused.replay(ids.stream().mapToLong(Long::longValue).toArray()));
		int replayed = refused.replayAll();
		assertThat(replayed + other.join()).isEqualTo(1203);
		assertThat(refused.count()).isZero();
		assertThat(this.database.single(Long.class, "select count(distinct event) from contacthub_event"))
			.isEqualTo(1203);
		assertThat(this.database.count(EVENTS)).isEqualTo(1203);
	}

	@Test
	@DisplayName("a rollback of the caller leaves all as it was")
	void rollback() {
		insertRefused(3);
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			assertThat(publisher.refused().replay(1)).isOne();
			assertThat(publisher.refused().delete(2)).isOne();
			assertThat(publisher.refused().count()).isOne();
			transaction.setRollbackOnly();
		});
		assertThat(publisher.refused().count()).isEqualTo(3);
		assertThat(this.database.count(EVENTS)).isZero();
	}

	@Test
	@DisplayName("the backlog is asked once in a while only, and anew when it was changed from here")
	void backlog() {
		insert("default", document("c1"), "3600", "other");
		insert("default", document("c2"), "3600", "other");
		this.database.update("update contacthub_event set accepted_at = accepted_at - interval '1' hour where id = 2");
		insertRefused(1);
		JdbcEventPublisher publisher = publisher();
		EventBacklog backlog = publisher.backlog();
		assertThat(backlog.waiting()).isEqualTo(2);
		assertThat(backlog.refused()).isOne();
		assertThat(backlog.age(Instant.now())).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
		this.database.update("delete from contacthub_event");
		assertThat(publisher.backlog()).isSameAs(backlog);
		assertThat(publisher.queued()).isEqualTo(2);
		publisher.refused().delete(1);
		assertThat(publisher.backlog()).isEqualTo(new EventBacklog(0, null, 0));
	}

	private void insertRefused(int count) {
		List<Object[]> documents = IntStream.range(0, count)
			.mapToObj((number) -> new Object[] { document("b" + number) })
			.toList();
		this.database.transaction()
			.executeWithoutResult((transaction) -> new JdbcTemplate(this.database.dataSource()).batchUpdate(
					"insert into contacthub_refused_event (publisher, event, accepted_at, refused_at, attempts, reason)"
							+ " values ('default', ?, current_timestamp, current_timestamp, 1, 'bad')",
					documents));
	}

}
