package io.contacthub.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Writes events to the emulator, by a step.
 */
@DisplayName("The writer of events")
class EventItemWriterTests {

	@Test
	@DisplayName("sends each event once, and skips what is refused")
	void sends() throws Exception {
		try (Emulated emulated = new Emulated((settings) -> settings); JobRuns jobs = new JobRuns()) {
			emulated.register(0, 1);
			String customerId = emulated.customers().get(0).id();
			Event good = Event.of(EventType.LOGGED_IN).in(EventContext.OTHER).byCustomerId(customerId);
			Event bad = Event.of(EventType.of("unheardOf")).in(EventContext.OTHER).byCustomerId(customerId);
			List<Event> input = Stream.concat(Stream.generate(() -> good).limit(70), Stream.of(bad)).toList();
			List<Event> skipped = new ArrayList<>();
			EventItemWriter writer = new EventItemWriterBuilder().events(emulated.node().events())
				.settings(BulkSettings.defaults().withConcurrency(4))
				.skipLimit(1)
				.skipListener(new SkipListener<Object, Event>() {
					@Override
					public void onSkipInWrite(Event item, Throwable failure) {
						skipped.add(item);
					}
				})
				.build();
			StepExecution step = JobRuns
				.step(jobs.run(new StepBuilder("send", jobs.repository()).<Event, Event>chunk(32)
					.transactionManager(jobs.transactionManager())
					.reader(new ListItemReader<>(input))
					.writer(writer)
					.build()));
			assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(step.getWriteCount()).isEqualTo(70);
			assertThat(skipped).containsExactly(bad);
			assertThat(emulated.emulator()
				.wireMock()
				.find(WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events")))
				.size()).isEqualTo(71);
			try (Stream<Event> events = emulated.node().events().stream(EventFilter.ofNode())) {
				assertThat(events).hasSize(70);
			}
		}
	}

	@Test
	@DisplayName("says what is missing")
	void namesWhatIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new EventItemWriterBuilder().build())
			.withMessageContaining("events is null");
	}

}
