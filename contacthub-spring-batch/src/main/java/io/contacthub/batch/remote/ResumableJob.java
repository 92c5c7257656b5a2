package io.contacthub.batch.remote;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Start of a job whose partitions workers execute, that may be repeated: a job that was
 * begun before goes on, also when the process that managed it was killed.
 * <p>
 * The workers finish what is requested without a manager. So the next one waits until
 * they have, only then takes what is still said to be running for failed, and starts the
 * job again: partitions that are complete are left alone, the others go on behind their
 * last commit. What is counted by the step that manages the partitions, such as the items
 * read, is of the partitions of its own execution; the totals of a resumed job are the
 * sums over the step executions of all executions of the job instance.
 */
public class ResumableJob {

	private static final Log logger = LogFactory.getLog(ResumableJob.class);

	private static final long POLL_MILLIS = 500;

	private static final int POLLS_A_MINUTE = (int) (60_000 / POLL_MILLIS);

	private final JobOperator operator;

	private final JobRepository repository;

	private final PartitionRequests requests;

	/**
	 * Create a start of jobs.
	 * @param operator starts them
	 * @param repository the repository of the jobs
	 * @param requests the requests that they send
	 */
	public ResumableJob(JobOperator operator, JobRepository repository, PartitionRequests requests) {
		this.operator = operator;
		this.repository = repository;
		this.requests = requests;
	}

	/**
	 * Start the job, or go on with it, and wait for its end.
	 * @param job the job
	 * @param parameters its parameters, by which it is found again
	 * @return the execution that has ended, whatever became of it
	 * @throws JobExecutionException when it cannot be started, such as one that is
	 * complete
	 * @throws IllegalStateException when another process manages a job of the group at
	 * this time
	 */
	public JobExecution run(Job job, JobParameters parameters) throws JobExecutionException {
		ManagerLock lock = lock();
		try {
			JobExecution last = this.repository.getLastJobExecution(job.getName(), parameters);
			// one that is complete is refused by the operator
			return awaitEnd((last == null || last.getStatus() == BatchStatus.COMPLETED)
					? this.operator.start(job, parameters) : resume(last));
		}
		finally {
			lock.close();
		}
	}

	private ManagerLock lock() throws JobExecutionException {
		try {
			return this.requests.lock();
		}
		catch (SQLException ex) {
			throw new JobExecutionException("The database of partition requests fails", ex);
		}
	}

	private JobExecution resume(JobExecution last) throws JobExecutionException {
		if (isOpen(last)) {
			awaitWorkers(last);
			this.operator.recover(find(last));
		}
		return this.operator.restart(find(last));
	}

	private static boolean isOpen(JobExecution execution) {
		return execution.isRunning()
				|| execution.getStepExecutions().stream().anyMatch((step) -> step.getStatus().isRunning());
	}

	private void awaitWorkers(JobExecution last) throws JobInterruptedException {
		for (int polls = 0; this.requests.outstanding() > 0; polls++) {
			if (polls % POLLS_A_MINUTE == 0) {
				logger.info("Waiting for workers to finish " + this.requests.outstanding()
						+ " partitions before job execution " + last.getId() + " is resumed");
			}
			pause();
		}
	}

	private JobExecution awaitEnd(JobExecution started) throws JobInterruptedException {
		JobExecution execution = started;
		while (execution.isRunning()) {
			pause();
			execution = find(started);
		}
		return execution;
	}

	private JobExecution find(JobExecution execution) {
		JobExecution found = this.repository.getJobExecution(execution.getId());
		return (found != null) ? found : execution;
	}

	private static void pause() throws JobInterruptedException {
		try {
			TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new JobInterruptedException("Interrupted while waiting for partitions");
		}
	}

}
