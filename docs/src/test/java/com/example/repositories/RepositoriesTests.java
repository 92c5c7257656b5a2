package com.example.repositories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.LoggedIn;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureContactHubEmulator
@DisplayName("The page on declared repositories")
class RepositoriesTests {

	@Autowired
	private ContactHubEmulator emulator;

	@Autowired
	private CustomerRepository customers;

	@Autowired
	private EventRepository events;

	private Customer ann;

	@BeforeEach
	void signUp() {
		this.ann = this.customers.insert(Customer.of(Map.of("externalId", "A1", "enabled", true, "base",
				Map.of("firstName", "Ann", "dob", "1980-02-03", "contacts", Map.of("email", "ann@example.com"),
						"address", Map.of("city", "Milano")),
				"tags", Map.of("manual", List.of("news")), "extended",
				Map.of("loyalty", Map.of("points", 120, "level", "gold")))));
		this.customers.insert(Customer.of(Map.of("externalId", "B1", "enabled", false, "base",
				Map.of("firstName", "Bob", "contacts", Map.of("email", "bob@example.com")))));
	}

	@Test
	@DisplayName("finds by names of methods")
	void findsByName(@Autowired NewsletterReaders readers) {
		assertThat(readers.findByBaseAddressCityAndTagsManualContaining("Milano", "news", PageRequest.of(0, 50)))
			.containsExactly(this.ann);
		try (Stream<Customer> born = readers.findByBaseDobBetween(LocalDate.of(1980, 1, 1),
				LocalDate.of(1980, 12, 31))) {
			assertThat(born).containsExactly(this.ann);
		}
		assertThat(readers.findByBaseContactsEmail("ann@example.com")).contains(this.ann);
		assertThat(readers.findByBaseContactsEmail("cleo@example.com")).isEmpty();
		assertThat(readers.countByEnabledTrue()).isEqualTo(1);
		assertThat(readers.existsByExternalId("B1")).isTrue();
		assertThat(readers.existsByExternalId("C1")).isFalse();
	}

	@Test
	@DisplayName("finds by extended properties and by queries of its own")
	void findsByQuery(@Autowired LoyalCustomers loyal) {
		assertThat(loyal.findByEnabledTrue(100)).containsExactly(this.ann);
		assertThat(loyal.findByEnabledTrue(121)).isEmpty();
		assertThat(loyal.findByLevels(List.of("gold", "silver"))).containsExactly(this.ann);
		assertThat(loyal.findByLevels(List.of("silver"))).isEmpty();
	}

	@Test
	@DisplayName("fetches what a result has")
	void fetchesPart(@Autowired Recipients recipients) {
		assertThat(recipients.findByTagsManualContaining("news")).singleElement()
			.satisfies((recipient) -> assertThat(recipient.getBase().getFirstName()).isEqualTo("Ann"));
		assertThat(fields()).isEqualTo("id,base.firstName");
		assertThat(recipients.findByBaseAddressCity("Milano", Recipients.Address.class))
			.containsExactly(new Recipients.Address(this.ann.id(), "ann@example.com"));
		assertThat(fields()).isEqualTo("id,base.contacts.email");
	}

	private String fields() {
		List<LoggedRequest> requests = this.emulator.wireMock()
			.find(WireMock.getRequestedFor(urlPathMatching(".*/customers")));
		this.emulator.wireMock().resetRequests();
		return requests.get(0).queryParameter("fields").firstValue();
	}

	@Test
	@DisplayName("finds events")
	void findsEvents(@Autowired Visits visits) {
		Instant time = Instant.parse("2026-03-01T10:00:00Z");
		this.events.add(Event.of(ViewedPage.builder().path("/").build()).in(EventContext.WEB).by(this.ann).at(time));
		this.events.add(Event.of(LoggedIn.builder().build()).in(EventContext.WEB).by(this.ann).at(time.plusSeconds(1)));
		assertThat(visits.findByCustomerIdAndTypeAndDateBetween(this.ann.id(), EventType.VIEWED_PAGE,
				time.minusSeconds(60), time.plusSeconds(60), PageRequest.of(0, 50)))
			.extracting(Event::type)
			.containsExactly(EventType.VIEWED_PAGE);
		assertThat(visits.findByTypeInOrderByDateDesc(List.of(EventType.VIEWED_PAGE, EventType.LOGGED_IN)))
			.extracting(Event::type)
			.containsExactly(EventType.LOGGED_IN, EventType.VIEWED_PAGE);
	}

	/**
	 * The application, in whose package the interfaces are found.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
