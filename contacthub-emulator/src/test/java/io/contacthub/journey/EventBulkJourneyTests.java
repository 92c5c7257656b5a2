package io.contacthub.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkProgress;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is promised of many events at once, on the emulator.
 */
@DisplayName("With many events one can")
@Timeout(60)
class EventBulkJourneyTests extends JourneyTests {

	private static final Instant START = Instant.parse("2020-01-01T10:00:00Z");

	private static final BulkSettings SETTINGS = BulkSettings.defaults()
		.withConcurrency(8)
		.withPause(new PauseSettings(Duration.ofMillis(10), 2, Duration.ofMillis(100), 0.5));

	private Customer customer;

	@BeforeEach
	void addCustomer() {
		this.customer = node.customers().insert(Customer.builder().externalId("1").build());
	}

	@Test
	@DisplayName("add all of them, and find each once")
	void add() {
		assertThat(write(SETTINGS, 300).count(Kind.ACCEPTED)).isEqualTo(300);
		assertStored(300);
	}

	@Test
	@DisplayName("add all of them to a ContactHub that takes so many in a second, each once")
	void addToBusyContactHub() {
		emulator.switches(EmulatorSwitches.off().withRateLimit(60));
		assertThat(write(SETTINGS.withPause(SETTINGS.pause().withMaxInterval(Duration.ofSeconds(2))), 100)
			.count(Kind.ACCEPTED)).isEqualTo(100);
		emulator.switches(EmulatorSwitches.off());
		assertStored(100);
	}

	@Test
	@DisplayName("add them where one in ten answers is lost, and know of each whether it may be there")
	void addAtMostOnce() {
		emulator.switches(EmulatorSwitches.off().withFailureRate(0.1).withDisconnectRate(0.02));
		BulkProgress end = write(SETTINGS, 300);
		assertThat(end.count(Kind.FAILED) + end.count(Kind.ACCEPTED)).isEqualTo(300);
		emulator.switches(EmulatorSwitches.off());
		assertStored(end.count(Kind.ACCEPTED));
	}

	@Test
	@DisplayName("have all of them arrive where one in twenty answers is lost")
	void addAtLeastOnce() {
		emulator.switches(EmulatorSwitches.off().withFailureRate(0.05).withDisconnectRate(0.01));
		BulkSettings settings = SETTINGS.withDelivery(Delivery.AT_LEAST_ONCE);
		assertThat(write(settings, 300).count(Kind.ACCEPTED)).isGreaterThanOrEqualTo(299);
		emulator.switches(EmulatorSwitches.off());
		assertThat(node.events().count(EventFilter.ofCustomer(this.customer.id()))).isGreaterThanOrEqualTo(299);
	}

	@Test
	@DisplayName("stop in the middle, and go on with those that were not added, without one that is missing or twice")
	void goOn() {
		List<Event> events = events(300);
		Set<Event> left = new LinkedHashSet<>(events);
		try (BulkRun<Event> run = node.events().bulk(SETTINGS).write(events)) {
			for (BulkOutcome<Event> outcome : run) {
				if (outcome.kind() == Kind.ACCEPTED) {
					left.remove(outcome.item());
				}
				if (left.size() == 200) {
					run.stop();
				}
			}
		}
		assertThat(left).hasSizeBetween(100, 200);
		assertStored(300 - left.size());
		try (BulkRun<Event> run = node.events().bulk(SETTINGS).write(left)) {
			assertThat(run.complete().count(Kind.ACCEPTED)).isEqualTo(left.size());
		}
		assertStored(300);
	}

	private BulkProgress write(BulkSettings settings, int number) {
		try (BulkRun<Event> run = node.events().bulk(settings).write(events(number))) {
			return run.complete();
		}
	}

	private List<Event> events(int number) {
		return IntStream.range(0, number)
			.mapToObj((
					i) -> Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(this.customer).at(START.plusSeconds(i)))
			.toList();
	}

	private void assertStored(long number) {
		List<Instant> dates = node.events()
			.stream(EventFilter.ofCustomer(this.customer.id()))
			.map(Event::date)
			.toList();
		assertThat(dates).hasSize((int) number).doesNotHaveDuplicates();
	}

}
