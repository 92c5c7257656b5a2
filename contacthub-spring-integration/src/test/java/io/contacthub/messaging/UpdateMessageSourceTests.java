package io.contacthub.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import io.contacthub.update.EntityType;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdatePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.integration.StaticMessageHeaderAccessor;
import org.springframework.integration.acks.AckUtils;
import org.springframework.integration.acks.AcknowledgmentCallback.Status;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UpdateMessageSource}.
 */
@DisplayName("A source of changes")
class UpdateMessageSourceTests {

	private static final String KEY = "contacthub.updates.test";

	private final LoggedEvents log = new LoggedEvents(UpdateMessageSource.class.getName());

	private final FakeUpdates updates = new FakeUpdates();

	private final FailingStore store = new FailingStore();

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

	private UpdateMessageSource source = source();

	private UpdateMessageSource source() {
		return source(this.updates);
	}

	private UpdateMessageSource source(FakeUpdates updates) {
		UpdateMessageSource source = new UpdateMessageSource(updates, UpdateFilter.fromBeginning(), this.store, KEY,
				this.now::get);
		source.setStart(UpdateStart.BEGINNING);
		source.setPageSize(2);
		source.setBackOff(PauseSettings.defaults().withJitter(0));
		return source;
	}

	@AfterEach
	void endLog() {
		this.log.close();
	}

	@Test
	@DisplayName("gives one change a message, says what it is, and stores the offset of a page when all of it were handled")
	void commitsPages() {
		this.updates.add("a", "b", "c");
		Message<Update> a = this.source.receive();
		assertThat(a.getPayload().entity().id()).isEqualTo("a");
		assertThat(a.getHeaders()).containsEntry(UpdateHeaders.OPERATION, "UPDATE")
			.containsEntry(UpdateHeaders.ENTITY, "CUSTOMER")
			.doesNotContainKey(UpdateHeaders.OFFSET);
		assertThat(stored()).isNull();
		accept(a);
		assertThat(stored()).isNull();
		accept(this.source.receive());
		assertThat(stored()).isEqualTo("2");
		Message<Update> c = this.source.receive();
		assertThat(c.getHeaders()).containsEntry(UpdateHeaders.OFFSET, 2L);
		accept(c);
		assertThat(stored()).isEqualTo("3");
		assertThat(this.source.receive()).isNull();
		assertThat(this.source.handled()).isEqualTo(3);
		assertThat(this.source.status()).isEqualTo(new UpdateSourceStatus(3L, null, 0, null, false));
	}

	@Test
	@DisplayName("gives what is new with the next poll")
	void goesOn() {
		this.updates.add("a");
		assertThat(handleAll()).containsExactly("a");
		this.updates.add("b", "c", "d");
		assertThat(handleAll()).containsExactly("b", "c", "d");
		assertThat(handleAll()).isEmpty();
	}

	@Test
	@DisplayName("goes on from the last page after a restart, so that those of one page at most come once more")
	void restartContinues() {
		this.updates.add("a", "b", "c", "d", "e");
		for (String id : List.of("a", "b", "c")) {
			Message<Update> message = this.source.receive();
			assertThat(id(message)).isEqualTo(id);
			accept(message);
		}
		this.source = source();
		assertThat(handleAll()).containsExactly("c", "d", "e");
	}

	@Test
	@DisplayName("reads no further page as long as a message of the present one is not acknowledged")
	void unacknowledgedHoldPage() {
		this.updates.add("a", "b", "c");
		Message<Update> a = takeOver(this.source.receive());
		Message<Update> b = takeOver(this.source.receive());
		assertThat(this.source.receive()).isNull();
		handled(b);
		assertThat(this.source.receive()).isNull();
		assertThat(this.updates.filters()).hasSize(1);
		assertThat(stored()).isNull();
		handled(a);
		assertThat(stored()).isEqualTo("2");
		assertThat(id(this.source.receive())).isEqualTo("c");
	}

	@Test
	@DisplayName("leaves the acknowledgment to a flow that says so")
	void noAutoAck() {
		this.updates.add("a");
		Message<Update> message = this.source.receive();
		StaticMessageHeaderAccessor.getAcknowledgmentCallback(message).noAutoAck();
		accept(message);
		assertThat(stored()).isNull();
		StaticMessageHeaderAccessor.getAcknowledgmentCallback(message).acknowledge(Status.ACCEPT);
		assertThat(stored()).isEqualTo("1");
	}

	@Test
	@DisplayName("holds by the first acknowledgment of a message")
	void firstAcknowledgmentHolds() {
		this.updates.add("a", "b");
		Message<Update> message = this.source.receive();
		for (Status status : List.of(Status.ACCEPT, Status.REJECT, Status.ACCEPT)) {
			StaticMessageHeaderAccessor.getAcknowledgmentCallback(message).acknowledge(status);
		}
		assertThat(id(this.source.receive())).isEqualTo("b");
		assertThat(stored()).isNull();
		assertThat(this.source.handled()).isOne();
		assertThat(this.source.failed()).isZero();
	}

	@Test
	@DisplayName("gives a rejected change again, later each time, before those behind it")
	void givesRejectedAgain() {
		this.source.setMaxAttempts(0);
		this.updates.add("a", "b");
		reject(this.source.receive());
		long[] pauses = { 1, 2, 4, 8, 10, 10 };
		for (int attempt = 1; attempt <= pauses.length; attempt++) {
			assertThat(this.source.receive()).isNull();
			assertThat(this.source.pause()).isEqualTo(Duration.ofSeconds(pauses[attempt - 1]));
			pass(Duration.ofSeconds(pauses[attempt - 1]).minusNanos(1));
			assertThat(this.source.receive()).isNull();
			pass(Duration.ofNanos(1));
			Message<Update> again = this.source.receive();
			assertThat(id(again)).isEqualTo("a");
			assertThat(again.getHeaders().get(IntegrationMessageHeaderAccessor.DELIVERY_ATTEMPT, AtomicInteger.class))
				.hasValue(attempt + 1);
			reject(again);
			assertThat(this.source.status().repeated()).isEqualTo(again.getPayload());
			assertThat(this.source.status().attempts()).isEqualTo(attempt + 1);
		}
		pass(Duration.ofMinutes(1));
		assertThat(this.source.pause()).isZero();
		assertThat(handleAll()).containsExactly("a", "b");
		assertThat(this.source.status()).isEqualTo(new UpdateSourceStatus(2L, null, 0, null, false));
		assertThat(this.source.failed()).isEqualTo(7);
		assertThat(this.source.skipped()).isZero();
	}

	@Test
	@DisplayName("skips a change after the greatest number of attempts, tells so, and goes on")
	void skipsPoison() {
		List<String> skipped = new ArrayList<>();
		this.source.setSkipListener((update, failure) -> {
			skipped.add(update.entity().id() + ": " + failure.getMessage());
			throw new IllegalStateException("listener");
		});
		this.updates.add("a", "b", "c");
		for (int attempt = 1; attempt <= 3; attempt++) {
			assertThat(skipped).isEmpty();
			Message<Update> message = this.source.receive();
			assertThat(id(message)).isEqualTo("a");
			((UpdateAcknowledgment) StaticMessageHeaderAccessor.getAcknowledgmentCallback(message))
				.reject(new IllegalStateException("attempt " + attempt));
			pass(Duration.ofMinutes(1));
		}
		assertThat(skipped).containsExactly("a: attempt 3");
		assertThat(this.source.status().repeated()).isNull();
		assertThat(handleAll()).containsExactly("b", "c");
		assertThat(stored()).isEqualTo("3");
		assertThat(this.source.failed()).isEqualTo(3);
		assertThat(this.source.skipped()).isOne();
	}

	@Test
	@DisplayName("stores the offset behind a skipped change with the next message, since its transaction may be rolled back")
	void storesSkippedLater() {
		this.source.setMaxAttempts(1);
		this.updates.add("a");
		reject(this.source.receive());
		assertThat(stored()).isNull();
		assertThat(this.source.receive()).isNull();
		assertThat(stored()).isEqualTo("1");
		assertThat(this.log.messages(Level.ERROR))
			.containsExactly("The UPDATE of CUSTOMER a was skipped, since it could not be handled");
	}

	@Test
	@DisplayName("gives a requeued change again without counting it")
	void requeues() {
		this.updates.add("a");
		for (int i = 0; i < 5; i++) {
			StaticMessageHeaderAccessor.getAcknowledgmentCallback(this.source.receive()).acknowledge(Status.REQUEUE);
			assertThat(this.source.receive()).isNull();
			pass(Duration.ofMinutes(1));
		}
		assertThat(handleAll()).containsExactly("a");
		assertThat(this.source.failed()).isZero();
	}

	@Test
	@DisplayName("begins behind the last change, and stores where that is before it reads")
	void startsWithLatest() {
		this.source.setStart(UpdateStart.LATEST);
		this.updates.add("a", "b");
		assertThat(this.source.receive()).isNull();
		assertThat(stored()).isEqualTo("2");
		this.updates.add("c");
		this.source = source();
		this.source.setStart(UpdateStart.LATEST);
		assertThat(handleAll()).containsExactly("c");
	}

	@Test
	@DisplayName("misses nothing of a workspace that had no changes when it began")
	void startsWithLatestOfNone() {
		this.source.setStart(UpdateStart.LATEST);
		assertThat(this.source.receive()).isNull();
		this.updates.add("a");
		assertThat(handleAll()).containsExactly("a");
	}

	@Test
	@DisplayName("asks for its kind only, and moves on past others")
	void filters() {
		this.source = new UpdateMessageSource(this.updates,
				UpdateFilter.builder().offset(1L).entity(EntityType.EVENT).nodeId("n").build(), this.store, KEY);
		this.source.setStart(UpdateStart.BEGINNING);
		this.updates.add(FakeUpdates.event("1"));
		this.updates.add("a");
		this.updates.add(FakeUpdates.event("2"));
		this.updates.add("b");
		assertThat(handleAll()).containsExactly("2");
		assertThat(stored()).isEqualTo("4");
		assertThat(this.updates.filters()).first()
			.isEqualTo(UpdateFilter.builder().offset(1L).entity(EntityType.EVENT).nodeId("n").build());
		this.updates.add("c");
		assertThat(handleAll()).isEmpty();
	}

	@Test
	@DisplayName("goes on from where another one is that has stored more, and says so once")
	void noticesOther() {
		this.updates.add("a", "b", "c", "d", "e", "f");
		accept(this.source.receive());
		this.store.put(KEY, "4");
		Message<Update> b = this.source.receive();
		assertThat(id(b)).isEqualTo("b");
		accept(b);
		assertThat(stored()).isEqualTo("4");
		Message<Update> e = this.source.receive();
		assertThat(id(e)).isEqualTo("e");
		this.store.put(KEY, "1");
		accept(e);
		assertThat(handleAll()).containsExactly("f", "b", "c", "d", "e", "f");
		assertThat(stored()).isEqualTo("6");
		this.updates.add("g");
		Message<Update> g = this.source.receive();
		this.store.put(KEY, "7");
		accept(g);
		assertThat(handleAll()).isEmpty();
		assertThat(this.log.messages(Level.WARN)).hasSize(1)
			.first()
			.asString()
			.startsWith("Somebody else has changed the offset that is stored as '" + KEY + "'");
	}

	@Test
	@DisplayName("tells a failure to read once, and pauses longer each time until it works again")
	void pausesWhileReadingFails() {
		this.updates.add("a");
		this.updates.fail(new TransientDataAccessResourceException("no answer"));
		for (long pause : new long[] { 1, 2, 4, 8, 10, 10 }) {
			assertThat(this.source.receive()).isNull();
			assertThat(this.source.pause()).isEqualTo(Duration.ofSeconds(pause));
			assertThat(this.source.status().failure()).hasMessage("no answer");
			assertThat(this.source.status().stopped()).isFalse();
			this.updates.fail(null);
			pass(Duration.ofSeconds(pause).minusNanos(1));
			assertThat(this.source.receive()).isNull();
			this.updates.fail(new TransientDataAccessResourceException("no answer"));
			pass(Duration.ofNanos(1));
		}
		assertThat(this.log.messages(Level.WARN))
			.containsExactly("Changes cannot be read at present, and are asked for again until they can: no answer");
		this.updates.fail(null);
		assertThat(handleAll()).containsExactly("a");
		assertThat(this.log.messages(Level.INFO)).containsExactly("Changes can be read again");
		assertThat(this.source.status().failure()).isNull();
	}

	@Test
	@DisplayName("waits as long as ContactHub asks, though no longer than the longest pause")
	void waitsAsAsked() {
		for (long asked : new long[] { 0, 5, 60 }) {
			this.updates.fail(new Refusal(503, Duration.ofSeconds(asked)));
			assertThat(this.source.receive()).isNull();
			assertThat(this.source.pause()).isEqualTo(Duration.ofSeconds(Math.min(10, Math.max(1, asked))));
			this.updates.fail(null);
			pass(Duration.ofMinutes(1));
			assertThat(this.source.receive()).isNull();
		}
	}

	@Test
	@DisplayName("says what a token lacks that is refused, and tells each kind of failure once")
	void tellsKinds() {
		for (int i = 0; i < 3; i++) {
			for (RuntimeException failure : List.of(new Refusal(403, null), new IllegalStateException("other"))) {
				this.updates.fail(failure);
				assertThat(this.source.receive()).isNull();
				pass(Duration.ofMinutes(1));
			}
		}
		assertThat(this.log.messages(Level.WARN)).containsExactly(
				"Changes cannot be read at present, and are asked for again until they can: GET /updates failed: 403; "
						+ "the token needs one of the scopes ADMIN, USER and PLATFORM_UPDATES, which that of a source has not",
				"Changes cannot be read at present, and are asked for again until they can: other");
	}

	@Test
	@DisplayName("stores the offset later when the store fails, and gives no change twice for that")
	void storesLater() {
		this.updates.add("a", "b", "c");
		this.store.failure = new DataAccessResourceFailureException("no connection");
		this.source.receive();
		assertThat(this.log.messages(Level.WARN)).hasSize(1).first().asString().endsWith("no connection");
		this.store.failure = null;
		pass(Duration.ofMinutes(1));
		accept(this.source.receive());
		Message<Update> b = this.source.receive();
		this.store.failure = new DataAccessResourceFailureException("no connection");
		accept(b);
		assertThat(this.source.receive()).isNull();
		this.store.failure = null;
		assertThat(stored()).isNull();
		pass(Duration.ofMinutes(1));
		assertThat(handleAll()).containsExactly("c");
		assertThat(stored()).isEqualTo("3");
	}

	@Test
	@DisplayName("reads nothing behind an offset that the workspace has not reached, tells it once, and asks again after the longest pause")
	void asksAgainBeyondLast() {
		this.updates.add("a");
		this.store.put(KEY, "12");
		for (int i = 0; i < 3; i++) {
			assertThat(this.source.receive()).isNull();
			assertThat(this.source.pause()).isEqualTo(Duration.ofSeconds(10));
			assertThat(this.source.status().stopped()).isFalse();
			assertThat(this.source.status().failure()).hasMessageContaining("offset is 12");
			assertThat(this.source.lag()).isEmpty();
			pass(Duration.ofSeconds(10));
		}
		assertThat(this.updates.filters()).isEmpty();
		assertThat(this.log.messages(Level.ERROR)).hasSize(1)
			.first()
			.asString()
			.startsWith("No change is read at present, since where to go on is not known: offset is 12, and the last "
					+ "update of the workspace has 1")
			.endsWith("correct or remove what is stored as '" + KEY + "'");
		this.store.put(KEY, "1");
		this.updates.add("b");
		assertThat(handleAll()).containsExactly("b");
		assertThat(this.source.status().failure()).isNull();
		assertThat(this.source.lag()).hasValue(0);
	}

	@Test
	@DisplayName("goes on when ContactHub has told the last offset too late")
	void goesOnAfterLateLastOffset() {
		AtomicInteger late = new AtomicInteger();
		FakeUpdates updates = new FakeUpdates() {

			@Override
			public synchronized OptionalLong lastOffset(UpdateFilter filter) {
				return OptionalLong.of(super.lastOffset(filter).getAsLong() - late.get());
			}
		};
		this.source = source(updates);
		updates.add("a", "b", "c");
		assertThat(handleAll()).containsExactly("a", "b", "c");
		late.set(2);
		assertThat(this.source.receive()).isNull();
		assertThat(this.source.status().failure()).isNotNull();
		late.set(0);
		updates.add("d");
		pass(Duration.ofSeconds(10));
		assertThat(handleAll()).containsExactly("d");
	}

	@Test
	@DisplayName("goes on where nextOffset is the number of the next change, and not of the last one")
	void nextOffsetIsOfNext() {
		FakeUpdates updates = new FakeUpdates() {

			@Override
			public UpdatePage find(UpdateFilter filter, int size) {
				Long offset = filter.offset();
				UpdatePage page = super.find(filter.withOffset((offset != null) ? offset - 1 : null), size);
				return new UpdatePage(page.updates(), page.nextOffset() + 1);
			}
		};
		this.source = source(updates);
		updates.add("a", "b");
		assertThat(handleAll()).containsExactly("a", "b");
		assertThat(handleAll()).isEmpty();
		updates.add("c");
		assertThat(handleAll()).containsExactly("c");
		assertThat(this.source.status().failure()).isNull();
	}

	@Test
	@DisplayName("gives no changes of which ContactHub does not say where they end, and says so")
	void needsNextOffset() {
		AtomicBoolean missing = new AtomicBoolean();
		FakeUpdates updates = new FakeUpdates() {

			@Override
			public UpdatePage find(UpdateFilter filter, int size) {
				UpdatePage page = super.find(filter, size);
				return new UpdatePage(page.updates(), missing.get() ? null : page.nextOffset());
			}
		};
		this.source = source(updates);
		updates.add("a", "b");
		assertThat(handleAll()).containsExactly("a", "b");
		missing.set(true);
		assertThat(handleAll()).isEmpty();
		assertThat(this.source.status().failure()).isNull();
		updates.add("c");
		assertThat(handleAll()).isEmpty();
		assertThat(ContactHubFailure.in(this.source.status().failure())).get()
			.extracting(ContactHubFailure::reason)
			.isEqualTo(FailureReason.UNREADABLE_ANSWER);
		assertThat(this.log.messages(Level.WARN)).hasSize(1).first().asString().contains("no 'nextOffset'");
		missing.set(false);
		pass(Duration.ofSeconds(10));
		assertThat(handleAll()).containsExactly("c");
	}

	@Test
	@DisplayName("takes no failure to read for one that lasts, whatever it is")
	void noFailureToReadLasts() {
		this.updates.add("a");
		this.updates.fail(new IllegalArgumentException("of somebody else"));
		assertThat(this.source.receive()).isNull();
		this.updates.fail(null);
		pass(Duration.ofSeconds(10));
		assertThat(handleAll()).containsExactly("a");
	}

	@Test
	@DisplayName("rejects what its thread has not acknowledged when it asks for the next change, as after an error")
	void rejectsAbandoned() {
		List<String> skipped = new ArrayList<>();
		this.source.setMaxAttempts(2);
		this.source.setSkipListener((update, failure) -> skipped.add(failure.getMessage()));
		this.updates.add("a", "b");
		Message<Update> abandoned = this.source.receive();
		assertThat(this.source.receive()).isNull();
		assertThat(this.source.failed()).isOne();
		accept(abandoned);
		assertThat(this.source.handled()).isZero();
		pass(Duration.ofSeconds(10));
		assertThat(id(this.source.receive())).isEqualTo("a");
		assertThat(handleAll()).containsExactly("b");
		assertThat(skipped)
			.containsExactly("The endpoint has neither acknowledged nor rejected it, as after an error of a handler");
		assertThat(stored()).isEqualTo("2");
	}

	@Test
	@DisplayName("rejects what a thread has not acknowledged that has ended, and leaves alone what another one has in hand")
	void rejectsThatOfEndedThread() throws Exception {
		this.updates.add("a");
		CountDownLatch received = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			this.source.receive();
			received.countDown();
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		thread.start();
		received.await();
		assertThat(this.source.receive()).isNull();
		assertThat(this.source.failed()).isZero();
		end.countDown();
		thread.join();
		assertThat(this.source.receive()).isNull();
		assertThat(this.source.failed()).isOne();
		pass(Duration.ofSeconds(10));
		assertThat(handleAll()).containsExactly("a");
	}

	@Test
	@DisplayName("goes on when the listener of skipped changes throws an error")
	void errorOfSkipListener() {
		this.source.setMaxAttempts(1);
		this.source.setSkipListener((update, failure) -> {
			throw new NoClassDefFoundError("org/example/Mail");
		});
		this.updates.add("poison", "b");
		reject(this.source.receive());
		assertThat(handleAll()).containsExactly("b");
		assertThat(stored()).isEqualTo("2");
		assertThat(this.source.skipped()).isOne();
	}

	@Test
	@DisplayName("stops at something that is no offset")
	void stopsAtNoOffset() {
		for (String text : List.of("x", "", "-1", "01")) {
			this.store.put(KEY, text);
			this.source.start();
			assertThat(this.source.receive()).isNull();
			assertThat(this.source.status().stopped()).isTrue();
			assertThat(this.source.status().failure())
				.hasMessage("The store has '" + text + "' for '" + KEY + "', which is no offset: remove or correct it");
		}
	}

	@Test
	@DisplayName("gives nothing once it is stopped, and goes on from what is stored when it is started")
	void stopsAndStarts() {
		this.updates.add("a", "b", "c");
		this.source.start();
		assertThat(this.source.isRunning()).isTrue();
		accept(this.source.receive());
		Message<Update> b = this.source.receive();
		this.source.stop();
		assertThat(this.source.isRunning()).isFalse();
		assertThat(this.source.receive()).isNull();
		accept(b);
		assertThat(stored()).isEqualTo("2");
		this.source.start();
		assertThat(handleAll()).containsExactly("c");
	}

	@Test
	@DisplayName("stops to read at once, and leaves the thread uninterrupted")
	void stopInterruptsReading() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		this.updates.onFind(() -> {
			asked.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException("interrupted", ex);
			}
		});
		FutureTask<Boolean> poll = new FutureTask<>(
				() -> this.source.receive() == null && !Thread.currentThread().isInterrupted());
		Thread thread = new Thread(poll);
		thread.start();
		asked.await();
		this.source.stop();
		assertThat(poll.get()).isTrue();
		assertThat(this.log.messages(Level.WARN)).isEmpty();
		assertThat(this.source.status().failure()).isNull();
		this.source.stop();
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	@DisplayName("does not interrupt the store when it is stopped, and gives no change after that")
	void stopLeavesStoreAlone() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		AtomicBoolean interrupted = new AtomicBoolean();
		this.updates.add("a");
		this.source = new UpdateMessageSource(this.updates, UpdateFilter.fromBeginning(), new SimpleMetadataStore() {

			@Override
			public String get(String key) {
				asked.countDown();
				try {
					answer.await();
				}
				catch (InterruptedException ex) {
					interrupted.set(true);
				}
				return super.get(key);
			}
		}, KEY);
		this.source.setStart(UpdateStart.BEGINNING);
		FutureTask<Message<Update>> poll = new FutureTask<>(this.source::receive);
		new Thread(poll).start();
		asked.await();
		this.source.stop();
		answer.countDown();
		assertThat(poll.get()).isNull();
		assertThat(interrupted).isFalse();
		this.source.start();
		assertThat(handleAll()).containsExactly("a");
	}

	@Test
	@DisplayName("goes on behind a page that was handled only after it was read anew")
	void lateAcknowledgment() {
		this.updates.add("a", "b", "c");
		accept(this.source.receive());
		Message<Update> late = takeOver(this.source.receive());
		this.source.stop();
		this.source.start();
		Message<Update> a = takeOver(this.source.receive());
		assertThat(id(a)).isEqualTo("a");
		handled(late);
		assertThat(stored()).isEqualTo("2");
		assertThat(id(this.source.receive())).isEqualTo("c");
		handled(a);
		assertThat(stored()).isEqualTo("2");
		assertThat(this.log.messages(Level.WARN)).isEmpty();
	}

	@Test
	@DisplayName("tells how far it is behind, asked for once in ten seconds")
	void tellsLag() {
		assertThat(this.source.lag()).isEmpty();
		this.updates.add("a", "b", "c");
		accept(this.source.receive());
		accept(this.source.receive());
		assertThat(this.source.lag()).isEmpty();
		pass(Duration.ofSeconds(11));
		assertThat(this.source.lag()).hasValue(1);
		handleAll();
		assertThat(this.source.lag()).hasValue(1);
		pass(Duration.ofSeconds(11));
		assertThat(this.source.lag()).hasValue(0);
		pass(Duration.ofSeconds(11));
		this.updates.fail(new TransientDataAccessResourceException("no"));
		assertThat(this.source.lag()).isEmpty();
	}

	@Test
	@DisplayName("refuses settings that cannot be meant")
	void refusesSettings() {
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> this.source.setPageSize(0))
			.withMessage("pageSize is 0: it must be from 1 to 4000");
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> this.source.setPageSize(4001));
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> this.source.setMaxAttempts(-1))
			.withMessage("maxAttempts is -1: it must not be negative");
	}

	private List<String> handleAll() {
		List<String> ids = new ArrayList<>();
		for (Message<Update> message = this.source.receive(); message != null; message = this.source.receive()) {
			ids.add(id(message));
			accept(message);
		}
		return ids;
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private String stored() {
		return this.store.get(KEY);
	}

	private static String id(Message<Update> message) {
		return message.getPayload().entity().id();
	}

	private static void accept(Message<?> message) {
		AckUtils.autoAck(StaticMessageHeaderAccessor.getAcknowledgmentCallback(message));
	}

	private static Message<Update> takeOver(Message<Update> message) {
		StaticMessageHeaderAccessor.getAcknowledgmentCallback(message).noAutoAck();
		return message;
	}

	private static void handled(Message<?> message) {
		StaticMessageHeaderAccessor.getAcknowledgmentCallback(message).acknowledge(Status.ACCEPT);
	}

	private static void reject(Message<?> message) {
		AckUtils.autoNack(StaticMessageHeaderAccessor.getAcknowledgmentCallback(message));
	}

	/**
	 * A store that can fail.
	 */
	private static final class FailingStore extends SimpleMetadataStore {

		private RuntimeException failure;

		@Override
		public String get(String key) {
			check();
			return super.get(key);
		}

		@Override
		public String putIfAbsent(String key, String value) {
			check();
			return super.putIfAbsent(key, value);
		}

		@Override
		public boolean replace(String key, String oldValue, String newValue) {
			check();
			return super.replace(key, oldValue, newValue);
		}

		private void check() {
			if (this.failure != null) {
				throw this.failure;
			}
		}

	}

	/**
	 * A failure of ContactHub.
	 */
	private static final class Refusal extends TransientDataAccessResourceException implements ContactHubFailure {

		private final FailedOperation operation;

		Refusal(int status, Duration retryAfter) {
			super("GET /updates failed: " + status);
			this.operation = new FailedOperation("GET /updates", 1, FailureReason.ERROR_STATUS, String.valueOf(status),
					new ApiError(status, null, List.of(), null, null, null), null, retryAfter);
		}

		@Override
		public FailedOperation failedOperation() {
			return this.operation;
		}

	}

}
