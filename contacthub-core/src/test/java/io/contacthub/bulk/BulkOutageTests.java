package io.contacthub.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.StoppedClock;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BulkRun} while ContactHub is busy, or away.
 */
@DisplayName("While ContactHub is busy or away, a run")
@Timeout(60)
class BulkOutageTests extends BulkFixture {

	private static final String POST = "POST /events";

	private static final String PATCH = "PATCH /customers/{id}";

	private static final PauseSettings MOMENT = new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0);

	private static final PauseSettings HOURS = new PauseSettings(Duration.ofHours(9), 1, Duration.ofHours(9), 0);

	private final StoppedClock clock = new StoppedClock();

	private final Map<Integer, Integer> attempts = new ConcurrentHashMap<>();

	@ParameterizedTest
	@CsvSource({ "429", "423", "503" })
	@DisplayName("has all its threads pause as long as ContactHub asks, and writes each item once then")
	void pausesAsAsked(int status) throws InterruptedException {
		Set<Integer> written = ConcurrentHashMap.newKeySet();
		CyclicBarrier together = new CyclicBarrier(32);
		AtomicInteger calls = new AtomicInteger();
		BulkWriter<Integer> writer = writer(settings(32), (item) -> {
			if (calls.incrementAndGet() <= 32) {
				meet(together);
				throw status(POST, status, Duration.ofSeconds(3));
			}
			assertThat(written.add(item)).isTrue();
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(500))) {
			AtomicReference<BulkProgress> end = new AtomicReference<>();
			Thread puller = new Thread(() -> end.set(run.complete()));
			puller.start();
			this.clock.assertWaiting(32, Duration.ofSeconds(3));
			assertThat(run.progress().paused()).isTrue();
			assertThat(run.progress()).asString().contains(", paused");
			this.clock.advance(Duration.ofMillis(2999));
			this.clock.assertWaiting(32, Duration.ofMillis(1));
			assertThat(calls).hasValue(32);
			this.clock.advance(Duration.ofMillis(1));
			puller.join();
			assertThat(end.get().count(Kind.CREATED)).isEqualTo(500);
			assertThat(end.get().paused()).isFalse();
			assertThat(written).hasSize(500);
		}
	}

	@Test
	@DisplayName("pauses each time longer, and shortest again once something was written")
	void pausesLonger() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		BulkWriter<Integer> writer = writer(settings(1), (item) -> {
			int call = calls.incrementAndGet();
			if (call <= 3 || call == 5) {
				throw status(POST, 429, null);
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(3))) {
			Thread puller = new Thread(run::complete);
			puller.start();
			for (int seconds : new int[] { 1, 2, 4, 1 }) {
				this.clock.assertWaiting(1, Duration.ofSeconds(seconds));
				this.clock.advance(Duration.ofSeconds(seconds));
			}
			puller.join();
			assertThat(run.progress().done()).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("shares the pause with the other runs of its writer, which go on with it when it is stopped")
	void sharesPause() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		BulkWriter<Integer> writer = writer(settings(2), (item) -> {
			if (calls.incrementAndGet() == 1) {
				throw status(POST, 429, null);
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> first = writer.write(items(1)); BulkRun<Integer> second = writer.write(items(1))) {
			AtomicReference<List<BulkOutcome<Integer>>> outcomes = new AtomicReference<>();
			Thread firstPuller = new Thread(() -> outcomes.set(first.stream().toList()));
			firstPuller.start();
			this.clock.assertWaiting(1, Duration.ofSeconds(1));
			Thread secondPuller = new Thread(second::complete);
			secondPuller.start();
			this.clock.assertWaiting(2, Duration.ofSeconds(1));
			first.stop();
			firstPuller.join();
			assertThat(outcomes.get()).extracting(BulkOutcome::kind).containsExactly(Kind.NOT_DONE);
			assertThat(outcomes.get().get(0).reason()).contains("status 429");
			this.clock.assertWaiting(1, Duration.ofSeconds(1));
			assertThat(calls).hasValue(1);
			this.clock.advance(Duration.ofSeconds(1));
			secondPuller.join();
			assertThat(second.progress().count(Kind.CREATED)).isEqualTo(1);
		}
	}

	@Test
	@DisplayName("that is stopped in a pause ends at once")
	void stopsInPause() throws InterruptedException {
		BulkWriter<Integer> writer = writer(settings(4).withPause(HOURS), (item) -> {
			throw status(POST, 429, null);
		});
		try (BulkRun<Integer> run = writer.write(items(100))) {
			AtomicReference<List<BulkOutcome<Integer>>> outcomes = new AtomicReference<>();
			Thread puller = new Thread(() -> outcomes.set(run.stream().toList()));
			puller.start();
			await().until(() -> run.progress().paused() && puller.getState() == Thread.State.TIMED_WAITING);
			run.stop();
			puller.join();
			assertThat(outcomes.get()).hasSize(64).extracting(BulkOutcome::kind).containsOnly(Kind.NOT_DONE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "408", "502", "503", "504", "TIMED_OUT", "CONNECTION_LOST" })
	@DisplayName("sends again what was lost on its way and may be sent twice")
	void sendsAgain(String loss) {
		BulkWriter<Integer> writer = writer(settings(8).withPause(MOMENT), (item) -> {
			if (this.attempts.merge(item, 1, Integer::sum) <= ((item % 10 == 0) ? 3 : 0)) {
				throw loss(PATCH, loss);
			}
			return created(item);
		});
		try (BulkRun<Integer> run = writer.write(items(200))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(200);
		}
		assertThat(this.attempts).containsEntry(0, 4).containsEntry(1, 1);
	}

	@Test
	@DisplayName("has nobody pause when one of many is lost, which is sent again at once")
	void sendsAgainAtOnce() {
		CountDownLatch begun = new CountDownLatch(7);
		CountDownLatch stored = new CountDownLatch(1);
		BulkWriter<Integer> writer = writer(settings(8), (item) -> {
			begun.countDown();
			pass((item > 0) ? stored : begun);
			if (item > 0) {
				return created(item);
			}
			if (this.attempts.merge(item, 1, Integer::sum) <= 3) {
				throw loss(PATCH, "CONNECTION_LOST");
			}
			stored.countDown();
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(200))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(200);
		}
		assertThat(this.attempts).containsEntry(0, 4);
	}

	@Test
	@DisplayName("gives an item up that was lost four times")
	void givesUp() {
		BulkWriter<Integer> writer = writer(settings(8).withPause(MOMENT), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			if (item == 5) {
				throw loss(PATCH, "CONNECTION_LOST");
			}
			return created(item);
		});
		try (BulkRun<Integer> run = writer.write(items(10))) {
			List<BulkOutcome<Integer>> outcomes = run.stream().toList();
			assertThat(outcomes).filteredOn(BulkOutcome::isProblem)
				.extracting(BulkOutcome::item, BulkOutcome::kind)
				.containsExactly(Assertions.tuple(5, Kind.FAILED));
		}
		// while others are on their way, it counts as an outage that it is lost so often
		assertThat(this.attempts.get(5)).isGreaterThanOrEqualTo(4);
	}

	@Test
	@DisplayName("gives an item up, not the run, also when no others are on their way")
	void givesUpAlone() throws InterruptedException {
		BulkWriter<Integer> writer = writer(settings(1), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			if (item == 1) {
				throw loss(PATCH, "TIMED_OUT");
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(3))) {
			AtomicReference<List<BulkOutcome<Integer>>> outcomes = new AtomicReference<>();
			Thread puller = new Thread(() -> outcomes.set(run.stream().toList()));
			puller.start();
			for (int seconds : new int[] { 1, 2, 4, 8 }) {
				this.clock.assertWaiting(1, Duration.ofSeconds(seconds));
				this.clock.advance(Duration.ofSeconds(seconds));
			}
			puller.join();
			assertThat(outcomes.get()).extracting(BulkOutcome::kind)
				.containsExactly(Kind.CREATED, Kind.FAILED, Kind.CREATED);
		}
		assertThat(this.attempts).containsEntry(1, 4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 16 })
	@DisplayName("gives items up, not the run, also when all others of those on their way have arrived")
	void givesUpSeveral(int concurrency) {
		CountDownLatch sent = new CountDownLatch(3);
		BulkWriter<Integer> writer = writer(settings(concurrency).withPause(MOMENT).withPatience(Duration.ofMinutes(2)),
				(item) -> {
					if (item >= 500 && item < 503) {
						sent.countDown();
						throw loss(PATCH, "TIMED_OUT");
					}
					if (item > 500) {
						pass(sent);
					}
					return created(item);
				});
		try (BulkRun<Integer> run = writer.write(items(1000))) {
			BulkProgress end = run.complete();
			assertThat(end.count(Kind.FAILED)).isEqualTo(3);
			assertThat(end.count(Kind.CREATED)).isEqualTo(997);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "502", "TIMED_OUT", "CONNECTION_LOST" })
	@DisplayName("waits before it sends the only items again that there are, fewer though they are than threads")
	void waitsForFew(String loss) throws InterruptedException {
		AtomicBoolean away = new AtomicBoolean(true);
		BulkWriter<Integer> writer = writer(settings(16), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			if (away.get()) {
				throw loss(PATCH, loss);
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(3))) {
			Thread puller = new Thread(run::complete);
			puller.start();
			for (int seconds : new int[] { 1, 2, 4, 8, 16 }) {
				this.clock.assertWaiting(3, Duration.ofSeconds(seconds));
				away.set(seconds < 16);
				this.clock.advance(Duration.ofSeconds(seconds));
			}
			puller.join();
			assertThat(run.progress().count(Kind.CREATED)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("sends a POST once that may have been carried out, and again when it is to arrive at least once")
	void delivers() {
		BulkOperation<Integer> operation = (item) -> {
			if (this.attempts.merge(item, 1, Integer::sum) == 1 && item % 2 == 0) {
				throw loss(POST, "TIMED_OUT");
			}
			return created(item);
		};
		try (BulkRun<Integer> run = writer(settings(8), operation).write(items(20))) {
			assertThat(run.stream()).filteredOn(BulkOutcome::isProblem)
				.hasSize(10)
				.allMatch((outcome) -> outcome.kind() == Kind.FAILED && outcome.item() % 2 == 0);
		}
		assertThat(this.attempts).containsEntry(0, 1);
		this.attempts.clear();
		try (BulkRun<Integer> run = writer(settings(8).withDelivery(Delivery.AT_LEAST_ONCE), operation)
			.write(items(20))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(20);
		}
		assertThat(this.attempts).containsEntry(0, 2);
	}

	@Test
	@DisplayName("has all pause when as many requests are lost in a row as there are threads, and counts none of these attempts")
	void noticesOutage() throws InterruptedException {
		AtomicBoolean away = new AtomicBoolean(true);
		BulkWriter<Integer> writer = writer(settings(2), (item) -> {
			if (away.get()) {
				throw loss(PATCH, "CONNECTION_LOST");
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(100))) {
			Thread puller = new Thread(run::complete);
			puller.start();
			for (int seconds : new int[] { 1, 2, 4, 8, 16, 32 }) {
				this.clock.assertWaiting(2, Duration.ofSeconds(seconds));
				away.set(seconds < 32);
				this.clock.advance(Duration.ofSeconds(seconds));
			}
			puller.join();
			assertThat(run.progress().count(Kind.CREATED)).isEqualTo(100);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "500", "UNREADABLE_ANSWER" })
	@DisplayName("does not send again what is no matter of time, and pauses when nothing else comes")
	void failsWithoutRepetition(String loss) throws InterruptedException {
		AtomicBoolean away = new AtomicBoolean(true);
		BulkWriter<Integer> writer = writer(settings(4), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			if (away.get()) {
				throw loss(POST, loss);
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(20))) {
			List<BulkOutcome<Integer>> outcomes = new CopyOnWriteArrayList<>();
			Thread puller = new Thread(() -> run.forEach(outcomes::add));
			puller.start();
			this.clock.assertWaiting(4, Duration.ofSeconds(1));
			away.set(false);
			this.clock.advance(Duration.ofSeconds(1));
			puller.join();
			assertThat(run.progress().count(Kind.FAILED)).isBetween(1L, 7L);
			assertThat(run.progress().count(Kind.FAILED) + run.progress().count(Kind.CREATED)).isEqualTo(20);
			assertThat(outcomes).filteredOn(BulkOutcome::isProblem)
				.extracting(BulkOutcome::reason)
				.allMatch((reason) -> reason.matches(loss.equals("500") ? ".*status 500.*" : ".*; it was carried out"));
		}
		assertThat(this.attempts.values()).containsOnly(1);
	}

	@Test
	@DisplayName("ends when its patience is over, after the outcomes of all that was taken, and names the first that is not done")
	void losesPatience() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		BulkWriter<Integer> writer = writer(settings(1).withPatience(Duration.ofSeconds(100)), (item) -> {
			calls.incrementAndGet();
			if (item >= 10) {
				throw status(POST, 429, Duration.ofSeconds(60));
			}
			return created(item);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(1000))) {
			List<BulkOutcome<Integer>> outcomes = new CopyOnWriteArrayList<>();
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			Thread puller = new Thread(() -> {
				try {
					run.forEach(outcomes::add);
				}
				catch (RuntimeException ex) {
					thrown.set(ex);
				}
			});
			puller.start();
			this.clock.assertWaiting(1, Duration.ofSeconds(60));
			this.clock.advance(Duration.ofSeconds(60));
			this.clock.assertWaiting(1, Duration.ofSeconds(60));
			this.clock.advance(Duration.ofSeconds(60));
			puller.join();
			assertThat(calls).hasValue(13);
			assertThat(outcomes.subList(0, 10)).extracting(BulkOutcome::kind).containsOnly(Kind.CREATED);
			assertThat(outcomes.subList(10, outcomes.size())).isNotEmpty()
				.extracting(BulkOutcome::kind)
				.containsOnly(Kind.NOT_DONE);
			assertThat(run.progress().taken()).isEqualTo(outcomes.size());
			assertThat(thrown.get()).isInstanceOfSatisfying(BulkStoppedException.class, (stopped) -> {
				assertThat(stopped.position()).isEqualTo(10);
				assertThat(stopped).hasMessageStartingWith("Stopped before item 10: POST /events failed: status 429");
				assertThat(ContactHubFailure.in(stopped)).isPresent();
			});
		}
	}

	@Test
	@DisplayName("without patience ends with the first answer that asks for it")
	void hasNoPatience() {
		BulkWriter<Integer> writer = writer(settings(1).withPatience(Duration.ZERO), (item) -> {
			throw status(POST, 423, null);
		}, this.clock, (task) -> task);
		try (BulkRun<Integer> run = writer.write(items(5))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add));
			assertThat(outcomes).isNotEmpty().extracting(BulkOutcome::kind).containsOnly(Kind.NOT_DONE);
			assertThat(outcomes.get(0).errors()).extracting("path").containsExactly("/base");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "stop", "409", "401" })
	@DisplayName("never says of an item that may have been carried out that it was refused or not done")
	void remembersWhatIsOpen(String end) throws InterruptedException {
		AtomicReference<BulkRun<Integer>> present = new AtomicReference<>();
		BulkWriter<Integer> writer = writer(settings(2).withDelivery(Delivery.AT_LEAST_ONCE), (item) -> {
			if (this.attempts.merge(item, 1, Integer::sum) == 1) {
				throw loss(POST, "TIMED_OUT");
			}
			if (end.equals("stop")) {
				present.get().stop();
			}
			throw status(POST, end.equals("stop") ? 429 : Integer.parseInt(end), null);
		});
		try (BulkRun<Integer> run = writer.write(items(1))) {
			present.set(run);
			assertThat(run.iterator().next()).satisfies((outcome) -> {
				assertThat(outcome.kind()).isEqualTo(Kind.FAILED);
				assertThat(outcome.reason()).contains("TIMED_OUT");
			});
		}
	}

	@Test
	@DisplayName("may say of an item that it is not done when only what reads it got no answer")
	void readingLeavesNothingOpen() {
		AtomicReference<BulkRun<Integer>> present = new AtomicReference<>();
		BulkWriter<Integer> writer = writer(settings(2), (item) -> {
			if (this.attempts.merge(item, 1, Integer::sum) == 1) {
				throw loss("GET /customers/{id}", "TIMED_OUT");
			}
			present.get().stop();
			throw status(POST, 429, null);
		});
		try (BulkRun<Integer> run = writer.write(items(1))) {
			present.set(run);
			assertThat(run.iterator().next().kind()).isEqualTo(Kind.NOT_DONE);
		}
	}

	private static RuntimeException loss(String operation, String loss) {
		return Character.isDigit(loss.charAt(0)) ? status(operation, Integer.parseInt(loss), null)
				: failure(operation, FailureReason.valueOf(loss));
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
