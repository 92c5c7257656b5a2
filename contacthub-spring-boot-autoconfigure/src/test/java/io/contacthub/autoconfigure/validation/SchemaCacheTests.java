package io.contacthub.autoconfigure.validation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import io.contacthub.client.BackgroundExecutor;
import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SchemaCache}. They have an hour for what must not be waited for.
 */
@DisplayName("The cache of schemas")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SchemaCacheTests {

	@RegisterExtension
	final LogExtension log = new LogExtension();

	private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

	private static final Duration TIMEOUT = Duration.ofHours(1);

	private static final Duration MOMENT = Duration.ofNanos(1);

	private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

	private final AtomicLong now = new AtomicLong(-5);

	private final AtomicInteger readings = new AtomicInteger();

	private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

	/** What has been begun and does not go on. */
	private final Deque<Runnable> halted = new ArrayDeque<>();

	private String type = "string";

	private Map<String, ObjectNode> read() {
		this.readings.incrementAndGet();
		RuntimeException ex = this.failure.get();
		if (ex != null) {
			throw ex;
		}
		return Map.of("a", (ObjectNode) JsonSchemaTests.json("{'type':'" + this.type + "'}"));
	}

	private SchemaCache cache(Duration timeout, Executor executor, TaskDecorator decorator) {
		return new SchemaCache(this::read, TIME_TO_LIVE, timeout, BackgroundExecutor.using(executor, decorator),
				this.now::get, new SchemaReadings(SchemaSubject.EVENTS, "contacthub"));
	}

	private SchemaCache cache(Executor executor) {
		return cache(TIMEOUT, executor, (task) -> task);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private static RuntimeException failed(int status) {
		return ApiErrorTranslator.byStatus()
			.translate(new FailedOperation("GET /configuration/events", 1, FailureReason.ERROR_STATUS,
					"status " + status, ApiError.of(status, new byte[0]), null));
	}

	@Test
	@DisplayName("reads nothing before it is asked, and keeps what it has read for its time")
	void keeps() {
		SchemaCache cache = cache(Runnable::run);
		assertThat(this.readings).hasValue(0);
		WorkspaceSchemas first = cache.get();
		assertThat(first.get("a")).isNotNull();
		assertThat(first.get("b")).isNull();
		pass(TIME_TO_LIVE);
		assertThat(cache.get()).isSameAs(first);
		assertThat(this.readings).hasValue(1);
	}

	@Test
	@DisplayName("gives what is old, and reads it anew behind")
	void readsBehind() {
		Deque<Runnable> tasks = new ArrayDeque<>();
		AtomicReference<Executor> executor = new AtomicReference<>(Runnable::run);
		SchemaCache cache = cache((task) -> executor.get().execute(task));
		WorkspaceSchemas first = cache.get();
		executor.set(tasks::add);
		pass(TIME_TO_LIVE.plus(MOMENT));
		assertThat(cache.get()).isSameAs(first);
		assertThat(cache.get()).isSameAs(first);
		assertThat(tasks).hasSize(1);
		tasks.remove().run();
		assertThat(cache.get()).isNotSameAs(first);
		assertThat(this.readings).hasValue(2);
	}

	@Test
	@DisplayName("reads once for all who wait, in the context of the first")
	void readsOnceForAll() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch open = new CountDownLatch(1);
		List<String> contexts = new ArrayList<>();
		SchemaCache cache = cache(TIMEOUT, (task) -> new Thread(task).start(), (task) -> {
			contexts.add(Thread.currentThread().getName());
			return () -> {
				begun.countDown();
				try {
					open.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				task.run();
			};
		});
		List<CompletableFuture<WorkspaceSchemas>> outcomes = new ArrayList<>();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			CompletableFuture<WorkspaceSchemas> outcome = new CompletableFuture<>();
			outcomes.add(outcome);
			Thread thread = new Thread(() -> outcome.complete(cache.get()), "caller-" + i);
			threads.add(thread);
			thread.start();
			begun.await();
		}
		open.countDown();
		for (CompletableFuture<WorkspaceSchemas> outcome : outcomes) {
			assertThat(outcome.get()).isNotNull().isSameAs(outcomes.get(0).get());
		}
		assertThat(this.readings).hasValue(1);
		assertThat(contexts).containsExactly("caller-0");
		for (Thread thread : threads) {
			thread.join();
		}
	}

	@Test
	@DisplayName("reads anew before anything is refused by what is older than half a minute")
	void confirms() {
		SchemaCache cache = cache(Runnable::run);
		WorkspaceSchemas first = cache.get();
		pass(HALF_A_MINUTE);
		assertThat(cache.confirmed(first)).isSameAs(first);
		pass(MOMENT);
		WorkspaceSchemas second = cache.confirmed(first);
		assertThat(second).isNotSameAs(first);
		for (int i = 0; i < 100; i++) {
			assertThat(cache.confirmed(second)).isSameAs(second);
			assertThat(cache.confirmed(first)).isSameAs(second);
		}
		assertThat(this.readings).hasValue(2);
	}

	@Test
	@DisplayName("keeps what was made of a schema as long as it is the same")
	void keepsPreparedSchemas() {
		SchemaCache cache = cache(Runnable::run);
		WorkspaceSchemas first = cache.get();
		pass(TIME_TO_LIVE);
		WorkspaceSchemas second = cache.confirmed(first);
		assertThat(second).isNotSameAs(first);
		assertThat(second.get("a")).isSameAs(first.get("a"));
		this.type = "number";
		pass(TIME_TO_LIVE);
		assertThat(cache.confirmed(second).get("a")).isNotSameAs(first.get("a"));
	}

	@Test
	@DisplayName("keeps the former schemas when a reading fails, tries again after half a minute, and tells it once")
	void survivesFailures() {
		SchemaCache cache = cache(Runnable::run);
		WorkspaceSchemas first = cache.get();
		this.failure.set(failed(500));
		pass(TIME_TO_LIVE.plus(MOMENT));
		for (int i = 0; i < 3; i++) {
			assertThat(cache.get()).isSameAs(first);
			assertThat(cache.confirmed(first)).isSameAs(first);
		}
		assertThat(this.readings).hasValue(2);
		pass(HALF_A_MINUTE);
		assertThat(cache.get()).isSameAs(first);
		assertThat(this.readings).hasValue(3);
		this.failure.set(null);
		pass(HALF_A_MINUTE);
		cache.get();
		assertThat(cache.get()).isNotSameAs(first);
		assertThat(this.log.warnings())
			.containsExactly("contacthub.validation.events: the event types of the workspace cannot be read, "
					+ "events are checked by those that were read before: GET /configuration/events failed: status 500");
		assertThat(this.log.messages(Level.INFO)).containsExactly("contacthub.validation.events: the event types of "
				+ "the workspace can be read again, events are checked");
	}

	@Test
	@DisplayName("asks seldom with a token that may not read them, and says which one may")
	void asksSeldomWithoutRights() {
		SchemaCache cache = cache(Runnable::run);
		for (int status : new int[] { 403, 401 }) {
			this.readings.set(0);
			this.failure.set(failed(status));
			assertThat(cache.get()).isNull();
			pass(TIME_TO_LIVE.minus(MOMENT));
			assertThat(cache.get()).isNull();
			assertThat(this.readings).hasValue(1);
			pass(MOMENT);
		}
		this.failure.set(null);
		assertThat(cache.get()).isNotNull();
		assertThat(this.log.warnings())
			.containsExactly("contacthub.validation.events: the event types of the workspace cannot be read, "
					+ "events are sent unchecked: GET /configuration/events failed: status 403; give a token that may "
					+ "read them by contacthub.validation.token");
	}

	@Test
	@DisplayName("has nobody wait longer than the time-out, while the reading goes on")
	void waitsNoLongerThanTheTimeout() {
		SchemaCache cache = cache(MOMENT, this.halted::add, (task) -> task);
		assertThat(cache.get()).isNull();
		assertThat(cache.get()).isNull();
		assertThat(this.halted).hasSize(1);
		this.halted.remove().run();
		WorkspaceSchemas first = cache.get();
		assertThat(first).isNotNull();
		pass(TIME_TO_LIVE);
		assertThat(cache.confirmed(first)).isSameAs(first);
		assertThat(this.halted).hasSize(1);
	}

	@Test
	@DisplayName("has nobody wait for a reading that has taken the time-out already")
	void waitsForNoReadingThatHangs() {
		SchemaCache cache = cache((task) -> {
			this.halted.add(task);
			pass(TIMEOUT);
		});
		for (int i = 0; i < 100; i++) {
			assertThat(cache.get()).isNull();
		}
		assertThat(this.halted).hasSize(1);
		this.halted.remove().run();
		assertThat(cache.get()).isNotNull();
		assertThat(this.readings).hasValue(1);
	}

	@Test
	@DisplayName("has an interrupted thread wait no longer, and leaves it interrupted")
	void endsWithAnInterrupt() {
		SchemaCache cache = cache(this.halted::add);
		Thread.currentThread().interrupt();
		assertThat(cache.get()).isNull();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.halted).hasSize(1);
	}

	@Test
	@DisplayName("gives nothing where a reading cannot even begin, and tries again after half a minute")
	void survivesDecorators() {
		AtomicInteger asked = new AtomicInteger();
		SchemaCache cache = cache(TIMEOUT, Runnable::run, (task) -> {
			if (asked.incrementAndGet() == 1) {
				throw new IllegalStateException("no context");
			}
			return task;
		});
		assertThat(cache.get()).isNull();
		assertThat(cache.get()).isNull();
		assertThat(this.log.warnings()).singleElement().asString().endsWith("events are sent unchecked: no context");
		pass(HALF_A_MINUTE);
		assertThat(cache.get()).isNotNull();
	}

}
