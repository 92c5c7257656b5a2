package com.example.migration;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what the page for users of the vendor's Java SDK says.
 */
@ContactHubTest
@DisplayName("An application of the vendor's Java SDK")
class JavaSdkMoveTests {

	@Autowired
	private Node node;

	@Autowired
	private ContactHubEmulator emulator;

	private CustomerRepository customers;

	private JavaSdkMove move;

	@BeforeEach
	void useNode() {
		this.customers = this.node.customers();
		this.move = new JavaSdkMove(this.customers, this.node.events());
	}

	private String stored(Map<String, ?> customer) {
		return Objects.requireNonNull(this.customers.insert(customer).id());
	}

	@Test
	@DisplayName("reads null where an Optional was empty")
	void readsNull() {
		String id = stored(Map.of("externalId", "1"));
		assertThat(new AccountDirectory(this.customers).email(id)).isNull();
		assertThat(this.move.city(this.customers.getById(id))).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> new AccountDirectory(this.customers).email("none"));
	}

	@Test
	@DisplayName("patches with a customer that has only the changes, and can clear now")
	void patches() {
		String id = stored(Map.of("extra", "x", "base", Map.of("dob", "1990-01-01", "lastName", "Rossi")));
		Customer changed = this.move.changeEmail(id, "a@example.com");
		assertThat(changed.base().dob()).isNull();
		assertThat(changed.base().lastName()).isEqualTo("Rossi");
		Customer changes = Customer.builder().base((base) -> base.firstName("Mario")).build();
		assertThat(this.move.changeAsBefore(id, changes).base().contacts().email()).isEqualTo("a@example.com");
	}

	@Test
	@DisplayName("goes through all pages, and not one more")
	void pages() {
		this.emulator.populate(60);
		AtomicInteger pages = new AtomicInteger();
		this.move.eachPage(Query.all(), (page) -> pages.incrementAndGet());
		assertThat(pages).hasValue(2);
		assertThat(this.move.all(Query.all())).isEqualTo(60);
		assertThat(this.move.all(this.move.marios(LocalDate.EPOCH))).isLessThan(60);
	}

	@Test
	@DisplayName("adds events at the time of the application, and reads those of any context")
	void events() {
		String id = stored(Map.of("externalId", "1"));
		Event added = this.move.viewed(id);
		assertThat(added.id()).isNotNull();
		assertThat(this.move.viewed(id, Map.of("url", "https://example.com/", "title", "Home")).id()).isNotNull();
		this.node.events()
			.add(Event.of(EventType.LOGGED_IN).in(EventContext.IOT).byCustomerId(id).at("2020-01-01T00:00:00+01:00"));
		this.emulator.index();
		assertThat(this.node.events().find(EventFilter.ofCustomer(id), PageRequest.of(0, 50))).hasSize(3);
		assertThat(
				this.node.events().find(EventFilter.ofCustomer(id).contexts(EventContext.IOT), PageRequest.of(0, 50)))
			.singleElement()
			.satisfies((event) -> assertThat(event.date()).isEqualTo(Instant.parse("2019-12-31T23:00:00Z")));
	}

	@Test
	@DisplayName("names the call as before, and reads in an executor")
	void tracing() {
		Customer stored = this.move.store(Customer.builder().externalId("1").build(), "order-4711");
		this.emulator.wireMock()
			.verifyThat(postRequestedFor(urlPathMatching(".*/customers")).withHeader("Contactlab-Tracing-ID",
					equalTo("order-4711")));
		assertThat(this.move.customer(Objects.requireNonNull(stored.id()), Runnable::run)).isCompletedWithValue(stored);
	}

	@Test
	@DisplayName("has failures of their kinds")
	void failures() {
		this.move.update(Customer.builder().id("none").externalId("1").build());
		stored(Map.of("base", Map.of("contacts", Map.of("email", "a@example.com"))));
		String id = stored(Map.of("externalId", "1"));
		this.move.update(Customer.builder()
			.id(id)
			.base((base) -> base.contacts((contacts) -> contacts.email("a@example.com")))
			.build());
		assertThat(this.customers.getById(id).base().contacts().email()).isNull();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.replace(Customer.builder().externalId("1").build()));
	}

	@Test
	@DisplayName("finds numbers that were stored as 1.0, and keeps those that are not")
	void numbers() {
		Customer customer = Customer.of(Map.of("extended", Map.of("points", 1.0, "big", 9007199254740993L), "base",
				Map.of("timezone", "Nowhere")));
		assertThat(customer.extendedAs(Points.class).points()).isEqualTo(1);
		assertThat(customer.extended().get("big")).isEqualTo(9007199254740993L);
		assertThat(customer.base().timezone()).isNull();
		assertThat(customer.get("base.timezone")).isEqualTo("Nowhere");
		assertThat(customer.withExtended("uri", URI.create("https://example.com")).get("extended.uri"))
			.isEqualTo("https://example.com");
		assertThat(Education.builder().id("1").build().schoolType()).isNull();
	}

	/**
	 * Extended properties of a workspace.
	 *
	 * @param points how many points the customer has
	 */
	record Points(int points) {

	}

}
