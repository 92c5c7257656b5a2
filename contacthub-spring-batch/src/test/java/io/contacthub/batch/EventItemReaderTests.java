package io.contacthub.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Reads events that are listed in any order, and those of the emulator.
 */
@DisplayName("The reader of events")
class EventItemReaderTests {

	private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

	private static final EventFilter ALL = EventFilter.ofNode().to(START.plusSeconds(100_000_000));

	private static EventItemReader reader(EventRepository events, EventFilter filter) {
		return new EventItemReaderBuilder().name("events").events(events).filter(filter).build();
	}

	private static List<Event> readAll(EventItemReader reader) {
		reader.open(new ExecutionContext());
		List<Event> read = new ArrayList<>();
		for (Event event = reader.read(); event != null; event = reader.read()) {
			read.add(event);
		}
		reader.close();
		return read;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@DisplayName("gives each event once, in the order of the dates, whether bounds belong to a filter or not")
	void readsAll(boolean boundsBelong) {
		ListedEvents listed = new ListedEvents(new Random(1), boundsBelong);
		Random random = new Random(2);
		// some over months, most within a minute, and many in the same millisecond
		for (int i = 0; i < 300; i++) {
			listed.add(START.plusSeconds(random.nextInt(10_000_000)));
			listed.add(START.plusSeconds(5_000_000).plusMillis(random.nextInt(60_000)));
			listed.add(START.plusSeconds(5_000_000).plusMillis(30_000).plusNanos(random.nextInt(3_000_000)));
		}
		List<Event> read = readAll(reader(listed.repository(), ALL));
		assertThat(read).containsExactlyElementsOf(listed.events().stream().sorted(EventWindows.ORDER).toList());
	}

	@Test
	@DisplayName("asks about three times for two pages of events that are spread evenly")
	void asksSeldom() {
		ListedEvents listed = new ListedEvents(new Random(1), true);
		Random random = new Random(3);
		for (int i = 0; i < 5000; i++) {
			listed.add(START.plusMillis((long) (random.nextDouble() * 10_000_000_000L)));
		}
		assertThat(readAll(reader(listed.repository(), ALL.from(START)))).hasSize(5000);
		assertThat(listed.requests()).isBetween(101, 165);
	}

	@Test
	@DisplayName("gives what happened from the beginning of the filter on and before its end")
	void readsRange() {
		ListedEvents listed = new ListedEvents(new Random(1), true);
		for (int i = 0; i < 10; i++) {
			listed.add(START.plusMillis(i));
		}
		EventFilter filter = EventFilter.ofNode().from(START.plusMillis(2)).to(START.plusMillis(7));
		assertThat(readAll(reader(listed.repository(), filter))).extracting(Event::date)
			.containsExactlyElementsOf(Stream.of(2, 3, 4, 5, 6).map(START::plusMillis).toList());
	}

	@Test
	@DisplayName("goes on behind what was committed, and ends where it was to end at first")
	void restarts() throws Exception {
		try (Emulated emulated = new Emulated((settings) -> settings); JobRuns jobs = new JobRuns()) {
			emulated.register(0, 1);
			String customerId = emulated.customers().get(0).id();
			List<Event> sent = new ArrayList<>();
			Consumer<Instant> send = (date) -> sent.add(emulated.node()
				.events()
				.add(Event.of(EventType.LOGGED_IN).in(EventContext.OTHER).byCustomerId(customerId).at(date)));
			for (int i = 0; i < 150; i++) {
				send.accept(START.plusSeconds(i / 3));
			}
			List<Event> read = new ArrayList<>();
			assertThat(jobs.run(step(jobs, emulated, read, 57)).getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(read).hasSize(40);
			emulated.node().events().deleteById(read.get(10).id());
			send.accept(START.plusSeconds(1));
			send.accept(Instant.now().plusSeconds(3600));
			assertThat(jobs.run(step(jobs, emulated, read, Integer.MAX_VALUE)).getStatus())
				.isEqualTo(BatchStatus.COMPLETED);
			assertThat(read).extracting(Event::date)
				.containsExactlyElementsOf(sent.subList(0, 150).stream().map(Event::date).toList());
			assertThat(read).extracting(Event::id).doesNotHaveDuplicates();
		}
	}

	private static Step step(JobRuns jobs, Emulated emulated, List<Event> read, int failAt) {
		int[] count = { 0 };
		return new StepBuilder("copy", jobs.repository()).<Event, Event>chunk(20)
			.transactionManager(jobs.transactionManager())
			.reader(reader(emulated.node().events(), EventFilter.ofNode()))
			.processor((event) -> {
				if (++count[0] == failAt) {
					throw new IllegalStateException("fails");
				}
				return event;
			})
			.writer((chunk) -> read.addAll(chunk.getItems()))
			.build();
	}

	@Test
	@DisplayName("stays open for its step when another one closes it, and is closed by its own or outside of any")
	void staysOpen() {
		ListedEvents listed = new ListedEvents(new Random(1), true);
		listed.add(START);
		EventItemReader reader = reader(listed.repository(), ALL);
		JobExecution job = new JobExecution(1, new JobInstance(1, "job"), new JobParameters());
		StepExecution own = new StepExecution(101, "own", job);
		StepExecution other = new StepExecution(102, "other", job);
		within(own, () -> reader.open(new ExecutionContext()));
		within(other, () -> {
			assertThatIllegalStateException().isThrownBy(() -> reader.open(new ExecutionContext()))
				.withMessageContaining("@StepScope");
			reader.close();
			assertThatIllegalStateException().isThrownBy(() -> reader.open(new ExecutionContext()));
		});
		within(own, () -> {
			assertThat(reader.read()).isNotNull();
			reader.close();
		});
		within(other, () -> reader.open(new ExecutionContext()));
		reader.close();
		within(own, () -> {
			reader.open(new ExecutionContext());
			reader.close();
		});
	}

	private static void within(StepExecution step, Runnable action) {
		StepSynchronizationManager.register(step);
		try {
			action.run();
		}
		finally {
			StepSynchronizationManager.release();
		}
	}

	@Test
	@DisplayName("says what is missing")
	void namesWhatIsMissing() {
		EventRepository events = new ListedEvents(new Random(1), true).repository();
		assertThatIllegalArgumentException().isThrownBy(() -> new EventItemReaderBuilder().name("x").build())
			.withMessageContaining("events is null");
		assertThatIllegalArgumentException().isThrownBy(() -> new EventItemReaderBuilder().events(events).build())
			.withMessageContaining("name is missing");
		assertThatIllegalStateException().isThrownBy(() -> reader(events, ALL).read())
			.withMessageContaining("not open");
		assertThat(new EventItemReaderBuilder().events(events).saveState(false).build()).isNotNull();
	}

}
