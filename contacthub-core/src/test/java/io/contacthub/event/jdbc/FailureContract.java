package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.contacthub.event.Event;
import io.contacthub.event.IllegalEventException;
import io.contacthub.event.RefusedEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of events that are not sent at once.
 */
abstract class FailureContract extends EventStoreContract {

	private final List<Event> told = new CopyOnWriteArrayList<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private final AtomicInteger calls = new AtomicInteger();

	FailureContract(TestDatabase database) {
		super(database);
	}

	private JdbcEventPublisher tellingPublisher() {
		return publisher((event, failure) -> {
			this.told.add(event);
			this.failures.add(failure);
		});
	}

	@Test
	@DisplayName("an event that fails is put off for itself, with its reason, while the others go on")
	void putsOff() {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1)));
		this.answer = (customer) -> {
			if (customer.equals("bad") && this.calls.incrementAndGet() == 1) {
				throw new IllegalStateException("secret");
			}
		};
		JdbcEventPublisher publisher = tellingPublisher();
		publisher.publish(event("bad"));
		await().until(() -> this.database.single(Integer.class, "select max(attempts) from " + EVENTS) == 1);
		assertThat(this.database.single(String.class, "select failure from " + EVENTS))
			.startsWith(IllegalStateException.class.getName() + " at ")
			.doesNotContain("secret");
		assertThat(this.database.single(Long.class, "select count(*) from contacthub_event where lease_owner is null"
				+ " and due_at between current_timestamp + interval '50' minute and current_timestamp + interval '61' minute"))
			.isOne();
		publish(publisher, customers(20));
		await().untilAsserted(() -> assertThat(publisher.sent()).isEqualTo(20));
		assertThat(this.database.count(EVENTS)).isOne();
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).contains("bad").hasSize(21);
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("when as many fail in a row as are sent at once, all pause, until one that waits asks for them")
	void pausesTogether() {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1))).withConcurrency(2);
		CountDownLatch works = new CountDownLatch(1);
		this.answer = (customer) -> {
			if (works.getCount() > 0) {
				this.calls.incrementAndGet();
				throw new IllegalStateException("away");
			}
		};
		JdbcEventPublisher publisher = tellingPublisher();
		publish(publisher, customers(20));
		await().until(() -> this.database.single(Integer.class, "select sum(attempts) from " + EVENTS) >= 2);
		publisher.publish(event("one more"));
		works.countDown();
		assertThat(publisher.flush(LONG)).isTrue();
		// two fail, and a third that was begun before the second had failed
		assertThat(this.calls).hasValueBetween(2, 3);
		assertThat(this.received).doesNotHaveDuplicates().hasSize(21);
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("a token that is refused has all pause at once, and refuses no event")
	void pausesAtOnce() {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1))).withConcurrency(1);
		this.answer = (customer) -> {
			if (this.calls.incrementAndGet() == 1) {
				throw new PermissionDeniedDataAccessException("token", null);
			}
		};
		JdbcEventPublisher publisher = tellingPublisher();
		publish(publisher, customers(20));
		await().until(() -> this.database.single(Integer.class, "select sum(attempts) from " + EVENTS) == 1);
		publisher.close();
		assertThat(this.calls).hasValue(1);
		assertThat(this.database.count(EVENTS)).isEqualTo(20);
		assertThat(this.database.count(REFUSED)).isZero();
	}

	@Test
	@DisplayName("an event that is refused is found with its reason, and told, and the others go on")
	void refuses() {
		this.answer = (customer) -> {
			if (customer.equals("bad")) {
				throw new IllegalEventException("not valid", null);
			}
		};
		JdbcEventPublisher publisher = tellingPublisher();
		publish(publisher, List.of("c1", "bad", "c2"));
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).containsExactlyInAnyOrder("c1", "c2");
		RefusedEvent refused = publisher.refused().find(10).get(0);
		assertThat(refused.event().customerId()).isEqualTo("bad");
		assertThat(refused.reason()).isEqualTo("not valid");
		assertThat(refused.status()).isNull();
		assertThat(refused.attempts()).isOne();
		assertThat(refused.refusedAt()).isAfterOrEqualTo(refused.acceptedAt());
		assertThat(refused.toString()).contains("not valid").doesNotContain("bad");
		assertThat(publisher.backlog().refused()).isOne();
		await().untilAsserted(() -> assertThat(this.told).extracting(Event::customerId).containsExactly("bad"));
		assertThat(this.failures.get(0)).isInstanceOf(IllegalArgumentException.class);
		assertThat(publisher.failed()).isOne();
	}

	@Test
	@DisplayName("texts that databases or logs do not like are no reason that could not be kept")
	void hostileReasons() {
		this.answer = (customer) -> {
			throw new IllegalEventException("half of a \ud83d, a \u0000, a\nline, and " + "much more".repeat(200),
					null);
		};
		JdbcEventPublisher publisher = publisher();
		publisher.publish(event("bad"));
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(publisher.refused().find(10).get(0).reason()).hasSize(1000)
			.startsWith("half of a ?, a  , a line, and much more");
	}

	@Test
	@DisplayName("a row that cannot be read is refused, without its content in the reason")
	void unreadableRows() {
		insert("default", "{\"date\":\"secret\",", "0", null);
		insert("default", "null", "0", null);
		insert("default", "[\"secret\"]", "0", null);
		JdbcEventPublisher publisher = tellingPublisher();
		publisher.publish(event("c1"));
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).containsExactly("c1");
		List<RefusedEvent> refused = publisher.refused().find(10);
		assertThat(refused).hasSize(3)
			.extracting(RefusedEvent::reason)
			.allMatch((reason) -> reason.startsWith("The document in the table is not one of an event: "))
			.noneMatch((reason) -> reason.contains("secret"));
		assertThatIllegalArgumentException().isThrownBy(refused.get(0)::event).withMessageNotContaining("secret");
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("an event that is too old when it fails is refused with its last failure; while it is not, it stays")
	void tooOld() {
		this.settings = this.settings.withMaxAge(Duration.ofHours(1)).withRetry(pauses(Duration.ofHours(1)));
		this.answer = (customer) -> {
			if (!customer.equals("works")) {
				throw new IllegalStateException("away");
			}
		};
		for (String customer : List.of("works", "fails")) {
			insert("default", document(customer), "0", null);
		}
		this.database.update("update contacthub_event set accepted_at = accepted_at - interval '61' minute");
		insert("default", document("young"), "0", null);
		JdbcEventPublisher publisher = tellingPublisher();
		await().untilAsserted(() -> assertThat(publisher.failed()).isOne());
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where attempts = 1") == 1);
		assertThat(this.received).containsExactly("works");
		assertThat(publisher.refused().find(10)).extracting(RefusedEvent::reason)
			.singleElement()
			.asString()
			.startsWith(IllegalStateException.class.getName() + " at " + FailureContract.class.getName());
		assertThat(this.database.count(EVENTS)).isOne();
	}

	@Test
	@DisplayName("a database that is away is told once, is not asked all the time, and work goes on when it is back")
	void databaseAway() {
		this.settings = this.settings.withPollInterval(Duration.ofMillis(50));
		try (PublisherLog log = new PublisherLog()) {
			CountDownLatch open = new CountDownLatch(1);
			CountDownLatch taken = new CountDownLatch(1);
			this.answer = (customer) -> {
				taken.countDown();
				open.await();
			};
			CountingTransactions transactions = new CountingTransactions(this.database.dataSource());
			JdbcEventPublisher publisher = publisher(transactions, null);
			publisher.publish(event("c1"));
			await().until(() -> taken.getCount() == 0);
			transactions.away = true;
			long start = System.nanoTime();
			open.countDown();
			await().until(() -> transactions.refused.get() >= 8);
			assertThat(Duration.ofNanos(System.nanoTime() - start))
				.isGreaterThanOrEqualTo(Duration.ofMillis(50 * (transactions.refused.get() - 2)));
			assertThat(publisher.sent()).isZero();
			transactions.away = false;
			publisher.publish(event("c2"));
			assertThat(publisher.flush(LONG)).isTrue();
			assertThat(this.received).containsExactlyInAnyOrder("c1", "c2");
			await().untilAsserted(() -> assertThat(log.events()).extracting(ILoggingEvent::getFormattedMessage)
				.satisfiesExactly((away) -> assertThat(away).contains("does not answer"),
						(back) -> assertThat(back).contains("answers again")));
		}
	}

}
