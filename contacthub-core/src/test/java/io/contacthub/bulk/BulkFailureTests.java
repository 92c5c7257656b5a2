package io.contacthub.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.SharedPause;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.task.TaskDecorator;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link BulkRun} when items, or all of them, fail.
 */
@DisplayName("A run")
@Timeout(60)
class BulkFailureTests extends BulkFixture {

	private final Map<Integer, Integer> attempts = new ConcurrentHashMap<>();

	@ParameterizedTest
	@ValueSource(ints = { 400, 402, 404, 409, 410, 413, 414, 422 })
	@DisplayName("refuses an item that ContactHub refuses, with its faults, and goes on")
	void refuses(int status) {
		try (BulkRun<Integer> run = writer(settings(4), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			if (item == 7) {
				throw status(status);
			}
			return created(item);
		}).write(items(100))) {
			List<BulkOutcome<Integer>> outcomes = run.stream().toList();
			assertThat(outcomes).hasSize(100);
			assertThat(outcomes.get(7)).satisfies((outcome) -> {
				assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
				assertThat(outcome.reason()).contains("status " + status, "bad at /base");
				assertThat(outcome.errors()).extracting("path").containsExactly("/base");
			});
			assertThat(run.progress().count(Kind.CREATED)).isEqualTo(99);
		}
		assertThat(this.attempts.values()).containsOnly(1);
	}

	@Test
	@DisplayName("refuses an item that was refused before it was sent")
	void refusesUnsent() {
		try (BulkRun<Integer> run = writer(settings(1), (item) -> {
			throw new IllegalArgumentException("locale\nis wrong");
		}).write(items(1))) {
			BulkOutcome<Integer> outcome = run.iterator().next();
			assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
			assertThat(outcome.reason()).isEqualTo("locale is wrong");
			assertThat(outcome.errors()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "403", "405", "302", "foreign 404", "foreign 410", "unknown node", "UNTRUSTED_SERVER" })
	@DisplayName("asks for no more than are on their way at the same time when all would fail, and says where to go on")
	void stops(String reason) {
		AtomicInteger calls = new AtomicInteger();
		try (BulkRun<Integer> run = writer(settings(4), (item) -> {
			if (item < 10) {
				return created(item);
			}
			calls.incrementAndGet();
			throw failure(reason);
		}).write(items(1000))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			Iterator<BulkOutcome<Integer>> iterator = run.iterator();
			assertThatExceptionOfType(BulkStoppedException.class)
				.isThrownBy(() -> iterator.forEachRemaining(outcomes::add))
				.withCauseInstanceOf(DataAccessException.class)
				.matches((stopped) -> stopped.position() == firstNotDone(outcomes));
			assertThat(outcomes).hasSize((int) run.progress().taken());
			// those before may have been taken by threads that had not begun
			assertThat(run.progress().count(Kind.CREATED)).isBetween(7L, 10L);
			// a redirect tells nothing of what was done
			assertThat(run.progress().count(Kind.FAILED)).isBetween(reason.equals("302") ? 1L : 0,
					reason.equals("302") ? 4L : 0);
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(iterator::hasNext);
		}
		assertThat(calls).hasValueBetween(1, 4);
	}

	private static long firstNotDone(List<BulkOutcome<Integer>> outcomes) {
		return outcomes.stream()
			.filter((outcome) -> outcome.kind() == Kind.NOT_DONE)
			.findFirst()
			.orElseThrow()
			.position();
	}

	private static RuntimeException failure(String reason) {
		return switch (reason) {
			case "foreign 404" -> foreign(404);
			case "foreign 410" -> foreign(410);
			case "unknown node" -> status("POST /customers", 404, null);
			case "UNTRUSTED_SERVER" -> failure("POST /customers", FailureReason.UNTRUSTED_SERVER);
			default -> status(Integer.parseInt(reason));
		};
	}

	@Test
	@DisplayName("writes an item once more whose token was refused, with the token that there is then")
	void asksForTokenAgain() {
		AtomicReference<String> valid = new AtomicReference<>("old");
		ThreadLocal<String> carried = new ThreadLocal<>();
		TaskDecorator decorator = (task) -> {
			String present = valid.get();
			return () -> {
				carried.set(present);
				task.run();
			};
		};
		BulkWriter<Integer> writer = writer(settings(4), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			if (!carried.get().equals(valid.get())) {
				throw status(401);
			}
			if (item == 10) {
				valid.set("new");
			}
			return created(item);
		}, SharedPause.PauseClock.SYSTEM, decorator);
		try (BulkRun<Integer> run = writer.write(items(500))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(500);
		}
		assertThat(this.attempts).containsValue(2);
	}

	@Test
	@DisplayName("writes an item each time once more whose token ended while all paused")
	void asksForTokenAfterEachPause() {
		BulkSettings settings = settings(1)
			.withPause(new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0));
		BulkWriter<Integer> writer = writer(settings, (item) -> {
			switch (this.attempts.merge(item, 1, Integer::sum)) {
				case 1, 3, 5 -> throw status(401);
				case 2, 4 -> throw status(423);
				default -> {
					return created(item);
				}
			}
		});
		try (BulkRun<Integer> run = writer.write(items(3))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("stops when the token is refused again")
	void stopsWithoutToken() {
		try (BulkRun<Integer> run = writer(settings(4), (item) -> {
			this.attempts.merge(item, 1, Integer::sum);
			throw status(401);
		}).write(items(1000))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add))
				.matches((stopped) -> stopped.position() == 0)
				.withMessageContaining("status 401");
			assertThat(outcomes).hasSize(64).extracting(BulkOutcome::kind).containsOnly(Kind.NOT_DONE);
		}
		assertThat(this.attempts.values()).allMatch((number) -> number <= 2).contains(2);
	}

	@Test
	@DisplayName("does not wait for ever for an item that a decorator never runs, and runs none later")
	void decoratorDoesNotRun() {
		Set<Integer> written = ConcurrentHashMap.newKeySet();
		AtomicInteger tasks = new AtomicInteger();
		List<Runnable> forgotten = new ArrayList<>();
		TaskDecorator decorator = (task) -> {
			if (tasks.getAndIncrement() == 5) {
				forgotten.add(task);
				return () -> {
				};
			}
			return task;
		};
		try (BulkRun<Integer> run = writer(settings(2), (item) -> {
			written.add(item);
			return created(item);
		}, SharedPause.PauseClock.SYSTEM, decorator).write(items(100))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add))
				.withRootCauseInstanceOf(IllegalStateException.class);
			assertThat(outcomes.get(5).kind()).isEqualTo(Kind.NOT_DONE);
			forgotten.get(0).run();
		}
		assertThat(written).doesNotContain(5);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@DisplayName("stops when a decorator fails, at once or on the other thread")
	void decoratorFails(boolean atOnce) {
		TaskDecorator decorator = (task) -> {
			if (atOnce) {
				throw new IllegalStateException("no context");
			}
			return () -> {
				throw new IllegalStateException("no context");
			};
		};
		try (BulkRun<Integer> run = writer(settings(2), BulkFailureTests::created, SharedPause.PauseClock.SYSTEM,
				decorator)
			.write(items(100))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add))
				.withMessage("Stopped before item 0: no context");
			assertThat(outcomes).isNotEmpty().extracting(BulkOutcome::kind).containsOnly(Kind.NOT_DONE);
		}
	}

	@Test
	@DisplayName("throws an Error of a thread at its end, and says of the item that it failed")
	void throwsError() {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch thrown = new CountDownLatch(1);
		try (BulkRun<Integer> run = writer(settings(2), (item) -> {
			if (item == 1) {
				pass(begun);
				thrown.countDown();
				throw new NoSuchMethodError("gone");
			}
			begun.countDown();
			pass(thrown);
			return created(item);
		}).write(items(100))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatThrownBy(() -> run.forEach(outcomes::add)).isInstanceOf(NoSuchMethodError.class);
			assertThat(outcomes.get(0).kind()).isEqualTo(Kind.CREATED);
			assertThat(outcomes.get(1).kind()).isEqualTo(Kind.FAILED);
			assertThat(outcomes.get(1).failure()).hasRootCauseInstanceOf(NoSuchMethodError.class);
		}
	}

	@Test
	@DisplayName("stops at what it knows nothing about, which may have been carried out")
	void stopsAtTheUnknown() {
		try (BulkRun<Integer> run = writer(settings(1), (item) -> {
			throw new UnsupportedOperationException("?");
		}).write(items(100))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add))
				.withCauseInstanceOf(UnsupportedOperationException.class)
				.matches((stopped) -> stopped.position() == 1);
			assertThat(outcomes.get(0).kind()).isEqualTo(Kind.FAILED);
		}
	}

	@Test
	@DisplayName("judges the exceptions of an application's translator by their kind")
	void judgesTranslated() {
		List<RuntimeException> failures = List.of(new DuplicateKeyException("there"),
				new CannotAcquireLockException("busy"), new InvalidDataAccessApiUsageException("odd"),
				new PermissionDeniedDataAccessException("no", null));
		try (BulkRun<Integer> run = writer(
				settings(1).withPause(new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0)), (item) -> {
					throw failures.get(item);
				})
			.write(items(4))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add))
				.withCauseInstanceOf(PermissionDeniedDataAccessException.class);
			assertThat(outcomes).extracting(BulkOutcome::kind)
				.containsExactly(Kind.REFUSED, Kind.FAILED, Kind.FAILED, Kind.FAILED);
		}
	}

	@ParameterizedTest
	@EnumSource(BulkSettings.Order.class)
	@DisplayName("keeps account of each item, whatever comes together")
	void keepsAccount(BulkSettings.Order order) {
		for (int seed = 0; seed < 100; seed++) {
			Random random = new Random(seed);
			BulkSettings settings = settings(1 + random.nextInt(16)).withOrder(order)
				.withDelivery(Delivery.values()[seed % 2])
				.withPause(new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0));
			int end = 50 + random.nextInt(400);
			Set<Integer> written = ConcurrentHashMap.newKeySet();
			Set<Integer> open = ConcurrentHashMap.newKeySet();
			AtomicReference<BulkRun<Integer>> present = new AtomicReference<>();
			BulkOperation<Integer> operation = new BulkOperation<>() {

				@Override
				public BulkResult apply(Integer item) {
					fail(ThreadLocalRandom.current().nextInt(40), item, open);
					if (item == end) {
						present.get().stop();
					}
					written.add(item);
					return created(item);
				}

				@Override
				public List<?> keys(Integer item) {
					return List.of(item / 3, "k" + item % 50);
				}

			};
			try (BulkRun<Integer> run = writer(settings, operation).write(items(400))) {
				present.set(run);
				List<BulkOutcome<Integer>> outcomes = rest(run.iterator());
				assertThat(outcomes).as("seed " + seed)
					.hasSize((int) run.progress().taken())
					.extracting(BulkOutcome::position)
					.doesNotHaveDuplicates();
				if (order == BulkSettings.Order.INPUT) {
					assertThat(outcomes).extracting(BulkOutcome::position).isSorted();
				}
				assertThat(of(outcomes, Kind.CREATED)).as("seed " + seed).isEqualTo(written);
				assertThat(of(outcomes, Kind.REFUSED)).as("seed " + seed).noneMatch(open::contains);
				assertThat(of(outcomes, Kind.NOT_DONE)).as("seed " + seed).noneMatch(open::contains);
			}
		}
	}

	private static void fail(int dice, int item, Set<Integer> open) {
		if (dice < 2) {
			throw status(429);
		}
		if (dice < 4) {
			open.add(item);
			throw failure("POST /events", FailureReason.CONNECTION_LOST);
		}
		if (dice == 4) {
			throw status(400);
		}
	}

	private static Set<Integer> of(List<BulkOutcome<Integer>> outcomes, Kind kind) {
		return outcomes.stream()
			.filter((outcome) -> outcome.kind() == kind)
			.map(BulkOutcome::item)
			.collect(Collectors.toSet());
	}

	@Test
	@DisplayName("tells what is wrong with the client before it takes an item")
	void clientFails() {
		BulkWriter<Integer> writer = BulkWriter.create(
				ContactHubClient.builder().workspaceId("w1").token("t0ken").baseUrl("http://localhost:1").build(),
				(client) -> {
					throw new IllegalStateException("no operation");
				}, settings(1));
		try (BulkRun<Integer> run = writer.write(items(4))) {
			assertThatThrownBy(run::complete).hasMessage("no operation");
			assertThat(run.progress().taken()).isZero();
		}
	}

}
