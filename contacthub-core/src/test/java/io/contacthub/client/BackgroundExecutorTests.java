package io.contacthub.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link BackgroundExecutor}.
 */
@DisplayName("Work in the background")
class BackgroundExecutorTests {

	private static final TaskDecorator NONE = (task) -> task;

	@Test
	@DisplayName("a task is decorated by the thread that asks, and done by a daemon that has a name")
	void taskIsDoneInContextOfTheOneWhoAsks() throws Exception {
		Thread caller = Thread.currentThread();
		List<Thread> decorating = new ArrayList<>();
		BackgroundExecutor executor = BackgroundExecutor.unbounded("background-", (task) -> {
			decorating.add(Thread.currentThread());
			return task;
		});
		Thread worker = executor.submit(Thread::currentThread).get();
		assertThat(decorating).containsExactly(caller);
		assertThat(worker.isDaemon()).isTrue();
		assertThat(worker.getName()).startsWith("background-");
	}

	@Test
	@DisplayName("a task of which a decorator makes nothing, or a failure, ends all the same")
	void outcomeComesWhateverTheDecoratorDoes() {
		assertThatFailure((task) -> {
			throw new IllegalArgumentException("when it is given the task");
		}).rootCause().hasMessage("when it is given the task");
		assertThatFailure((task) -> () -> {
			throw new IllegalArgumentException("before the task");
		}).rootCause().hasMessage("before the task");
		assertThatFailure((task) -> () -> throwUndeclared(new IOException("that is not declared"))).rootCause()
			.isExactlyInstanceOf(IOException.class);
		assertThatFailure((task) -> {
			throwUndeclared(new IOException("that is not declared"));
			return task;
		}).rootCause().isExactlyInstanceOf(IOException.class);
		assertThatFailure((task) -> () -> {
		}).rootCause().hasMessage("A TaskDecorator has not run its task");
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> assertThatFailure(TaskDecorator decorator) {
		Future<String> outcome = BackgroundExecutor.unbounded("background-", decorator).submit(() -> "done");
		return assertThat(catchThrowableOfType(ExecutionException.class, () -> outcome.get(10, TimeUnit.SECONDS)));
	}

	/**
	 * Throw as languages can that know no checked exceptions.
	 */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void throwUndeclared(Throwable failure) throws E {
		throw (E) failure;
	}

	@Test
	@DisplayName("what a decorator throws after the task does not undo the task")
	void failureAfterTheTaskIsNone() throws Exception {
		TaskDecorator decorator = (task) -> () -> {
			task.run();
			throw new IllegalArgumentException("after the task");
		};
		assertThat(BackgroundExecutor.unbounded("background-", decorator).submit(() -> "done").get()).isEqualTo("done");
		BackgroundExecutor undeclared = BackgroundExecutor.unbounded("background-", (task) -> () -> {
			task.run();
			throwUndeclared(new IOException("that is not declared"));
		});
		undeclared.inContext(() -> {
		}).run();
	}

	@Test
	@DisplayName("a task in a context can be run again, and fails by itself as it would without")
	void taskInContextRunsAgain() {
		AtomicInteger runs = new AtomicInteger();
		AtomicInteger decorations = new AtomicInteger();
		BackgroundExecutor executor = BackgroundExecutor.unbounded("background-", (task) -> {
			decorations.incrementAndGet();
			return task;
		});
		Runnable task = executor.inContext(() -> {
			if (runs.incrementAndGet() == 2) {
				throw new IllegalStateException("the second time");
			}
		});
		task.run();
		assertThatIllegalStateException().isThrownBy(task::run).withMessage("the second time");
		task.run();
		assertThat(runs).hasValue(3);
		assertThat(decorations).hasValue(1);
	}

	@Test
	@DisplayName("threads that tasks share inherit nothing of whoever asked first, others do")
	void sharedThreadsInheritNothing() throws Exception {
		InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
		tenant.set("first");
		try {
			BackgroundExecutor pool = BackgroundExecutor.pooled("background-", 1, NONE);
			assertThat(pool.submit(() -> String.valueOf(tenant.get())).get()).isEqualTo("null");
			assertThat(BackgroundExecutor.unbounded("background-", NONE).submit(tenant::get).get()).isEqualTo("first");
			pool.shutdown();
		}
		finally {
			tenant.remove();
		}
	}

	@Test
	@DisplayName("at the end what is done is interrupted, and nothing more is accepted")
	void endInterruptsAndRefuses() throws Exception {
		BackgroundExecutor pool = BackgroundExecutor.pooled("background-", 1, NONE);
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		pool.execute(() -> {
			begun.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
		});
		begun.await();
		assertThat(pool.shutdownNow(Duration.ofSeconds(10))).isTrue();
		assertThat(interrupted.getCount()).isZero();
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> pool.execute(() -> {
		}));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> "late").get())
			.withCauseInstanceOf(TaskRejectedException.class);
	}

}
