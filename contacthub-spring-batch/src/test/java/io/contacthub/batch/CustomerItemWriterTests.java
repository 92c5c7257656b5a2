package io.contacthub.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerChange;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.error.CustomerConflictException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.skip.SkipLimitExceededException;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Writes customers to the emulator, by steps.
 */
@DisplayName("The writer of customers")
class CustomerItemWriterTests {

	private static final int COUNT = 100;

	private Emulated emulated;

	private JobRuns jobs;

	private final List<String> skipped = new ArrayList<>();

	private final SkipListener<Object, Customer> listener = new SkipListener<>() {
		@Override
		public void onSkipInWrite(Customer item, Throwable failure) {
			CustomerItemWriterTests.this.skipped.add(item.externalId());
		}
	};

	@BeforeEach
	void start() throws Exception {
		this.emulated = new Emulated((settings) -> settings);
		this.jobs = new JobRuns();
	}

	@AfterEach
	void stop() {
		this.jobs.close();
		this.emulated.close();
	}

	private CustomerItemWriterBuilder<Customer> inserting() {
		return new CustomerItemWriterBuilder<Customer>().customers(this.emulated.node().customers())
			.write(CustomerWrite.insert());
	}

	private ChunkOrientedStepBuilder<Customer, Customer> step(CustomerItemWriter<Customer> writer) {
		List<Customer> input = IntStream.range(0, COUNT).mapToObj(Emulated::customer).toList();
		return new StepBuilder("write", this.jobs.repository()).<Customer, Customer>chunk(20)
			.transactionManager(this.jobs.transactionManager())
			.reader(new ListItemReader<>(input))
			.writer(writer);
	}

	private StepExecution run(Step step) throws Exception {
		return JobRuns.step(this.jobs.run(step));
	}

	private static Throwable failure(StepExecution step) {
		assertThat(step.getFailureExceptions()).hasSize(1);
		return step.getFailureExceptions().get(0).getCause();
	}

	private int posts() {
		return this.emulated.emulator()
			.wireMock()
			.find(WireMock.postRequestedFor(WireMock.urlPathMatching(".*/customers")))
			.size();
	}

	private void answer(int number, ResponseDefinitionBuilder answer) {
		this.emulated.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/customers"))
				.withRequestBody(WireMock.matchingJsonPath("$[?(@.externalId == '" + number + "')]"))
				.willReturn(answer));
	}

	@Test
	@DisplayName("skips what is refused, tells of it, and has the step count it")
	void skips() throws Exception {
		this.emulated.register(30, 47);
		this.emulated.emulator().wireMock().resetRequests();
		StepExecution step = run(step(inserting().skipLimit(17).skipListener(this.listener).build()).build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(step.getReadCount()).isEqualTo(COUNT);
		assertThat(step.getWriteCount()).isEqualTo(COUNT - 17);
		assertThat(step.getWriteSkipCount()).isEqualTo(17);
		assertThat(step.getRollbackCount()).isZero();
		assertThat(this.skipped).containsExactlyElementsOf(IntStream.range(30, 47).mapToObj(String::valueOf).toList());
		assertThat(posts()).isEqualTo(COUNT);
		assertThat(this.emulated.customers()).hasSize(COUNT);
	}

	@Test
	@DisplayName("fails the step by one refused item more than it may skip, and behind those that were committed")
	void limitsSkips() throws Exception {
		this.emulated.register(30, 47);
		StepExecution step = run(step(inserting().skipLimit(12).build()).build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(failure(step)).isInstanceOfSatisfying(SkipLimitExceededException.class, (ex) -> {
			assertThat(ex.getSkipLimit()).isEqualTo(12);
			assertThat(ex).hasCauseInstanceOf(CustomerConflictException.class);
		});
		assertThat(step.getCommitCount()).isEqualTo(2);
	}

	@Test
	@DisplayName("fails the step by the first refused item, as long as it may skip none")
	void skipsNone() throws Exception {
		this.emulated.register(30, 31);
		StepExecution step = run(step(inserting().build()).build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(failure(step)).isInstanceOf(CustomerConflictException.class);
	}

	@Test
	@DisplayName("writes nothing twice though the step writes its chunks again, item by item")
	void toleratesFaultTolerantSteps() throws Exception {
		this.emulated.register(30, 47);
		this.emulated.emulator().wireMock().resetRequests();
		StepExecution step = run(step(inserting().build()).faultTolerant()
			.retry(TransientDataAccessException.class)
			.retryLimit(2)
			.skip(DataIntegrityViolationException.class)
			.skipLimit(17)
			.skipListener(this.listener)
			.build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(step.getWriteSkipCount()).isEqualTo(17);
		assertThat(this.skipped).hasSize(17);
		assertThat(posts()).isEqualTo(COUNT);
		assertThat(this.emulated.customers()).hasSize(COUNT);
	}

	@Test
	@DisplayName("sends no item again that ContactHub may have, and skips it")
	void sendsAtMostOnce() throws Exception {
		answer(25, WireMock.status(504));
		StepExecution step = run(step(inserting().skipLimit(1).skipListener(this.listener).build()).faultTolerant()
			.retry(TransientDataAccessException.class)
			.retryLimit(2)
			.build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.skipped).containsExactly("25");
		assertThat(posts()).isEqualTo(COUNT);
	}

	@Test
	@DisplayName("leaves an item open that may be sent again, and fails the step")
	void leavesOpen() throws Exception {
		answer(25, WireMock.status(504));
		BulkSettings settings = BulkSettings.defaults()
			.withDelivery(Delivery.AT_LEAST_ONCE)
			.withPause(new PauseSettings(Duration.ofMillis(10), 1, Duration.ofMillis(10), 0));
		StepExecution step = run(step(inserting().settings(settings).skipLimit(COUNT).build()).build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(step.getWriteSkipCount()).isZero();
		assertThat(failure(step)).isInstanceOf(TransientDataAccessException.class);
	}

	@Test
	@DisplayName("sends only what is open when the step tries a chunk again")
	void sendsOpenOnly() throws Exception {
		answer(25, WireMock.status(504));
		BulkSettings settings = BulkSettings.defaults()
			.withDelivery(Delivery.AT_LEAST_ONCE)
			.withPause(new PauseSettings(Duration.ofMillis(10), 1, Duration.ofMillis(10), 0));
		StepExecution step = run(step(inserting().settings(settings).build()).faultTolerant()
			.retry(TransientDataAccessException.class)
			.retryLimit(2)
			.build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
		long open = this.emulated.emulator()
			.wireMock()
			.find(WireMock.postRequestedFor(WireMock.urlPathMatching(".*/customers"))
				.withRequestBody(WireMock.matchingJsonPath("$[?(@.externalId == '25')]")))
			.size();
		assertThat(open).isGreaterThan(3);
		assertThat(posts()).isEqualTo(40 - 1 + open);
	}

	@Test
	@DisplayName("skips nothing when ContactHub takes nothing at all")
	void stops() throws Exception {
		this.emulated.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/customers")).willReturn(WireMock.status(403)));
		StepExecution step = run(step(inserting().skipLimit(COUNT).skipListener(this.listener).build()).build());
		assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(failure(step)).isInstanceOf(BulkStoppedException.class);
		assertThat(this.skipped).isEmpty();
	}

	@Test
	@DisplayName("patches too")
	void patches() throws Exception {
		this.emulated.register(0, 10);
		List<CustomerChange> changes = this.emulated.customers()
			.stream()
			.map((customer) -> new CustomerChange(customer.id(),
					CustomerPatch.builder().set(CustomerFields.BASE.LAST_NAME, "Patched").build()))
			.toList();
		JobExecution job = this.jobs
			.run(new StepBuilder("patch", this.jobs.repository()).<CustomerChange, CustomerChange>chunk(20)
				.transactionManager(this.jobs.transactionManager())
				.reader(new ListItemReader<>(changes))
				.writer(new CustomerItemWriterBuilder<CustomerChange>().customers(this.emulated.node().customers())
					.write(CustomerWrite.patch())
					.build())
				.build());
		assertThat(job.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.emulated.customers()).allMatch((customer) -> customer.base().lastName().equals("Patched"));
	}

	@Test
	@DisplayName("says what is missing")
	void namesWhatIsMissing() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CustomerItemWriterBuilder<Customer>().write(CustomerWrite.upsert()).build())
			.withMessageContaining("customers is null");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new CustomerItemWriterBuilder<Customer>().customers(this.emulated.node().customers()).build())
			.withMessageContaining("write is null");
		assertThatIllegalArgumentException().isThrownBy(() -> inserting().skipLimit(-1).build())
			.withMessageContaining("skipLimit is -1");
	}

}
