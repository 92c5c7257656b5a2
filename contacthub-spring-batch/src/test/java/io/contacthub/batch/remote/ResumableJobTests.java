package io.contacthub.batch.remote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import io.contacthub.batch.JobRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.MessageChannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Runs a job of four partitions in one process, with the requests in PostgreSQL.
 */
@DisplayName("A job that is started again")
class ResumableJobTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final String name = "job" + NUMBER.incrementAndGet();

	private final List<Integer> written = Collections.synchronizedList(new ArrayList<>());

	private final AtomicInteger sent = new AtomicInteger();

	private volatile int sendAtMost = Integer.MAX_VALUE;

	private volatile IntConsumer onWrite = (item) -> {
	};

	private JobRuns jobs;

	private PartitionRequests requests;

	private PartitionWorkers workers;

	private TaskExecutorJobOperator operator;

	private Job job;

	private ResumableJob resumable;

	@BeforeAll
	static void startDatabase() {
		Database.start();
	}

	@BeforeEach
	void prepare() throws Exception {
		this.jobs = JobRuns.in(Database.dataSource());
		this.requests = new PartitionRequests(Database.dataSource(), this.name);
		this.requests.afterPropertiesSet();
		this.workers = workers(2);
		this.job = new JobBuilder(this.name, this.jobs.repository())
			.start(new RemotePartitioningManagerStepBuilder("manager", this.jobs.repository())
				.partitioner("write", ResumableJobTests::divide)
				.gridSize(4)
				.outputChannel(channel())
				.pollInterval(50)
				.build())
			.build();
		MapJobRegistry registry = new MapJobRegistry();
		registry.register(this.job);
		this.operator = new TaskExecutorJobOperator();
		this.operator.setJobRepository(this.jobs.repository());
		this.operator.setJobRegistry(registry);
		this.operator.afterPropertiesSet();
		this.resumable = new ResumableJob(this.operator, this.jobs.repository(), this.requests);
	}

	private PartitionWorkers workers(int count) {
		return new PartitionWorkers(this.requests, this.jobs.repository(), (step) -> new Partition(), count);
	}

	@AfterEach
	void stop() {
		this.workers.stop();
	}

	private static Map<String, ExecutionContext> divide(int count) {
		Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			contexts.put("part" + i, new ExecutionContext(Map.of("first", 10 * i)));
		}
		return contexts;
	}

	private MessageChannel channel() {
		return (message, timeout) -> {
			if (this.sent.incrementAndGet() > this.sendAtMost) {
				throw new IllegalStateException("The manager is dead");
			}
			return this.requests.channel().send(message, timeout);
		};
	}

	private JobExecution run() throws Exception {
		return this.resumable.run(this.job, new JobParameters());
	}

	/**
	 * Waits until the workers have removed their requests, which they do when the manager
	 * may know already that the partitions are complete.
	 */
	private void awaitNoRequest() throws InterruptedException {
		for (int polls = 0; this.requests.outstanding() > 0; polls++) {
			assertThat(polls).isLessThan(1000);
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

	private static List<Integer> numbers() {
		return IntStream.range(0, 40).boxed().toList();
	}

	@Test
	@DisplayName("is executed by workers, once")
	void executes() throws Exception {
		this.workers.start();
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.written).containsExactlyInAnyOrderElementsOf(numbers());
		awaitNoRequest();
		assertThatExceptionOfType(JobInstanceAlreadyCompleteException.class).isThrownBy(this::run);
	}

	@Test
	@DisplayName("sends the requests that a manager which died has not sent, and waits for those that it has")
	void resumesAfterManager() throws Exception {
		this.sendAtMost = 2;
		assertThat(run().getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.requests.outstanding()).isEqualTo(2);
		this.sendAtMost = Integer.MAX_VALUE;
		this.workers.start();
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.written).containsExactlyInAnyOrderElementsOf(numbers());
	}

	@Test
	@DisplayName("executes a partition again that has failed, and none that is complete")
	void resumesAfterFailure() throws Exception {
		this.workers.start();
		this.onWrite = (item) -> {
			if (item == 25) {
				throw new IllegalStateException("fails");
			}
		};
		assertThat(run().getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.written).hasSize(35);
		this.onWrite = (item) -> {
		};
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.written).containsExactlyInAnyOrderElementsOf(numbers());
	}

	@Test
	@DisplayName("drops a request that comes back although its partition is complete, since a connection was lost")
	void dropsRequestOfCompletePartition() throws Exception {
		this.onWrite = (item) -> {
			if (item == 15) {
				assertThat(cutOff()).isOne();
			}
		};
		this.workers = workers(1);
		this.workers.start();
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.written).containsExactlyInAnyOrderElementsOf(numbers());
		awaitNoRequest();
		assertThat(this.written).hasSize(40);
	}

	@Test
	@DisplayName("goes on at another worker when one is cut off, which only looks dead and writes one chunk more at most")
	void goesOnBehindCutOffWorker() throws Exception {
		CountDownLatch takenOver = new CountDownLatch(1);
		AtomicInteger times = new AtomicInteger();
		this.onWrite = (item) -> {
			if (item == 35 && times.incrementAndGet() == 1) {
				// all others are done, and the second worker has nothing to do
				awaitWritten(35);
				assertThat(cutOff()).isPositive();
				await(takenOver);
			}
			else if (item == 35) {
				takenOver.countDown();
			}
		};
		this.workers.start();
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		this.workers.stop();
		assertThat(this.written).containsAll(numbers()).hasSizeBetween(40, 45);
	}

	private void awaitWritten(int count) {
		for (int polls = 0; this.written.size() < count; polls++) {
			assertThat(polls).isLessThan(3000);
			try {
				TimeUnit.MILLISECONDS.sleep(10);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/**
	 * End the connections by which requests are taken, as the network may do.
	 */
	private static int cutOff() {
		return new JdbcTemplate(Database.dataSource())
			.queryForList("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
					+ " WHERE state = 'idle in transaction' AND query ILIKE '%INT_CHANNEL_MESSAGE%'")
			.size();
	}

	@Test
	@DisplayName("has one manager at a time, of those in its group")
	void hasOneManager() throws Exception {
		this.workers.start();
		try (ManagerLock lock = this.requests.lock()) {
			assertThat(lock).isNotNull();
			assertThatIllegalStateException().isThrownBy(this::run).withMessageContaining("'" + this.name + "'");
			new PartitionRequests(Database.dataSource(), "other").lock().close();
		}
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	@DisplayName("keeps a partition that is executed when its worker is stopped, and the rest for the next one")
	void stopsBetweenPartitions() throws Exception {
		CountDownLatch writing = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		this.onWrite = (item) -> {
			writing.countDown();
			await(stopped);
		};
		Thread manager = new Thread(() -> {
			try {
				run();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		manager.start();
		this.workers.start();
		assertThat(this.workers.isRunning()).isTrue();
		await(writing);
		CountDownLatch ended = new CountDownLatch(1);
		this.workers.stop(ended::countDown);
		assertThat(this.workers.isRunning()).isFalse();
		assertThat(ended.getCount()).isOne();
		stopped.countDown();
		await(ended);
		int executed = this.written.size();
		assertThat(executed).isIn(10, 20);
		this.workers.start();
		manager.join(30_000);
		assertThat(this.written).containsExactlyInAnyOrderElementsOf(numbers());
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A reader of ten numbers that goes on behind the last one that was committed.
	 */
	private static final class NumberReader implements ItemStreamReader<Integer> {

		private final int first;

		private int next;

		NumberReader(int first) {
			this.first = first;
		}

		@Override
		public void open(ExecutionContext context) {
			this.next = context.getInt("next", this.first);
		}

		@Override
		public Integer read() {
			return (this.next < this.first + 10) ? this.next++ : null;
		}

		@Override
		public void update(ExecutionContext context) {
			context.putInt("next", this.next);
		}

	}

	/**
	 * The step of the workers, which writes ten numbers.
	 */
	private final class Partition implements Step {

		@Override
		public void execute(StepExecution step) throws JobInterruptedException {
			int first = step.getExecutionContext().getInt("first");
			ResumableJobTests test = ResumableJobTests.this;
			new StepBuilder("write", test.jobs.repository()).<Integer, Integer>chunk(5)
				.transactionManager(test.jobs.transactionManager())
				.reader(new NumberReader(first))
				.writer((chunk) -> {
					chunk.forEach((item) -> test.onWrite.accept(item));
					test.written.addAll(chunk.getItems());
				})
				.build()
				.execute(step);
		}

	}

}
