package io.contacthub.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.support.SimplePartitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.TaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Reads customers of the emulator, also while they are changed.
 */
@DisplayName("The reader of customers")
class CustomerItemReaderTests {

	private static final int CHUNK = 40;

	private Emulated emulated;

	@BeforeEach
	void start() {
		this.emulated = new Emulated((settings) -> settings);
		this.emulated.register(0, 230);
	}

	@AfterEach
	void stop() {
		this.emulated.close();
	}

	private CustomerItemReaderBuilder builder() {
		return new CustomerItemReaderBuilder().name("customers").customers(this.emulated.node().customers());
	}

	private static List<String> readAll(CustomerItemReader reader, ExecutionContext context) {
		reader.open(context);
		List<String> ids = new ArrayList<>();
		for (Customer customer = reader.read(); customer != null; customer = reader.read()) {
			ids.add(customer.externalId());
		}
		reader.update(context);
		reader.close();
		return ids;
	}

	@Test
	@DisplayName("gives all of them once, and then no more")
	void readsAll() {
		ExecutionContext context = new ExecutionContext();
		assertThat(readAll(builder().build(), context)).hasSize(230).doesNotHaveDuplicates();
		assertThat(readAll(builder().build(), context)).isEmpty();
	}

	@Test
	@DisplayName("gives those of its query, with its fields")
	void readsQuery() {
		CustomerItemReader reader = builder().query(Query.where(CustomerFields.EXTERNAL_ID.eq("17")))
			.projection(Projection.of(CustomerFields.BASE.FIRST_NAME))
			.build();
		reader.open(new ExecutionContext());
		assertThat(reader.read()).satisfies((customer) -> {
			assertThat(customer.base().firstName()).isEqualTo("Name 17");
			assertThat(customer.base().contacts().email()).isNull();
		});
		assertThat(reader.read()).isNull();
		reader.close();
	}

	@Test
	@DisplayName("reads all again when it does not save its state")
	void doesNotSaveState() {
		ExecutionContext context = new ExecutionContext();
		assertThat(readAll(builder().saveState(false).build(), context)).hasSize(230);
		assertThat(context.isEmpty()).isTrue();
		assertThat(readAll(builder().saveState(false).build(), context)).hasSize(230);
	}

	@Test
	@DisplayName("goes on behind what was committed, though customers were changed, deleted and registered since")
	void restarts() throws Exception {
		List<String> read = new ArrayList<>();
		try (JobRuns jobs = new JobRuns()) {
			assertThat(jobs.run(copy(jobs, read, 137)).getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(read).hasSize(3 * CHUNK);
			changeCustomers(new HashSet<>(read));
			assertThat(jobs.run(copy(jobs, read, Integer.MAX_VALUE)).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
		assertThat(read).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, 300).mapToObj(String::valueOf).toList());
	}

	private void changeCustomers(Set<String> read) {
		int deleted = 0;
		for (Customer customer : this.emulated.customers()) {
			if (read.contains(customer.externalId()) && deleted++ < 60) {
				this.emulated.node().customers().delete(customer);
			}
			else {
				this.emulated.node()
					.customers()
					.patch(customer.id(), (patch) -> patch.set(CustomerFields.BASE.LAST_NAME, "changed"));
			}
		}
		this.emulated.register(230, 300);
	}

	private Step copy(JobRuns jobs, List<String> read, int failAt) {
		int[] count = { 0 };
		return new StepBuilder("copy", jobs.repository()).<Customer, String>chunk(CHUNK)
			.transactionManager(jobs.transactionManager())
			.reader(builder().build())
			.processor((customer) -> {
				if (++count[0] == failAt) {
					throw new IllegalStateException("fails");
				}
				return customer.externalId();
			})
			.writer((chunk) -> read.addAll(chunk.getItems()))
			.build();
	}

	@Test
	@DisplayName("says what is missing")
	void namesWhatIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CustomerItemReaderBuilder().name("x").build())
			.withMessageContaining("customers is null");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().name(" ").build())
			.withMessageContaining("name is missing");
		assertThatIllegalStateException().isThrownBy(() -> builder().build().read()).withMessageContaining("not open");
	}

	@Test
	@DisplayName("is for one step at a time, which may open it twice")
	void isForOneStep() {
		CustomerItemReader reader = builder().build();
		ExecutionContext context = new ExecutionContext();
		reader.open(context);
		assertThat(reader.read()).isNotNull();
		reader.open(context);
		assertThat(reader.read()).isNotNull();
		assertThatIllegalStateException().isThrownBy(() -> reader.open(new ExecutionContext()))
			.withMessageContaining("@StepScope");
		reader.close();
		reader.open(new ExecutionContext());
		reader.close();
	}

	@Test
	@DisplayName("stays open for its step when other steps, which were refused, close it")
	void staysOpen() throws Exception {
		List<String> read = new CopyOnWriteArrayList<>();
		CountDownLatch others = new CountDownLatch(2);
		TaskExecutor threads = (task) -> new Thread(() -> {
			task.run();
			others.countDown();
		}).start();
		try (JobRuns jobs = new JobRuns()) {
			Step partition = new StepBuilder("partition", jobs.repository()).<Customer, String>chunk(CHUNK)
				.transactionManager(jobs.transactionManager())
				.reader(builder().build())
				.processor((customer) -> {
					assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
					return customer.externalId();
				})
				.writer((chunk) -> read.addAll(chunk.getItems()))
				.build();
			JobExecution execution = jobs
				.run(new StepBuilder("partitions", jobs.repository()).partitioner("partition", new SimplePartitioner())
					.step(partition)
					.gridSize(3)
					.taskExecutor(threads)
					.build());
			assertThat(execution.getStepExecutions()).filteredOn((step) -> !step.getStepName().equals("partitions"))
				.extracting(StepExecution::getStatus)
				.containsExactlyInAnyOrder(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.FAILED);
			assertThat(execution.getAllFailureExceptions()).filteredOn(IllegalStateException.class::isInstance)
				.hasSize(2)
				.allSatisfy((ex) -> assertThat(ex).hasMessageContaining("@StepScope"));
		}
		assertThat(read).hasSize(230).doesNotHaveDuplicates();
	}

}
