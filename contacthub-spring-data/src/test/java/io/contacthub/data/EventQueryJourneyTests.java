package io.contacthub.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ViewedPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for repositories of events on the emulator.
 */
@DisplayName("A repository of events that is declared as an interface")
class EventQueryJourneyTests {

	private static final int VIEWS = 60;

	private static EmulatedRepositories emulated;

	private static Visits visits;

	private static String visitor;

	@BeforeAll
	static void start() {
		emulated = new EmulatedRepositories(0);
		visits = emulated.repository(Visits.class);
		visitor = emulated.node().customers().insert(Customer.builder().externalId("1").build()).id();
		String other = emulated.node().customers().insert(Customer.builder().externalId("2").build()).id();
		for (int day = 0; day < VIEWS; day++) {
			visits.save(view(visitor, day));
		}
		visits.save(view(other, 3));
	}

	private static Event view(String customer, int day) {
		return Event.of(ViewedPage.builder().url("https://example.com/" + day).build())
			.in((day % 2 == 0) ? EventContext.WEB : EventContext.MOBILE)
			.byCustomerId(customer)
			.withDate(date(day));
	}

	private static Instant date(int day) {
		return Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * day);
	}

	@AfterAll
	static void stop() {
		emulated.close();
	}

	@BeforeEach
	void forget() {
		emulated.forgetRequests();
	}

	@Test
	@DisplayName("finds those of a customer, a type and a time")
	void byCustomerTypeAndDate() {
		Page<Event> found = visits.findByCustomerIdAndTypeAndDateBetween(visitor, EventType.VIEWED_PAGE, date(10),
				date(20), PageRequest.of(0, 50));
		assertThat(found).extracting(Event::date)
			.contains(date(11), date(19))
			.allSatisfy((date) -> assertThat(date).isBetween(date(10), date(20)));
		assertThat(emulated.parameter("customerId")).isEqualTo(visitor);
		assertThat(emulated.parameter("type")).isEqualTo("viewedPage");
		assertThat(emulated.parameter("dateFrom")).startsWith("2026-01-11T12:00");
		assertThat(emulated.parameter("dateTo")).startsWith("2026-01-21T12:00");
	}

	@Test
	@DisplayName("finds those in some contexts, from some day on or until one")
	void byContexts() {
		assertThat(visits.findByContextInAndDateGreaterThanEqual(List.of("WEB", "OTHER"), LocalDate.of(2026, 2, 20)))
			.hasSize(IntStream.range(50, VIEWS).filter((day) -> day % 2 == 0).toArray().length);
		assertThat(emulated.parameter("context")).isEqualTo("WEB,OTHER");
		assertThat(visits.findByTypeAndDateBefore("viewedPage", "2026-01-02T00:00:00Z")).hasSize(1);
	}

	@Test
	@DisplayName("gives all pages of them in the order asked for")
	void ordered() {
		assertThat(visits.findByCustomerIdOrderByDateDesc(visitor)).extracting(Event::date)
			.isEqualTo(IntStream.range(0, VIEWS)
				.map((day) -> VIEWS - 1 - day)
				.mapToObj(EventQueryJourneyTests::date)
				.toList());
		assertThat(emulated.requests()).hasSize(2);
		emulated.forgetRequests();
		try (Stream<Event> newest = visits.findByCustomerId(visitor, Sort.by("date").descending())) {
			assertThat(newest.findFirst()).get().extracting(Event::date).isEqualTo(date(VIEWS - 1));
		}
		assertThat(emulated.requests()).hasSize(1);
		assertThat(visits.findFirst2ByCustomerIdOrderByDate(visitor)).extracting(Event::date)
			.containsExactly(date(0), date(1));
	}

	@Test
	@DisplayName("counts, and tells whether there is any")
	void counts() {
		assertThat(visits.count()).isEqualTo(VIEWS + 1);
		assertThat(visits.countByCustomerId(visitor)).isEqualTo(VIEWS);
		assertThat(visits.existsByCustomerIdAndType(visitor, EventType.OPENED_TICKET)).isFalse();
		assertThat(visits.existsByCustomerIdAndType(visitor, EventType.VIEWED_PAGE)).isTrue();
	}

	@Test
	@DisplayName("shows only what an interface has")
	void projections() {
		assertThat(visits.findViewByCustomerId(visitor, PageRequest.of(0, 5))).hasSize(5)
			.allSatisfy((view) -> assertThat(view.getContext()).isIn(EventContext.WEB, EventContext.MOBILE));
	}

	@Test
	@DisplayName("reads and deletes one")
	void basicMethods() {
		Event stored = visits.findByTypeAndDateBefore("viewedPage", "2026-01-02T00:00:00Z").get(0);
		assertThat(visits.findById(stored.id())).contains(stored);
		Event again = visits.save(view(visitor, -400));
		assertThat(again).isNotNull();
		Event old = visits.findByTypeAndDateBefore("viewedPage", "2025-01-01T00:00:00Z").get(0);
		visits.delete(old);
		assertThat(visits.existsById(old.id())).isFalse();
	}

	@Test
	@DisplayName("finds nothing, and asks nothing, by one of no values")
	void emptyCollections() {
		assertThat(visits.findByContextInAndDateGreaterThanEqual(List.of(), LocalDate.EPOCH)).isEmpty();
		assertThat(emulated.requests()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> visits.findByCustomerId(visitor, Sort.by("customer")))
			.withMessageContaining("customer");
	}

	interface Visits extends ContactHubRepository<Event> {

		Page<Event> findByCustomerIdAndTypeAndDateBetween(String customerId, EventType type, Instant from, Instant to,
				Pageable pageable);

		List<Event> findByContextInAndDateGreaterThanEqual(List<String> contexts, LocalDate day);

		List<Event> findByTypeAndDateBefore(String type, String date);

		List<Event> findByCustomerIdOrderByDateDesc(String id);

		Stream<Event> findByCustomerId(String id, Sort sort);

		List<Event> findFirst2ByCustomerIdOrderByDate(String id);

		long countByCustomerId(String id);

		boolean existsByCustomerIdAndType(String id, EventType type);

		Page<View> findViewByCustomerId(String id, Pageable pageable);

	}

	/**
	 * Some of an event.
	 */
	interface View {

		EventContext getContext();

	}

}
