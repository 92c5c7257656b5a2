package io.contacthub.batch.remote;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.client.BackgroundExecutor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepLocator;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Workers that execute the partitions that are requested, each one at a time, as long as
 * the application runs. When it is stopped, it waits for those that are executed, as long
 * as {@code spring.lifecycle.timeout-per-shutdown-phase} allows; one that is cut off then
 * goes on at another worker, or when the job is resumed.
 * <p>
 * Their threads do not keep an application from ending. One that does nothing else needs
 * {@code spring.main.keep-alive}.
 */
public class PartitionWorkers implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(PartitionWorkers.class);

	private static final long POLL_MILLIS = 200;

	private static final long POLL_AFTER_FAILURE_MILLIS = 2000;

	private final PartitionRequests requests;

	private final JobRepository repository;

	private final StepExecutionRequestHandler handler = new StepExecutionRequestHandler();

	private final int count;

	private @Nullable Shift shift;

	/**
	 * Create workers, to be started.
	 * @param requests what is to be executed
	 * @param repository the repository of the jobs
	 * @param steps finds a step by the name that the manager's partitioner has for it
	 * @param count how many partitions this process executes at the same time
	 */
	public PartitionWorkers(PartitionRequests requests, JobRepository repository, StepLocator steps, int count) {
		Assert.isTrue(count > 0,
				() -> "count is " + count + ": give how many partitions are executed at the same time");
		this.requests = requests;
		this.repository = repository;
		this.handler.setJobRepository(repository);
		this.handler.setStepLocator(steps);
		this.count = count;
	}

	@Override
	public synchronized void start() {
		if (this.shift == null) {
			this.shift = new Shift();
			this.shift.start();
		}
	}

	@Override
	public void stop() {
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		stop(() -> stopped.complete(null));
		stopped.join();
	}

	@Override
	public synchronized void stop(Runnable callback) {
		if (this.shift != null) {
			this.shift.stop(callback);
			this.shift = null;
		}
		else {
			callback.run();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.shift != null;
	}

	private void execute(StepExecutionRequest request) {
		StepExecution execution = find(request);
		if (execution == null || !execution.getStatus().isRunning()) {
			logger.debug("Dropped " + request + ", which was executed or belongs to an execution that has ended");
			return;
		}
		logger.info("Executing " + execution.getStepName() + " of step execution " + execution.getId() + ", "
				+ execution.getReadCount() + " items read before");
		this.handler.handle(request);
		StepExecution ended = find(request);
		Assert.state(ended == null || !ended.getStatus().isRunning(),
				() -> "The end of step execution " + request.getStepExecutionId() + " could not be stored");
	}

	private @Nullable StepExecution find(StepExecutionRequest request) {
		return this.repository.getStepExecution(request.getStepExecutionId());
	}

	/**
	 * The workers from a start to a stop.
	 */
	private final class Shift {

		private final CountDownLatch stopped = new CountDownLatch(1);

		private final CompletableFuture<Void> ended = new CompletableFuture<>();

		private final AtomicInteger working = new AtomicInteger(PartitionWorkers.this.count);

		void start() {
			BackgroundExecutor threads = BackgroundExecutor.pooled("contacthub-partition-", PartitionWorkers.this.count,
					(task) -> task);
			for (int i = 0; i < PartitionWorkers.this.count; i++) {
				threads.execute(this::work);
			}
		}

		void stop(Runnable callback) {
			this.stopped.countDown();
			this.ended.thenRun(callback);
		}

		private void work() {
			try {
				long pause = 0;
				while (!this.stopped.await(pause, TimeUnit.MILLISECONDS)) {
					pause = executeNext();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				if (this.working.decrementAndGet() == 0) {
					this.ended.complete(null);
				}
			}
		}

		/**
		 * Execute what is requested next.
		 * @return how many milliseconds to wait then
		 */
		private long executeNext() {
			try {
				return PartitionWorkers.this.requests.receive(PartitionWorkers.this::execute) ? 0 : POLL_MILLIS;
			}
			catch (Exception ex) {
				logger.error("A partition is requested again, since it could not be executed, or no request be taken",
						ex);
				return POLL_AFTER_FAILURE_MILLIS;
			}
		}

	}

}
