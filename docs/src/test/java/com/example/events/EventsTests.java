package com.example.events;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.example.AbstractEmulatorTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.contacthub.event.context.GeneralContextInfo;
import io.contacthub.event.properties.AddedReward;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.event.properties.ViewedProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("The page on events")
class EventsTests extends AbstractEmulatorTests {

	private final EventReading reading = new EventReading(NODE.events());

	private Customer customer;

	@BeforeEach
	void store() {
		this.customer = NODE.customers()
			.insert(Customer.of(Map.of("base", Map.of("contacts", Map.of("email", "ann@example.com")))));
	}

	@Test
	@DisplayName("adds events that are read in the record of their type")
	void adds() {
		Event added = new OrderEvents(NODE.events()).completed(this.customer, "O1", new BigDecimal("12.50"),
				Instant.parse("2026-03-31T10:00:00Z"));
		Event event = NODE.events().getById(added.id());
		assertThat(this.reading.text(event)).isEqualTo("ordered for 12.50");
		assertThat(event.contextInfo().toMap()).containsEntry("store", Map.of("id", "it", "name", "Shop"));
		assertThat(this.reading.orders(this.customer.id())).singleElement().isEqualTo(event);
		assertThat(this.reading.text(Event.of(ViewedPage.builder().path("/").build()))).isEqualTo("looked at /");
		assertThat(this.reading.text(Event.of(ViewedProduct.builder().name("Lamp").build())))
			.isEqualTo("viewedProduct Lamp");
	}

	@Test
	@DisplayName("takes types that the workspace defines")
	void takesOwn() {
		assertThat(this.reading.own(this.customer.id())).isEqualTo(4);
		Event unknown = Event.of(EventType.of("bookedTable")).in(EventContext.WEB).by(this.customer);
		assertThat(this.reading.text(unknown)).isEqualTo("bookedTable []");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> NODE.events().add(unknown));
	}

	@Test
	@DisplayName("says what is refused before a request")
	void refuses() {
		Event login = Event.of(EventType.LOGGED_IN);
		assertThatIllegalArgumentException().isThrownBy(() -> NODE.events().add(login))
			.withMessageContaining("context");
		assertThatIllegalArgumentException().isThrownBy(() -> NODE.events().add(login.in(EventContext.WEB)))
			.withMessageContaining("owner");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NODE.events().add(login.in(EventContext.of("web")).by(this.customer)))
			.withMessageContaining("WEB");
		assertThatIllegalArgumentException().isThrownBy(() -> login.at(LocalDateTime.MIN));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NODE.events()
				.add(login.withProperties(ViewedPage.builder().build()).in(EventContext.WEB).by(this.customer)))
			.withMessageContaining("viewedPage");
		assertThatIllegalArgumentException().isThrownBy(() -> AddedReward.builder().build());
		Event owned = login.by(SessionId.random()).byExternalId("e").by(this.customer);
		assertThat(owned.withTracking((tracking) -> tracking.withGa((ga) -> ga.withUtmCampaign("spring")))
			.withContextInfo(GeneralContextInfo.builder().client((client) -> client.ip("::1").userAgent("x")).build())
			.toMap()).containsEntry("tracking", Map.of("ga", Map.of("utm_campaign", "spring")));
		assertThat(owned.toMap()).containsOnlyKeys("type", "customerId");
	}

	@Test
	@DisplayName("publishes events")
	void publishes() {
		List<Event> notSent = new ArrayList<>();
		try (EventPublisher publisher = EventPublisher.create(NODE.events(), EventPublisher.Settings.defaults(),
				(event, failure) -> notSent.add(event))) {
			new Publishing(publisher).loggedIn(this.customer.id());
			publisher.publish(Event.of(EventType.LOGGED_IN));
			assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
		}
		new Publishing.NotSent().notSent(notSent.get(0), null);
		assertThat(notSent).hasSize(1);
		assertThat(this.reading.all()).containsExactly(this.customer.id());
		assertThat(NODE.events().count(EventFilter.ofCustomer(this.customer.id()))).isEqualTo(1);
	}

}
