package io.contacthub.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Divides events that are listed in any order.
 */
@DisplayName("The partitioner of events")
class EventRangePartitionerTests {

	private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

	private final JobRuns jobs = newJobs();

	private static JobRuns newJobs() {
		try {
			return new JobRuns();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@AfterEach
	void stop() {
		StepSynchronizationManager.release();
		this.jobs.close();
	}

	private void enterStep() {
		JobRepository repository = this.jobs.repository();
		JobParameters parameters = new JobParameters();
		JobExecution job = repository.createJobExecution(repository.createJobInstance("job", parameters), parameters,
				new ExecutionContext());
		StepExecution step = repository.createStepExecution("manager", job);
		StepSynchronizationManager.register(step);
	}

	private static List<Event> read(EventRepository events, ExecutionContext partition) {
		EventItemReader reader = new EventItemReaderBuilder().name("events").events(events).build();
		reader.open(partition);
		List<Event> read = new ArrayList<>();
		for (Event event = reader.read(); event != null; event = reader.read()) {
			read.add(event);
		}
		reader.close();
		return read;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@DisplayName("has each event read by one partition of about the same size, and divides once")
	void divides(boolean boundsBelong) {
		ListedEvents listed = new ListedEvents(new Random(1), boundsBelong);
		Random random = new Random(4);
		for (int i = 0; i < 1000; i++) {
			// most within an hour
			listed.add(START.plusMillis((i % 10 == 0) ? random.nextInt(2_000_000_000) : random.nextInt(3_600_000)));
		}
		EventRepository events = listed.repository();
		enterStep();
		EventRangePartitioner partitioner = new EventRangePartitioner(events, EventFilter.ofNode(),
				this.jobs.repository());
		Map<String, ExecutionContext> partitions = partitioner.partition(4);
		assertThat(partitions).containsOnlyKeys("events-0", "events-1", "events-2", "events-3");
		assertThat(listed.requests()).isLessThan(80);
		List<Event> read = new ArrayList<>();
		partitions.values().forEach((partition) -> {
			List<Event> part = read(events, partition);
			assertThat(part).hasSizeBetween(200, 300);
			read.addAll(part);
		});
		assertThat(read).containsExactlyElementsOf(listed.events().stream().sorted(EventWindows.ORDER).toList());
		listed.add(START);
		assertThat(partitioner.partition(4)).isEqualTo(partitions);
	}

	@Test
	@DisplayName("makes one partition of what cannot be divided")
	void dividesNothing() {
		ListedEvents listed = new ListedEvents(new Random(1), true);
		enterStep();
		EventRangePartitioner partitioner = new EventRangePartitioner(listed.repository(),
				EventFilter.ofNode().from(START), this.jobs.repository());
		assertThat(partitioner.partition(4)).hasSize(1);
		assertThat(listed.requests()).isOne();
	}

}
