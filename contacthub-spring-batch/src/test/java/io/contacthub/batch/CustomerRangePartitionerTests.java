package io.contacthub.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.contacthub.customer.Customer;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Reads the customers of the emulator by several partitions.
 */
@DisplayName("The partitioner of customers")
class CustomerRangePartitionerTests {

	@Test
	@DisplayName("has each customer read by one partition, and the rest by the same ranges after a failure")
	void dividesOnce() throws Exception {
		try (Emulated emulated = new Emulated((settings) -> settings); JobRuns jobs = new JobRuns()) {
			IntStream.range(0, 10).forEach((i) -> emulated.register(20 * i, 20 * i + 20));
			List<String> read = Collections.synchronizedList(new ArrayList<>());
			Partitions partitions = new Partitions(jobs, emulated, read);
			partitions.failures.set(2);
			assertThat(jobs.run(partitions.manager()).getStatus()).isEqualTo(BatchStatus.FAILED);
			int before = read.size();
			assertThat(before).isBetween(1, 199);
			List<Object> ranges = partitions.ranges();
			assertThat(ranges).hasSizeGreaterThan(2);
			emulated.register(200, 400);
			assertThat(jobs.run(partitions.manager()).getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(partitions.ranges()).isEqualTo(ranges);
			assertThat(read).doesNotHaveDuplicates()
				.containsAll(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
		}
	}

	@Test
	@DisplayName("divides only where the ranges can be kept")
	void isForSteps() {
		try (Emulated emulated = new Emulated((settings) -> settings)) {
			JobRepository repository = new ResourcelessJobRepository();
			assertThatIllegalStateException()
				.isThrownBy(() -> new CustomerRangePartitioner(emulated.node().customers(), Query.all(), repository)
					.partition(4))
				.withMessageContaining("by a step");
		}
	}

	/**
	 * A step that reads partitions, of which some fail in their second chunk.
	 */
	private static final class Partitions implements Step {

		private final JobRuns jobs;

		private final Emulated emulated;

		private final List<String> read;

		private final AtomicInteger failures = new AtomicInteger();

		Partitions(JobRuns jobs, Emulated emulated, List<String> read) {
			this.jobs = jobs;
			this.emulated = emulated;
			this.read = read;
		}

		@Override
		public String getName() {
			return "copy";
		}

		Step manager() {
			return new StepBuilder("manager", this.jobs.repository())
				.partitioner("copy",
						new CustomerRangePartitioner(this.emulated.node().customers(), Query.all(),
								this.jobs.repository()))
				.step(this)
				.gridSize(4)
				.taskExecutor(new SimpleAsyncTaskExecutor())
				.build();
		}

		List<Object> ranges() {
			return IntStream.range(0, 4)
				.mapToObj((i) -> this.jobs.repository()
					.getLastStepExecution(this.jobs.repository().getLastJobInstance("job"), "copy:customers-" + i))
				.filter((step) -> step != null)
				.map((step) -> step.getExecutionContext().get("contacthub.range"))
				.toList();
		}

		@Override
		public void execute(StepExecution step) throws JobInterruptedException {
			int[] chunks = { 0 };
			new StepBuilder("copy", this.jobs.repository()).<Customer, Customer>chunk(10)
				.transactionManager(this.jobs.transactionManager())
				.reader(new CustomerItemReaderBuilder().name("customers")
					.customers(this.emulated.node().customers())
					.build())
				.writer((chunk) -> {
					if (++chunks[0] == 2 && this.failures.getAndDecrement() > 0) {
						throw new IllegalStateException("fails");
					}
					chunk.forEach((customer) -> this.read.add(customer.externalId()));
				})
				.build()
				.execute(step);
		}

	}

}
