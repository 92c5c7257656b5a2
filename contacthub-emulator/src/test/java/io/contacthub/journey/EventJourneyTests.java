package io.contacthub.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventMode;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.event.properties.LoggedIn;
import io.contacthub.event.properties.RepliedTicket;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the manual promises of events, on the emulator.
 */
@DisplayName("With events one can")
class EventJourneyTests extends JourneyTests {

	private static final Instant YESTERDAY = Instant.parse("2020-01-01T10:00:00Z");

	private static final Instant TODAY = Instant.parse("2020-01-02T10:00:00Z");

	@Test
	@DisplayName("S134 S136 S143 S144 S153 S164 add them to a customer and read them")
	void addAndRead() {
		Customer customer = addCustomer();
		Event added = node.events()
			.add(Event.of(FormCompiled.builder().formName("signup").data(JsonObject.of("answer", 42)).build())
				.in(EventContext.WEB)
				.by(customer));
		Event read = node.events().getById(added.id());
		assertThat(read.customerId()).isEqualTo(customer.id());
		assertThat(read.properties()).isEqualTo(added.properties());
		assertThat(node.customer(customer).events(PageRequest.of(0, 10))).containsExactly(read);
	}

	@Test
	@DisplayName("S154 S155 S156 S157 S158 S159 S160 S161 find them by type, context, mode and time, page by page")
	void find() {
		Customer customer = addCustomer();
		add(Event.of(LoggedIn.builder().build()).in(EventContext.WEB).by(customer), YESTERDAY);
		add(Event.of(ViewedPage.builder().title("t").build()).in(EventContext.MOBILE).by(customer), TODAY);
		add(Event.of(RepliedTicket.builder().text("t").build()).in(EventContext.CONTACT_CENTER).by(customer), TODAY);
		add(Event.of(LoggedIn.builder().build()).in(EventContext.WEB).by(addCustomer()), TODAY);
		EventFilter all = EventFilter.ofCustomer(customer.id());
		assertThat(find(all)).hasSize(3);
		assertThat(find(all.types(EventType.LOGGED_IN, EventType.VIEWED_PAGE))).hasSize(2);
		assertThat(find(all.contexts(EventContext.MOBILE))).containsExactly(EventType.VIEWED_PAGE);
		assertThat(find(all.mode(EventMode.PASSIVE))).containsExactly(EventType.REPLIED_TICKET);
		assertThat(find(all.from(TODAY.minusSeconds(1)))).hasSize(2);
		assertThat(find(all.to(YESTERDAY.plusSeconds(1)))).containsExactly(EventType.LOGGED_IN);
		assertThat(find(all.mode(EventMode.ACTIVE).contexts(EventContext.WEB))).containsExactly(EventType.LOGGED_IN);
		assertThat(find(EventFilter.ofNode())).hasSize(4);
		assertThat(node.events().find(all, PageRequest.of(1, 2))).hasSize(1);
	}

	@Test
	@DisplayName("S152 add them to a customer of whom only the external id is known, or not even that")
	void addByExternalId() {
		Customer known = node.customers().insert(Customer.builder().externalId("known").build());
		node.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byExternalId("known"));
		assertThat(node.customer(known).events(PageRequest.of(0, 10))).hasSize(1);
		node.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byExternalId("new"));
		assertThat(node.customers().findByExternalId("new")).isPresent();
	}

	@Test
	@DisplayName("S138 add them in types that the workspace defines, and in no others")
	void addOwnTypes() {
		try (ContactHubEmulator own = ContactHubEmulator.builder().eventTypes("teleported").start()) {
			Node ownNode = connect(own);
			Customer customer = ownNode.customers().insert(Customer.builder().externalId("1").build());
			Event event = Event.of(EventType.of("teleported"))
				.in(EventContext.OTHER)
				.by(customer)
				.withProperties(FreeEventProperties.of("from", "here", "light-years", new BigDecimal("4.20")));
			Event read = ownNode.events().getById(ownNode.events().add(event).id());
			assertThat(read.properties()).isEqualTo(event.properties());
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> ownNode.events().add(event.withType(EventType.of("telported"))))
				.withMessageContaining("unknown event type at /type");
		}
	}

	@Test
	@DisplayName("S153 go through all of a customer")
	void stream() {
		Customer customer = addCustomer();
		for (int i = 0; i < 120; i++) {
			add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(customer), YESTERDAY.plusSeconds(i));
		}
		try (Stream<Event> events = node.events().stream(EventFilter.ofCustomer(customer.id()))) {
			assertThat(events.map(Event::id)).hasSize(120).doesNotHaveDuplicates();
		}
	}

	@Test
	@DisplayName("S18 replace and delete them")
	void replaceAndDelete() {
		Event added = node.events()
			.add(Event.of(ViewedPage.builder().title("t").build()).in(EventContext.WEB).by(addCustomer()));
		Event read = node.events().getById(added.id());
		node.events().replace(read.withProperties(ViewedPage.builder().title("u").build()));
		assertThat(node.events().getById(added.id()).properties()).isEqualTo(ViewedPage.builder().title("u").build());
		node.events().deleteById(added.id());
		assertThat(node.events().findById(added.id())).isEmpty();
	}

	@Test
	@DisplayName("S143 see them some time after they were accepted, as the real ContactHub has it")
	void seeLater() {
		try (ContactHubEmulator slow = ContactHubEmulator.builder().eventDelay(Duration.ofSeconds(2)).start()) {
			Node slowNode = connect(slow);
			Customer customer = slowNode.customers().insert(Customer.builder().externalId("1").build());
			Event added = slowNode.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(customer));
			assertThat(slowNode.events().findById(added.id())).isEmpty();
			Awaitility.await().untilAsserted(() -> assertThat(slowNode.events().findById(added.id())).isPresent());
		}
	}

	private static Customer addCustomer() {
		return node.customers().insert(Customer.builder().externalId("1").build());
	}

	private static void add(Event event, Instant date) {
		node.events().add(event.withDate(date));
	}

	private static List<EventType> find(EventFilter filter) {
		return node.events().find(filter, PageRequest.of(0, 50)).map(Event::type).getContent();
	}

}
