package io.contacthub.event.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.client.TracingId;
import io.contacthub.event.Event;
import io.contacthub.event.IllegalEventException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * How events are sent.
 */
abstract class DeliveryContract extends EventStoreContract {

	private final CountDownLatch open = new CountDownLatch(1);

	private final CountDownLatch taken = new CountDownLatch(1);

	DeliveryContract(TestDatabase database) {
		super(database);
	}

	@Test
	@DisplayName("each event is sent once, and is not kept any longer then")
	void sends() {
		JdbcEventPublisher publisher = publisher();
		publish(publisher, customers(300));
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).containsExactlyInAnyOrderElementsOf(customers(300));
		assertThat(this.database.count(EVENTS)).isZero();
		await().untilAsserted(() -> assertThat(publisher.sent()).isEqualTo(300));
		assertThat(publisher.queued()).isZero();
		assertThat(publisher.failed()).isZero();
		assertThat(publisher.dropped()).isZero();
	}

	@Test
	@DisplayName("an event is sent as it was accepted: with its date of then, its unknown members, its tracing id")
	void sendsAsAccepted() {
		List<String> ids = new CopyOnWriteArrayList<>();
		this.answer = (customer) -> ids.add(String.valueOf(TracingId.current(() -> null)));
		JdbcEventPublisher publisher = publisher();
		Event event = event("c1").withUnknown(event("c1").unknown().with("more", 1));
		TracingId.run("order-4711", () -> publisher.publish(event));
		assertThat(publisher.flush(LONG)).isTrue();
		Instant afterwards = Instant.now();
		publisher.publish(event("c2"));
		assertThat(publisher.flush(LONG)).isTrue();
		ArgumentCaptor<Event> sent = ArgumentCaptor.captor();
		verify(this.events, times(2)).add(sent.capture());
		Event first = sent.getAllValues().get(0);
		assertThat(first.withDate((Instant) null)).isEqualTo(event);
		assertThat(first.date()).isBefore(afterwards);
		assertThat(ids).containsExactly("order-4711", "null");
	}

	@Test
	@DisplayName("an event of a transaction is sent at once when that is committed, and not before")
	void sendsAfterCommit() throws InterruptedException {
		this.settings = this.settings.withPollInterval(Duration.ofHours(1));
		this.answer = (customer) -> this.taken.countDown();
		JdbcEventPublisher publisher = publisher();
		// what wakes the publisher while the transaction is not committed
		publisher.publish(event("other"));
		await().untilAsserted(() -> assertThat(this.received).containsExactly("other"));
		this.database.transaction().executeWithoutResult((transaction) -> {
			publisher.publish(event("rolled back"));
			transaction.setRollbackOnly();
		});
		this.database.transaction().executeWithoutResult((transaction) -> {
			publisher.publish(event("committed"));
			assertThat(publisher.flush(LONG)).isTrue();
			assertThat(this.received).containsExactly("other");
		});
		await().untilAsserted(() -> assertThat(this.received).containsExactly("other", "committed"));
	}

	@Test
	@DisplayName("an event is not sent before it is due, nor while it is leased, but when a lease has ended")
	void waitsUntilDue() {
		insert("default", document("leased"), "3600", "other");
		insert("default", document("due later"), "3600", null);
		insert("default", document("left"), "-1", "killed");
		JdbcEventPublisher publisher = publisher();
		publisher.publish(event("c1"));
		await().untilAsserted(() -> assertThat(publisher.sent()).isEqualTo(2));
		assertThat(this.received).containsExactlyInAnyOrder("left", "c1");
		assertThat(this.database.count(EVENTS)).isEqualTo(2);
	}

	@Test
	@DisplayName("an event that another process takes at this moment is passed by, and the others are sent")
	void skipsLocked() {
		insert("default", document("locked"), "-1", null);
		insert("default", document("c1"), "0", null);
		this.database.transaction().executeWithoutResult((transaction) -> {
			this.database.single(Long.class, "select id from " + EVENTS + " order by id limit 1 for update");
			JdbcEventPublisher publisher = publisher();
			await().untilAsserted(() -> assertThat(publisher.sent()).isOne());
			assertThat(this.received).containsExactly("c1");
		});
		await().untilAsserted(() -> assertThat(this.received).containsExactly("c1", "locked"));
	}

	@Test
	@DisplayName("two publishers share the events: each is sent once, by one of them at a time")
	void shares() {
		UnsteadyAnswer unsteady = new UnsteadyAnswer();
		this.answer = unsteady;
		this.settings = this.settings.withConcurrency(8);
		JdbcEventPublisher one = publisher();
		JdbcEventPublisher other = publisher();
		publish(one, customers(500));
		assertThat(other.flush(LONG)).isTrue();
		assertThat(this.received).containsExactlyInAnyOrderElementsOf(customers(500));
		assertThat(unsteady.overlaps()).isZero();
		await().untilAsserted(() -> assertThat(one.sent() + other.sent()).isEqualTo(500));
		assertThat(one.sent()).isPositive();
		assertThat(other.sent()).isPositive();
	}

	@Test
	@DisplayName("publishers of other names do not touch the events of this one, refused ones neither")
	void names() {
		this.answer = (customer) -> {
			if (customer.equals("bad")) {
				throw new IllegalEventException("bad", null);
			}
		};
		insert("other", document("theirs"), "0", null);
		JdbcEventPublisher publisher = publisher();
		publish(publisher, List.of("ours", "bad"));
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).containsExactly("ours");
		this.settings = this.settings.withName("other").withConcurrency(1);
		JdbcEventPublisher other = publisher();
		assertThat(other.flush(LONG)).isTrue();
		assertThat(this.received).containsExactly("ours", "theirs");
		assertThat(publisher.backlog().refused()).isOne();
		assertThat(other.backlog().refused()).isZero();
		assertThat(other.refused().replayAll()).isZero();
		assertThat(other.refused().delete(publisher.refused().find(1).get(0).id())).isZero();
	}

	@Test
	@DisplayName("what has come late of an event that another process has taken over does not touch it")
	void ownersOnly() throws InterruptedException {
		this.settings = this.settings.withConcurrency(3);
		CountDownLatch begun = new CountDownLatch(3);
		this.answer = (customer) -> {
			begun.countDown();
			this.open.await();
			switch (customer) {
				case "fails" -> throw new IllegalStateException("later");
				case "refused" -> throw new IllegalEventException("never", null);
				default -> {
				}
			}
		};
		JdbcEventPublisher publisher = publisher();
		publish(publisher, List.of("sent", "fails", "refused"));
		begun.await();
		this.database.update(
				"update contacthub_event set lease_owner = 'other', due_at = current_timestamp + interval '1' hour");
		this.open.countDown();
		publisher.close();
		assertThat(publisher.sent()).isOne();
		assertThat(publisher.failed()).isZero();
		assertThat(this.database.count(REFUSED)).isZero();
		assertThat(this.database.single(Long.class,
				"select count(*) from contacthub_event where lease_owner = 'other' and attempts = 0"
						+ " and due_at > current_timestamp"))
			.isEqualTo(3);
	}

	@Test
	@DisplayName("an event is not leased again by the one that still sends it, though its lease has ended")
	void notTwiceByItself() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		this.settings = this.settings.withLease(Duration.ofSeconds(1)).withConcurrency(2);
		this.answer = (customer) -> {
			if (customer.equals("slow")) {
				calls.incrementAndGet();
				this.taken.countDown();
				this.open.await();
			}
		};
		JdbcEventPublisher publisher = publisher();
		publisher.publish(event("slow"));
		this.taken.await();
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where due_at < current_timestamp - interval '0.1' second") == 1);
		// the table is looked at meanwhile
		publisher.publish(event("c1"));
		await().untilAsserted(() -> assertThat(publisher.sent()).isOne());
		publisher.publish(event("c2"));
		await().untilAsserted(() -> assertThat(publisher.sent()).isEqualTo(2));
		this.open.countDown();
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(calls).hasValue(1);
	}

	@Test
	@DisplayName("no more than twice as many as are sent at once are in its hands until what has come of them is committed")
	void handsAreFull() {
		this.settings = this.settings.withConcurrency(2).withLease(Duration.ofHours(1));
		AtomicBoolean failing = new AtomicBoolean();
		List<Integer> receivedAtFailure = new CopyOnWriteArrayList<>();
		JdbcTransactionManager transactions = new JdbcTransactionManager(this.database.dataSource()) {

			@Override
			protected void doCommit(DefaultTransactionStatus status) {
				if (failing.get() && Thread.currentThread().getName().startsWith("contacthub-events-table-")) {
					receivedAtFailure.add(DeliveryContract.this.received.size());
					doRollback(status);
					throw new TransactionSystemException("no commit");
				}
				super.doCommit(status);
			}

		};
		this.answer = (customer) -> failing.compareAndSet(false, customer.equals("c7"));
		JdbcEventPublisher publisher = publisher(transactions, null);
		publish(publisher, customers(30));
		await().until(() -> receivedAtFailure.size() > 5);
		assertThat(this.received).hasSizeLessThanOrEqualTo(receivedAtFailure.get(0) + 4).hasSizeLessThan(15);
		this.answer = (customer) -> {
		};
		failing.set(false);
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.received).doesNotHaveDuplicates().hasSize(30);
	}

}
