package io.contacthub.autoconfigure.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.contacthub.client.BackgroundExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthChecks}. They have an hour for what must not be waited for.
 */
@DisplayName("Checks of health")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HealthChecksTests {

	private static final Duration TIMEOUT = Duration.ofHours(1);

	private static final Duration MOMENT = Duration.ofNanos(1);

	private static final Health UP = Health.up().build();

	private static final Health TIMED_OUT = Health.down().withDetail("reason", "TIMED_OUT").build();

	private final AtomicLong now = new AtomicLong(-5);

	private final Map<String, Supplier<Health>> probes = new LinkedHashMap<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	/** What has been begun and does not go on. */
	private final List<Runnable> halted = new CopyOnWriteArrayList<>();

	private TaskDecorator decorator = (task) -> task;

	@BeforeEach
	void addNodes() {
		add("a");
		add("b");
	}

	private void add(String node) {
		this.probes.put(node, () -> {
			this.asked.add(node);
			return UP;
		});
	}

	private HealthChecks checks(Duration timeToLive, Executor executor) {
		return new HealthChecks(this.probes, TIMEOUT, timeToLive,
				BackgroundExecutor.using(executor, (task) -> this.decorator.decorate(task)), this.now::get);
	}

	/**
	 * Begin a task, which takes longer than anybody waits.
	 */
	private void halt(Runnable task) {
		this.halted.add(task);
		pass(TIMEOUT);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	@Test
	@DisplayName("ask for nothing before somebody looks, and then once as long as an outcome is kept")
	void keepOutcomes() {
		HealthChecks checks = checks(Duration.ofSeconds(30), Runnable::run);
		assertThat(this.asked).isEmpty();
		assertThat(checks.look("a")).isEqualTo(UP);
		pass(Duration.ofSeconds(30));
		assertThat(checks.look("a")).isEqualTo(UP);
		assertThat(this.asked).containsExactly("a", "b");
		pass(MOMENT);
		assertThat(checks.look("a")).isEqualTo(UP);
		assertThat(this.asked).containsExactly("a", "b", "a");
	}

	@Test
	@DisplayName("ask once, however many look at the same time")
	void askOnceForMany() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.probes.put("a", () -> {
			this.asked.add("a");
			await(go);
			return UP;
		});
		HealthChecks checks = checks(Duration.ZERO, (task) -> new Thread(task).start());
		List<CompletableFuture<Health>> looks = IntStream.range(0, 20)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> checks.look("a"), (task) -> new Thread(task).start()))
			.toList();
		go.countDown();
		for (CompletableFuture<Health> look : looks) {
			assertThat(look.get(1, TimeUnit.MINUTES)).isEqualTo(UP);
		}
		assertThat(this.asked).containsOnlyOnce("a");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@DisplayName("keep nobody waiting longer than their time-out, and do not ask again meanwhile")
	void timeOut() {
		HealthChecks checks = checks(Duration.ZERO, this::halt);
		for (int i = 0; i < 3; i++) {
			assertThat(checks.look("a")).isEqualTo(TIMED_OUT);
			pass(TIMEOUT);
		}
		assertThat(this.halted).hasSize(2);
	}

	@Test
	@DisplayName("tell an outcome that comes late, which is kept as others are, and ask anew after that")
	void tellLateOutcomes() {
		HealthChecks checks = checks(TIMEOUT.multipliedBy(3), this::halt);
		assertThat(checks.look("a")).isEqualTo(TIMED_OUT);
		this.halted.forEach(Runnable::run);
		assertThat(checks.look("a")).isEqualTo(UP);
		assertThat(this.halted).hasSize(2);
		pass(TIMEOUT.multipliedBy(3));
		assertThat(checks.look("a")).isEqualTo(TIMED_OUT);
		assertThat(this.halted).hasSize(4);
	}

	@Test
	@DisplayName("begin with all nodes when somebody looks at one, so that all take no longer than one")
	void askAllAtOnce() {
		IntStream.range(0, 6).forEach((i) -> add("c" + i));
		HealthChecks checks = checks(Duration.ZERO, this::halt);
		List<Health> looks = new ArrayList<>();
		for (String node : this.probes.keySet()) {
			looks.add(checks.look(node));
			assertThat(this.halted).hasSize(8);
		}
		assertThat(looks).hasSize(8).containsOnly(TIMED_OUT);
	}

	@Test
	@DisplayName("ask once for each look at all nodes, and keep what was asked for the others until they are looked at")
	void askOnceForEach() {
		HealthChecks checks = checks(Duration.ZERO, Runnable::run);
		for (int i = 1; i <= 3; i++) {
			for (String node : List.of("a", "b")) {
				pass(MOMENT);
				assertThat(checks.look(node)).isEqualTo(UP);
			}
			assertThat(this.asked).hasSize(2 * i);
		}
		this.asked.clear();
		for (int i = 0; i < 3; i++) {
			pass(MOMENT);
			checks.look("b");
		}
		assertThat(this.asked).containsExactly("a", "b", "b", "b");
		this.asked.clear();
		checks.look("a");
		assertThat(this.asked).isEmpty();
	}

	@Test
	@DisplayName("keep what nobody has looked at not much longer than it may take")
	void dropWhatNobodyWanted() {
		HealthChecks checks = checks(Duration.ZERO, Runnable::run);
		checks.look("a");
		pass(TIMEOUT.multipliedBy(3).dividedBy(2));
		checks.look("b");
		assertThat(this.asked).containsExactly("a", "b");
		checks.look("a");
		assertThat(this.asked).containsExactly("a", "b", "a", "b");
		pass(TIMEOUT.multipliedBy(3).dividedBy(2).plus(MOMENT));
		checks.look("b");
		assertThat(this.asked).containsExactly("a", "b", "a", "b", "a", "b");
	}

	@Test
	@DisplayName("end in any case, whatever a decorator makes of them, and ask again after that")
	void surviveDecorators() {
		HealthChecks checks = checks(Duration.ZERO, Runnable::run);
		List<TaskDecorator> odd = List.of((task) -> {
			throw new UnsupportedOperationException("odd");
		}, (task) -> () -> {
			throw new UnsupportedOperationException("odd");
		});
		for (TaskDecorator decorator : odd) {
			this.decorator = decorator;
			assertDown(checks, UnsupportedOperationException.class);
		}
		this.decorator = (task) -> () -> {
		};
		assertDown(checks, IllegalStateException.class);
		this.decorator = (task) -> () -> {
			task.run();
			throw new UnsupportedOperationException("too late to matter");
		};
		pass(MOMENT);
		assertThat(checks.look("a")).isEqualTo(UP);
	}

	@Test
	@DisplayName("end when they cannot be begun, or end in an error")
	void surviveFailures() {
		assertDown(checks(Duration.ZERO, (task) -> {
			throw new RejectedExecutionException("no more");
		}), RejectedExecutionException.class);
		this.probes.put("a", () -> {
			throw new AssertionError("odd");
		});
		assertDown(checks(Duration.ZERO, Runnable::run), AssertionError.class);
	}

	private void assertDown(HealthChecks checks, Class<? extends Throwable> reason) {
		pass(MOMENT);
		assertThat(checks.look("a")).isEqualTo(Health.down().withDetail("reason", reason.getName()).build());
	}

	@Test
	@DisplayName("know nothing for a thread that is interrupted, and leave it interrupted")
	void leaveInterrupted() {
		HealthChecks checks = checks(Duration.ZERO, this.halted::add);
		Thread.currentThread().interrupt();
		Health health = checks.look("a");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
	}

}
