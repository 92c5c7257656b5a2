package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import io.contacthub.event.IllegalEventException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * How the events of a customer are kept in order.
 */
abstract class OrderContract extends EventStoreContract {

	/** The types of the events that arrived, by customer. */
	private final Map<String, List<String>> arrived = new ConcurrentHashMap<>();

	private volatile EventAnswer ordered = (customer, type) -> {
	};

	OrderContract(TestDatabase database) {
		super(database);
		this.settings = this.settings.withOrdered(true).withConcurrency(4);
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			Event event = call.getArgument(0);
			String customer = String
				.valueOf((event.customerId() != null) ? event.customerId() : event.bringBackProperties().value());
			this.ordered.to(customer, event.type().value());
			this.arrived.computeIfAbsent(customer, (key) -> new CopyOnWriteArrayList<>()).add(event.type().value());
			return event;
		});
	}

	@Test
	@DisplayName("the events of each customer arrive one after the other in their order, by whoever sends them, though a third fails")
	void keepsOrder() {
		UnsteadyAnswer unsteady = new UnsteadyAnswer();
		this.ordered = (customer, type) -> unsteady.to(customer);
		JdbcEventPublisher one = publisher();
		JdbcEventPublisher other = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			for (int number = 0; number < 300; number++) {
				one.publish(numbered("c" + number % 10, number));
			}
		});
		assertThat(other.flush(LONG)).isTrue();
		assertThat(unsteady.overlaps()).isZero();
		assertThat(this.arrived).hasSize(10);
		this.arrived.forEach((customer, types) -> assertThat(types).hasSize(30)
			.isSortedAccordingTo((left, right) -> Integer.compare(number(left), number(right))));
	}

	@Test
	@DisplayName("an event that waits holds up its customer alone, and the next follows at once when it is sent")
	void holdsUpCustomer() throws InterruptedException {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1))).withPollInterval(Duration.ofHours(1));
		AtomicInteger failures = new AtomicInteger();
		this.ordered = (customer, type) -> {
			if (customer.equals("stuck") && failures.getAndIncrement() == 0) {
				throw new IllegalStateException("later");
			}
		};
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			for (int number = 0; number < 5; number++) {
				publisher.publish(numbered("stuck", number));
				publisher.publish(numbered("c1", number));
			}
		});
		await().untilAsserted(() -> assertThat(publisher.sent()).isEqualTo(5));
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where due_at > current_timestamp") == 5);
		assertThat(this.arrived).containsOnlyKeys("c1");
		// the first one alone is brought forward: the others follow because it is gone
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.arrived.get("stuck")).containsExactly("t0", "t1", "t2", "t3", "t4");
	}

	@Test
	@DisplayName("an event that is refused goes aside, and the next follows")
	void refusedGoesAside() {
		this.ordered = (customer, type) -> {
			if (type.equals("t1")) {
				throw new IllegalEventException("bad", null);
			}
		};
		this.settings = this.settings.withPollInterval(Duration.ofHours(1));
		JdbcEventPublisher publisher = publisher();
		publishNumbered(publisher, "c1", 4);
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.arrived.get("c1")).containsExactly("t0", "t2", "t3");
		assertThat(publisher.refused().count()).isOne();
	}

	@Test
	@DisplayName("an event that another process sends holds up those behind it")
	void waitsForOtherProcess() throws InterruptedException {
		CountDownLatch taken = new CountDownLatch(1);
		CountDownLatch open = new CountDownLatch(1);
		this.ordered = (customer, type) -> {
			if (type.equals("t0")) {
				taken.countDown();
				open.await();
			}
		};
		JdbcEventPublisher one = publisher();
		one.publish(numbered("c1", 0));
		taken.await();
		one.publish(numbered("c1", 1));
		JdbcEventPublisher other = publisher();
		other.publish(numbered("c2", 2));
		await().until(() -> this.arrived.containsKey("c2"));
		assertThat(this.arrived).doesNotContainKey("c1");
		open.countDown();
		assertThat(other.flush(LONG)).isTrue();
		assertThat(this.arrived.get("c1")).containsExactly("t0", "t1");
	}

	@Test
	@DisplayName("events have their order by customer id, else by what brings them back, else none")
	void keys() {
		List<String> keys = new ArrayList<>();
		JdbcEventPublisher publisher = publisher();
		publisher.close();
		for (Event event : List.of(numbered("c1", 0), numbered("c1", 0).byExternalId("x1"),
				numbered("x".repeat(300), 0), numbered("x".repeat(301), 0), numbered("", 0))) {
			keys.add(AcceptedEvent.of(event, true, null).orderKey());
		}
		assertThat(keys.subList(0, 2)).containsExactly("customer:c1", "EXTERNAL_ID:x1");
		assertThat(keys.get(2)).hasSize(64).isNotEqualTo(keys.get(3));
		assertThat(keys.get(4)).isNull();
	}

	@Test
	@DisplayName("one customer with thousands of events does not keep the others from being found")
	void longQueue() {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1)));
		this.ordered = (customer, type) -> {
			if (customer.equals("stuck")) {
				throw new IllegalStateException("later");
			}
		};
		JdbcEventPublisher publisher = publisher();
		publishNumbered(publisher, "stuck", 3000);
		await().atMost(LONG)
			.until(() -> this.database.single(Long.class,
					"select count(*) from contacthub_event where due_at > current_timestamp") == 3000);
		publisher.publish(numbered("c1", 1));
		await().until(() -> this.arrived.containsKey("c1"));
		assertThat(this.arrived).containsOnlyKeys("c1");
	}

	@Test
	@DisplayName("many events of one customer arrive in their order, and do not keep those of others from arriving first")
	void manyOfOneCustomer() {
		JdbcEventPublisher publisher = publisher();
		this.database.transaction().executeWithoutResult((transaction) -> {
			for (int number = 0; number < 1000; number++) {
				publisher.publish(numbered("same", number));
			}
			for (int number = 0; number < 100; number++) {
				publisher.publish(numbered("c" + number, number));
			}
		});
		await().atMost(LONG).until(() -> this.arrived.size() == 101);
		assertThat(this.arrived.get("same")).hasSizeLessThan(700);
		assertThat(publisher.flush(Duration.ofMinutes(1))).isTrue();
		assertThat(this.arrived.get("same")).hasSize(1000)
			.isSortedAccordingTo((left, right) -> Integer.compare(number(left), number(right)));
	}

	@Test
	@DisplayName("an event is due in seconds when the one before it is deleted by hand, and at once when somebody waits")
	void headDeleted() {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1)));
		this.ordered = (customer, type) -> {
			if (type.equals("t0")) {
				throw new IllegalStateException("later");
			}
		};
		JdbcEventPublisher publisher = publisher();
		publishNumbered(publisher, "c1", 2);
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where due_at > current_timestamp and lease_owner is null") == 2);
		assertThat(this.database.single(Long.class, "select count(*) from contacthub_event"
				+ " where attempts = 0 and due_at < current_timestamp + interval '90' second"))
			.isOne();
		this.database.update("delete from contacthub_event where attempts = 1");
		assertThat(publisher.flush(LONG)).isTrue();
		assertThat(this.arrived.get("c1")).containsExactly("t1");
	}

	@Test
	@DisplayName("what was held up is sent also by those who keep no order")
	void orderGivenUp() {
		this.settings = this.settings.withRetry(pauses(Duration.ofHours(1))).withPollInterval(Duration.ofHours(1));
		this.ordered = (customer, type) -> {
			throw new IllegalStateException("away");
		};
		JdbcEventPublisher ordered = publisher();
		publishNumbered(ordered, "c1", 3);
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where due_at > current_timestamp and lease_owner is null") == 3);
		ordered.close();
		this.ordered = (customer, type) -> {
		};
		this.settings = this.settings.withOrdered(false);
		assertThat(publisher().flush(LONG)).isTrue();
		assertThat(this.arrived.get("c1")).containsExactlyInAnyOrder("t0", "t1", "t2");
	}

	/**
	 * Publish events of a customer, numbered from 0 on, all in one transaction.
	 */
	private void publishNumbered(JdbcEventPublisher publisher, String customer, int count) {
		this.database.transaction().executeWithoutResult((transaction) -> {
			for (int number = 0; number < count; number++) {
				publisher.publish(numbered(customer, number));
			}
		});
	}

	private static Event numbered(String customer, int number) {
		return event(customer).withType(EventType.of("t" + number));
	}

	private static int number(String type) {
		return Integer.parseInt(type.substring(1));
	}

	/**
	 * What ContactHub does with an event.
	 */
	@FunctionalInterface
	private interface EventAnswer {

		void to(String customer, String type) throws Exception;

	}

}
