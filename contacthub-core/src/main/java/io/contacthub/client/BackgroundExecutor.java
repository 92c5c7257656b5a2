package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Executor of what this library does in the background: all threads that it starts are
 * started here. They are daemons, and what they do is done in the context of the thread
 * that asked for it. For the classes of this library.
 */
public final class BackgroundExecutor {

	private static final Log logger = LogFactory.getLog(BackgroundExecutor.class);

	private final Executor threads;

	private final TaskDecorator context;

	private BackgroundExecutor(Executor threads, TaskDecorator context) {
		this.threads = threads;
		this.context = context;
	}

	/**
	 * Create an executor with a new thread for each task, which inherits what threads do
	 * of the one that asks.
	 * @param name the beginning of the names of the threads
	 * @param context carries the context of the thread that asks
	 * @return the executor, which need not be shut down
	 */
	public static BackgroundExecutor unbounded(String name, TaskDecorator context) {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name);
		threads.setDaemon(true);
		return new BackgroundExecutor(threads, context);
	}

	/**
	 * Create an executor with threads that tasks share and queue for. They inherit
	 * nothing of whoever happens to ask first, and end when there is nothing to do.
	 * @param name the beginning of the names of the threads
	 * @param size the greatest number of threads
	 * @param context carries the context of the thread that asks
	 * @return the executor
	 */
	public static BackgroundExecutor pooled(String name, int size, TaskDecorator context) {
		ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
		threads.setThreadFactory(inheritingNothing(name));
		threads.setCorePoolSize(size);
		threads.setMaxPoolSize(size);
		threads.setKeepAliveSeconds(10);
		threads.setAllowCoreThreadTimeOut(true);
		threads.initialize();
		return new BackgroundExecutor(threads, context);
	}

	/**
	 * Create an executor that has threads of another one do the work.
	 * @param executor has the threads
	 * @param context carries the context of the thread that asks
	 * @return the executor, which does not shut the other one down
	 */
	public static BackgroundExecutor using(Executor executor, TaskDecorator context) {
		return new BackgroundExecutor(executor, context);
	}

	private static ThreadFactory inheritingNothing(String name) {
		AtomicInteger number = new AtomicInteger();
		return (task) -> {
			Thread thread = new Thread(null, task, name + number.incrementAndGet(), 0, false);
			thread.setDaemon(true);
			return thread;
		};
	}

	/**
	 * Do something in the context of the present thread.
	 * @param <T> the type of the outcome
	 * @param task what is to be done
	 * @return its outcome, which comes in any case: a decorator or an executor that fails
	 * shows where the outcome is waited for
	 */
	public <T> Future<T> submit(Callable<T> task) {
		Submission<T> submission = new Submission<>(task);
		try {
			Runnable inContext = inContext(submission);
			execute(() -> submission.runBy(inContext));
		}
		catch (Throwable ex) {
			submission.setException(ex);
		}
		return submission;
	}

	/**
	 * Give a task the context of the present thread, in which it may be executed, more
	 * than once.
	 * @param task what is to be done
	 * @return a task that fails when a decorator has not run the one within; what a
	 * decorator throws after that is logged only
	 * @throws RuntimeException what a decorator throws when it is given the task
	 */
	public Runnable inContext(Runnable task) {
		ContextualTask contextual = new ContextualTask(task);
		contextual.decorated = this.context.decorate(contextual::runWithin);
		return contextual;
	}

	/**
	 * Do something on another thread, in no context.
	 * @param task what is to be done
	 * @throws TaskRejectedException when this executor was shut down
	 */
	public void execute(Runnable task) {
		this.threads.execute(task);
	}

	/**
	 * Accept no more tasks.
	 */
	public void shutdown() {
		if (this.threads instanceof ThreadPoolTaskExecutor pool) {
			pool.shutdown();
		}
	}

	/**
	 * Accept no more tasks, drop those that wait and interrupt those that are executed.
	 * @param timeout how long to wait for the latter at most
	 * @return whether they have ended
	 * @throws InterruptedException when the present thread is interrupted meanwhile
	 */
	public boolean shutdownNow(Duration timeout) throws InterruptedException {
		if (!(this.threads instanceof ThreadPoolTaskExecutor pool)) {
			return true;
		}
		pool.getThreadPoolExecutor().shutdownNow();
		return pool.getThreadPoolExecutor().awaitTermination(timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Throw a failure as it is, be it one that code of other languages need not declare.
	 */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E undeclared(Throwable failure) throws E {
		throw (E) failure;
	}

	/**
	 * A task in a context, on one thread at a time.
	 */
	private static final class ContextualTask implements Runnable {

		private final Runnable task;

		private @Nullable Runnable decorated;

		private boolean ran;

		private @Nullable Throwable failure;

		ContextualTask(Runnable task) {
			this.task = task;
		}

		@Override
		public void run() {
			this.ran = false;
			this.failure = null;
			try {
				if (this.decorated != null) {
					this.decorated.run();
				}
			}
			catch (Throwable ex) {
				if (!this.ran || ex == this.failure) {
					throw BackgroundExecutor.<RuntimeException>undeclared(ex);
				}
				logger.debug("A TaskDecorator failed after its task", ex);
			}
			if (!this.ran) {
				throw new IllegalStateException("A TaskDecorator has not run its task");
			}
		}

		private void runWithin() {
			this.ran = true;
			try {
				this.task.run();
			}
			catch (Throwable ex) {
				this.failure = ex;
				throw BackgroundExecutor.<RuntimeException>undeclared(ex);
			}
		}

	}

	/**
	 * An outcome that comes in any case.
	 */
	private static final class Submission<T> extends FutureTask<T> {

		Submission(Callable<T> task) {
			super(task);
		}

		void runBy(Runnable inContext) {
			try {
				inContext.run();
			}
			catch (Throwable ex) {
				setException(ex);
			}
		}

		@Override
		protected void setException(Throwable failure) {
			// no effect on one that has ended
			super.setException(failure);
		}

	}

}
