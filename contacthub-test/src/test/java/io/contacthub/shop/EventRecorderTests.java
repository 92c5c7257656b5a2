package io.contacthub.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.test.EventRecorder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The recorder without an application context.
 */
@DisplayName("A recorder of events")
class EventRecorderTests {

	private static final Event LOGGED_IN = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");

	private static final Event LOGGED_OUT = Event.of(EventType.LOGGED_OUT).in(EventContext.WEB).byCustomerId("c1");

	private final EventRecorder recorder = new EventRecorder();

	@Test
	@DisplayName("keeps the events in their order, and finds them by their type")
	void records() {
		assertThat(this.recorder.publish(LOGGED_IN.at("2026-01-01T10:00:00Z"))).isTrue();
		this.recorder.publish(LOGGED_OUT.at("2026-01-01T11:00:00Z"));
		assertThat(this.recorder.events()).extracting(Event::type)
			.containsExactly(EventType.LOGGED_IN, EventType.LOGGED_OUT);
		assertThat(this.recorder.events(EventType.LOGGED_OUT)).containsExactly(LOGGED_OUT.at("2026-01-01T11:00:00Z"));
		assertThat(this.recorder.sent()).isEqualTo(2);
	}

	@Test
	@DisplayName("gives an event the date at which it is published, and leaves one that it has")
	void dates() {
		Instant before = Instant.now();
		this.recorder.publish(LOGGED_IN);
		this.recorder.publish(LOGGED_IN.at("2026-01-01T10:00:00Z"));
		List<Event> events = this.recorder.events();
		assertThat(events.get(0).date()).isBetween(before, Instant.now());
		assertThat(events.get(1).date()).isEqualTo("2026-01-01T10:00:00Z");
	}

	@Test
	@DisplayName("gives copies, which do not change while others publish")
	void givesCopies() {
		this.recorder.publish(LOGGED_IN);
		List<Event> events = this.recorder.events();
		this.recorder.publish(LOGGED_OUT);
		assertThat(events).hasSize(1);
	}

	@Test
	@Timeout(20)
	@DisplayName("waits for events of other threads")
	void waits() {
		this.recorder.publish(LOGGED_IN);
		CompletableFuture<List<Event>> waiting = CompletableFuture
			.supplyAsync(() -> this.recorder.await(2, Duration.ofSeconds(10)));
		this.recorder.publish(LOGGED_OUT);
		assertThat(waiting.join()).extracting(Event::type).containsExactly(EventType.LOGGED_IN, EventType.LOGGED_OUT);
	}

	@Test
	@DisplayName("says which events there are when they do not come in time")
	void endsWaiting() {
		this.recorder.publish(LOGGED_IN);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.recorder.await(2, Duration.ofMillis(10)))
			.withMessage("Expected 2 events within PT0.01S, but there are 1: [loggedIn]");
	}

	@Test
	@DisplayName("ends waiting when the thread is interrupted, which it stays")
	void isInterrupted() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.recorder.await(1, Duration.ofSeconds(10)))
			.withMessage("Expected 1 events before the thread was interrupted, but there are 0: []");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	@DisplayName("refuses events as it is told, until it is cleared")
	void refuses() {
		this.recorder.publish(LOGGED_IN);
		this.recorder.refuse(new RejectedExecutionException("The queue is full"));
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.recorder.publish(LOGGED_IN))
			.withMessage("The queue is full");
		assertThat(this.recorder.events()).hasSize(1);
		this.recorder.clear();
		assertThat(this.recorder.events()).isEmpty();
		this.recorder.publish(LOGGED_OUT);
		assertThat(this.recorder.events()).hasSize(1);
	}

	@Test
	@DisplayName("accepts nothing once it is closed, as the publisher that it stands for")
	void closes() {
		this.recorder.close();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.recorder.publish(LOGGED_IN));
		this.recorder.clear();
		assertThat(this.recorder.publish(LOGGED_IN)).isTrue();
	}

	@Test
	@DisplayName("has nothing on its way and nothing refused")
	void hasNothingWaiting() {
		this.recorder.publish(LOGGED_IN);
		assertThat(this.recorder.flush(Duration.ZERO)).isTrue();
		this.recorder.pause(Duration.ZERO);
		this.recorder.resume();
		assertThat(this.recorder.queued()).isZero();
		assertThat(this.recorder.backlog().waiting()).isZero();
		assertThat(this.recorder.refused().count()).isZero();
		assertThat(this.recorder.refused().find(10)).isEmpty();
		assertThat(this.recorder.refused().replayAll()).isZero();
	}

	@Test
	@DisplayName("refuses what no publisher takes")
	@SuppressWarnings("NullAway")
	void checksArguments() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.recorder.publish(null))
			.withMessage("event is null: give the event to be sent");
		assertThatIllegalArgumentException().isThrownBy(() -> this.recorder.flush(Duration.ofSeconds(-1)))
			.withMessage("timeout is PT-1S: give a time that is not negative");
		assertThatIllegalArgumentException().isThrownBy(() -> this.recorder.refuse(null))
			.withMessage("failure is null: give what is to be thrown, or clear the recorder");
	}

	/**
	 * Transactions of a manager that has nothing behind it.
	 */
	@Nested
	@DisplayName("within a transaction")
	class Transactional {

		private final TransactionTemplate transaction = new TransactionTemplate(new PlainTransactionManager());

		private final EventRecorder kept = new EventRecorder().inTransactions();

		@Test
		@DisplayName("records at once what a publisher in memory would send at once")
		void recordsAtOnce() {
			this.transaction.executeWithoutResult((status) -> {
				EventRecorderTests.this.recorder.publish(LOGGED_IN);
				status.setRollbackOnly();
			});
			assertThat(EventRecorderTests.this.recorder.events()).hasSize(1);
		}

		@Test
		@DisplayName("records what is committed then")
		void recordsCommitted() {
			this.transaction.executeWithoutResult((status) -> {
				this.kept.publish(LOGGED_IN);
				this.kept.publish(LOGGED_OUT);
				assertThat(this.kept.events()).isEmpty();
			});
			assertThat(this.kept.events()).extracting(Event::type)
				.containsExactly(EventType.LOGGED_IN, EventType.LOGGED_OUT);
		}

		@Test
		@DisplayName("records nothing of what is rolled back")
		void forgetsRolledBack() {
			this.transaction.executeWithoutResult((status) -> {
				this.kept.publish(LOGGED_IN);
				status.setRollbackOnly();
			});
			this.kept.publish(LOGGED_OUT);
			assertThat(this.kept.events()).extracting(Event::type).containsExactly(EventType.LOGGED_OUT);
		}

		@Test
		@DisplayName("records a transaction of its own whatever becomes of the one around it")
		void recordsInner() {
			TransactionTemplate inner = new TransactionTemplate(this.transaction.getTransactionManager());
			inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			this.transaction.executeWithoutResult((status) -> {
				this.kept.publish(LOGGED_IN);
				inner.executeWithoutResult((own) -> this.kept.publish(LOGGED_OUT));
				assertThat(this.kept.events()).extracting(Event::type).containsExactly(EventType.LOGGED_OUT);
				status.setRollbackOnly();
			});
			assertThat(this.kept.events()).hasSize(1);
		}

		@Test
		@DisplayName("forgets what is rolled back to a savepoint, and nothing else")
		void obeysSavepoints() {
			TransactionTemplate nested = new TransactionTemplate(this.transaction.getTransactionManager());
			nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
			this.transaction.executeWithoutResult((status) -> {
				nested.executeWithoutResult((own) -> {
					this.kept.publish(LOGGED_OUT);
					own.setRollbackOnly();
				});
				this.kept.publish(LOGGED_IN);
				nested.executeWithoutResult((own) -> {
					this.kept.publish(LOGGED_OUT);
					own.setRollbackOnly();
				});
				nested.executeWithoutResult((own) -> this.kept.publish(LOGGED_IN));
			});
			assertThat(this.kept.events()).extracting(Event::type)
				.containsExactly(EventType.LOGGED_IN, EventType.LOGGED_IN);
		}

		@Test
		@DisplayName("records what is published by those that are told of the commit")
		void recordsAfterCommit() {
			this.transaction.executeWithoutResult((status) -> TransactionSynchronizationManager
				.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void afterCommit() {
						Transactional.this.kept.publish(LOGGED_IN);
					}

					@Override
					public void afterCompletion(int completion) {
						Transactional.this.kept.publish(LOGGED_OUT);
					}

				}));
			assertThat(this.kept.events()).hasSize(2);
		}

		@Test
		@DisplayName("refuses events as outside of it")
		void refuses() {
			this.kept.refuse(new IllegalStateException("as intended"));
			this.transaction.executeWithoutResult(
					(status) -> assertThatIllegalStateException().isThrownBy(() -> this.kept.publish(LOGGED_IN)));
			assertThat(this.kept.events()).isEmpty();
		}

	}

}
