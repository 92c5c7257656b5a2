package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.event.IllegalEventException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * How publishers end, and how their end and the table are waited for.
 */
abstract class ClosingContract extends EventStoreContract {

	private final CountDownLatch open = new CountDownLatch(1);

	private final CountDownLatch taken = new CountDownLatch(1);

	private final AtomicReference<JdbcEventPublisher> publisher = new AtomicReference<>();

	ClosingContract(TestDatabase database) {
		super(database);
	}

	@Test
	@DisplayName("the end waits for what is being sent, and gives the rest back for the next process")
	void awaitsWhatIsBeingSent() throws Exception {
		this.settings = this.settings.withConcurrency(1);
		this.answer = this::holdUp;
		JdbcEventPublisher publisher = publisher();
		publish(publisher, List.of("c1", "c2", "c3"));
		this.taken.await();
		CompletableFuture<Void> end = CompletableFuture.runAsync(publisher::close);
		// one that waits for its turn is given back while another is still being sent
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where lease_owner is not null") == 1);
		assertThat(end).isNotDone();
		this.open.countDown();
		end.get(20, TimeUnit.SECONDS);
		assertThat(this.received).containsExactly("c1");
		assertThat(publisher.sent()).isOne();
		assertThat(this.database.single(Long.class, "select count(*) from contacthub_event where lease_owner is null"
				+ " and due_at <= current_timestamp and attempts = 0"))
			.isEqualTo(2);
		assertThat(publisher().flush(LONG)).isTrue();
		assertThat(this.received).containsExactlyInAnyOrder("c1", "c2", "c3");
	}

	@Test
	@DisplayName("when the time is over, what is being sent is interrupted, and stays in the table")
	void interrupts() throws InterruptedException {
		this.answer = this::holdUp;
		JdbcEventPublisher publisher = publisher();
		publisher.publish(event("c1"));
		this.taken.await();
		Thread.currentThread().interrupt();
		publisher.close(Duration.ZERO);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.received).isEmpty();
		assertThat(this.database.single(Long.class, "select count(*) from contacthub_event where lease_owner is null"))
			.isOne();
	}

	@Test
	@DisplayName("what cannot be interrupted keeps its lease, so that nobody sends it at the same time")
	void keepsLease() throws InterruptedException {
		this.answer = (customer) -> {
			this.taken.countDown();
			while (this.open.getCount() > 0) {
				try {
					this.open.await();
				}
				catch (InterruptedException ex) {
					// goes on
				}
			}
		};
		JdbcEventPublisher publisher = publisher();
		publisher.publish(event("c1"));
		this.taken.await();
		long start = System.nanoTime();
		publisher.close(Duration.ZERO);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		assertThat(
				this.database.single(Long.class, "select count(*) from contacthub_event where lease_owner is not null"
						+ " and due_at > current_timestamp"))
			.isOne();
		this.open.countDown();
	}

	@Test
	@DisplayName("what sends an event can close the publisher, and does not wait for itself")
	void closedBySender() {
		this.settings = this.settings.withConcurrency(1).withShutdownTimeout(Duration.ofHours(1));
		this.answer = (customer) -> {
			this.publisher.get().close();
			this.taken.countDown();
		};
		this.publisher.set(publisher());
		publish(this.publisher.get(), List.of("c1", "c2"));
		await().untilAsserted(() -> assertThat(this.publisher.get().sent()).isOne());
		assertThat(this.received).containsExactly("c1");
		assertThat(this.taken.getCount()).isZero();
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where lease_owner is null") == 1);
	}

	@Test
	@DisplayName("a listener can publish, wait and close")
	void listener() {
		this.settings = this.settings.withConcurrency(1).withShutdownTimeout(Duration.ofHours(1));
		this.answer = (customer) -> {
			if (customer.equals("bad")) {
				throw new IllegalEventException("bad", null);
			}
		};
		AtomicReference<Boolean> flushed = new AtomicReference<>();
		this.publisher.set(publisher((event, failure) -> {
			this.publisher.get().publish(event("instead"));
			flushed.set(this.publisher.get().flush(LONG));
			this.publisher.get().close();
			this.taken.countDown();
			throw new IllegalStateException("listener");
		}));
		this.publisher.get().publish(event("bad"));
		await().until(() -> this.taken.getCount() == 0);
		assertThat(flushed).hasValue(true);
		assertThat(this.received).containsExactly("instead");
	}

	@Test
	@DisplayName("the end waits until the listener has been told of what was refused")
	void tellsBeforeTheEnd() {
		AtomicInteger told = new AtomicInteger();
		this.answer = (customer) -> {
			throw new IllegalEventException("bad", null);
		};
		JdbcEventPublisher publisher = publisher((event, failure) -> {
			await().until(() -> this.open.getCount() == 0);
			told.incrementAndGet();
		});
		publish(publisher, List.of("c1", "c2", "c3"));
		assertThat(publisher.flush(LONG)).isTrue();
		CompletableFuture<Void> end = CompletableFuture.runAsync(publisher::close);
		this.open.countDown();
		end.join();
		assertThat(told).hasValue(3);
	}

	@Test
	@DisplayName("a pause waits for what is being sent, and the rest is sent after it, or by others")
	void pauses() throws Exception {
		this.settings = this.settings.withConcurrency(1);
		this.answer = this::holdUp;
		JdbcEventPublisher publisher = publisher();
		publish(publisher, List.of("c1", "c2"));
		this.taken.await();
		CompletableFuture<Void> pause = CompletableFuture.runAsync(() -> publisher.pause(LONG));
		await().until(() -> this.database.single(Long.class,
				"select count(*) from contacthub_event where lease_owner is not null") == 1);
		assertThat(pause).isNotDone();
		this.open.countDown();
		pause.get(20, TimeUnit.SECONDS);
		assertThat(publisher.publish(event("c3"))).isTrue();
		publisher.pause(Duration.ZERO);
		assertThat(publisher.flush(Duration.ofMillis(200))).isFalse();
		assertThat(this.received).containsExactly("c1");
		JdbcEventPublisher other = publisher();
		assertThat(other.flush(LONG)).isTrue();
		other.close();
		assertThat(this.received).containsExactlyInAnyOrder("c1", "c2", "c3");
		assertThat(publisher.sent()).isOne();
		publisher.resume();
		publisher.resume();
		publisher.publish(event("c4"));
		assertThat(publisher.flush(LONG)).isTrue();
		await().untilAsserted(() -> assertThat(publisher.sent()).isEqualTo(2));
	}

	@Test
	@DisplayName("a publisher that is closed in a pause sends nothing afterwards")
	void closedInPause() {
		JdbcEventPublisher publisher = publisher();
		publisher.pause(LONG);
		publisher.publish(event("c1"));
		publisher.close();
		publisher.resume();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> publisher.publish(event("c2")));
		assertThat(publisher().flush(LONG)).isTrue();
		assertThat(this.received).containsExactly("c1");
		assertThat(publisher.sent()).isZero();
	}

	@Test
	@DisplayName("a flush waits for what another process sends, but not longer than it may, nor for what comes later")
	void flushWaitsForOthers() {
		insert("default", document("c1"), "3600", "other");
		JdbcEventPublisher publisher = publisher();
		assertThat(publisher.flush(Duration.ZERO)).isFalse();
		assertThat(publisher.flush(Duration.ofMillis(120))).isFalse();
		insert("default", document("waits"), "3600", null);
		this.database.update("update contacthub_event set attempts = 1 where lease_owner is null");
		CompletableFuture<Boolean> flush = CompletableFuture.supplyAsync(() -> publisher.flush(LONG));
		// it has begun once it has brought that one forward
		await().untilAsserted(() -> assertThat(this.received).containsExactly("waits"));
		insert("default", document("c2"), "3600", "other");
		assertThat(flush).isNotDone();
		this.database.update("delete from contacthub_event where event like '%c1%'");
		assertThat(flush.join()).isTrue();
		assertThat(publisher.queued()).isOne();
	}

	@Test
	@DisplayName("a thread that is interrupted does not flush, and stays interrupted")
	void flushInterrupted() throws InterruptedException {
		insert("default", document("c1"), "3600", "other");
		JdbcEventPublisher publisher = publisher();
		Thread.currentThread().interrupt();
		assertThat(publisher.flush(LONG)).isFalse();
		assertThat(Thread.interrupted()).isTrue();
		AtomicReference<Boolean> interrupted = new AtomicReference<>();
		Thread flushing = new Thread(() -> {
			publisher.flush(Duration.ofHours(1));
			interrupted.set(Thread.currentThread().isInterrupted());
		});
		flushing.start();
		await().until(() -> flushing.getState() == Thread.State.TIMED_WAITING);
		flushing.interrupt();
		flushing.join(20_000);
		assertThat(interrupted).hasValue(true);
	}

	@Test
	@DisplayName("a time that is missing or negative is refused")
	void times() {
		JdbcEventPublisher publisher = publisher();
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.flush(null));
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.flush(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.pause(null));
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.pause(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.close(null));
		assertThatIllegalArgumentException().isThrownBy(() -> publisher.close(Duration.ofMillis(-1)));
		assertThat(publisher.flush(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
		publisher.close(Duration.ofSeconds(Long.MAX_VALUE));
	}

	/**
	 * Take an event, and have it only when all is open.
	 */
	private void holdUp(String customer) throws InterruptedException {
		this.taken.countDown();
		this.open.await();
	}

}
