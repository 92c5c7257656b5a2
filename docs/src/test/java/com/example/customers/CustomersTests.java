package com.example.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import com.example.AbstractEmulatorTests;
import io.contacthub.ManagedCustomer;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Projection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.util.SerializationUtils;

import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("The page on customers")
class CustomersTests extends AbstractEmulatorTests {

	private final CustomerRepository customers = NODE.customers();

	private final Changes changes = new Changes(NODE);

	private String id;

	@BeforeEach
	void store() {
		this.id = this.customers.insert(Customer.of(Map.of("base",
				Map.of("firstName", "Ann", "contacts", Map.of("email", "ann@example.com", "phone", "1"), "address",
						Map.of("city", "Milano"), "jobs", List.of(Map.of("id", "0", "isCurrent", true))),
				"extended", Map.of("points", 7), "tags", Map.of("manual", List.of("member")))))
			.id();
	}

	@Test
	@DisplayName("reads customers")
	void reads() {
		ReadingCustomers reading = new ReadingCustomers(this.customers);
		Customer customer = this.customers.getById(this.id);
		assertThat(reading.email(this.id)).contains("ann@example.com");
		assertThat(reading.email("nobody")).isEmpty();
		assertThat(reading.tags(this.id)).containsExactly("member");
		assertThat(reading.currentJob(customer)).isPresent();
		assertThat(reading.city(customer)).isEqualTo("Milano");
		assertThat(reading.points(customer)).isEqualTo(7);
		assertThat(customer.toString()).doesNotContain("Ann", "ann@example.com");
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> reading.tags("nobody"));
	}

	@Test
	@DisplayName("changes customers")
	void changes() {
		ChangingCustomers changing = new ChangingCustomers(this.customers);
		Customer moved = changing.moved(this.id, "ann@example.org");
		assertThat(moved.base().contacts()).returns("ann@example.org", (contacts) -> contacts.email())
			.returns(null, (contacts) -> contacts.phone());
		assertThat(moved.base().address().city()).isNull();
		Customer submitted = changing.submitted(this.id, new ChangingCustomers.Form("Anna", LocalDate.of(1990, 1, 2)));
		assertThat(submitted.base().dob()).isEqualTo("1990-01-02");
		submitted = changing.submitted(this.id, new ChangingCustomers.Form("Anna", null));
		assertThat(submitted.base().dob()).isNull();
		assertThat(this.changes.map(this.id).tags().manual()).containsExactly("vip");
		Customer between = this.changes.between(this.id);
		assertThat(between.extra()).isEqualTo("called on Monday");
		assertThat(between.base().firstName()).isEqualTo("Anna");
		assertThat(this.customers.patch(this.id, CustomerPatch.between(between, between))).isEqualTo(between);
		assertThat(CustomerPatch.builder().set(BASE.FIRST_NAME, "A").clear(BASE.DOB).build().toMap())
			.hasToString("{base={firstName=A, dob=null}}");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CustomerPatch.builder().set("base.jobs.companyName", "Acme"))
			.withMessageContaining("list");
		assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().set("registeredAt", "x"));
	}

	@Test
	@DisplayName("changes managed customers, tags, sessions and items")
	void managed() {
		ManagedCustomer managed = this.changes.managed(this.id);
		assertThat(managed.changes().isEmpty()).isTrue();
		assertThat(managed.get()).isEqualTo(this.customers.getById(this.id));
		assertThat(managed.get().tags().manual()).containsExactly("member", "called");
		this.changes.tags(this.id);
		assertThat(this.customers.getById(this.id).tags().manual()).containsExactly("member", "milano");
		assertThat(this.changes.sessions(this.id, SessionId.random())).hasSize(1);
		assertThat(this.changes.items(this.id).jobTitle()).isEqualTo("Head of sales");
	}

	@Test
	@DisplayName("keeps what the library does not know")
	void unknown() {
		Customer customer = Customer
			.of(Map.of("base", Map.of("newProperty", "new", "oldProperty", "old"), "newMember", List.of(1)));
		assertThat(customer.unknown()).containsKey("newMember");
		assertThat(Changes.unknown(customer).toMap())
			.isEqualTo(Map.of("base", Map.of("newProperty", "changed"), "newMember", List.of(1)));
		assertThat(Customer.of(JsonObject.of("zebra", 1, "ant", 2, "extra", "x")).toMap().keySet())
			.containsExactly("extra", "zebra", "ant");
	}

	@Test
	@DisplayName("keeps extended members that a record does not have")
	void extended() {
		this.customers.patch(this.id, (patch) -> patch.set("extended.loyalty.since", "2019"));
		assertThat(this.changes.extended(this.id).extended())
			.isEqualTo(Map.of("points", 7, "loyalty", Map.of("points", 130, "level", "gold", "since", "2019")));
		Customer stored = this.changes.extendedBetween(this.id);
		assertThat(stored.extended())
			.isEqualTo(Map.of("points", 7, "loyalty", Map.of("points", 130, "level", "platinum", "since", "2019")));
		assertThat(this.customers.getById(this.id)).isEqualTo(stored);
	}

	@Test
	@DisplayName("deletes extended members that a record does not have when it is written")
	void replacesExtended() {
		Customer before = this.customers.patch(this.id,
				(patch) -> patch.set("extended.loyalty", Map.of("points", 1, "since", "2019")));
		Changes.Loyalty loyalty = before.extendedAs(Changes.Profile.class).loyalty();
		assertThat(loyalty.level()).isNull();
		Customer after = before.withExtended("loyalty", JsonObject.from(loyalty));
		Customer stored = this.customers.patch(this.id, CustomerPatch.between(before, after));
		assertThat(stored.extended().at("loyalty", "points")).isEqualTo(1);
		assertThat(stored.extended().at("loyalty", "since")).isNull();
	}

	@Test
	@DisplayName("needs boxes for extended numbers that may be absent")
	void needsBoxes() {
		Customer customer = Customer.of(Map.of("extended", Map.of("loyalty", Map.of("level", "gold"))));
		assertThat(customer.extendedAs(Changes.Profile.class).loyalty().points()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> customer.extendedAs(Primitive.class));
	}

	@Test
	@DisplayName("sends dates by their field")
	void dates() {
		Customer customer = this.changes.dates(this.id, Instant.parse("2026-01-01T23:30:00.123456Z"));
		assertThat(customer.base().dob()).isEqualTo("2026-01-02");
		assertThat(customer.consents().disclaimer().date()).isEqualTo("2025-12-31T23:30:00.123Z");
		assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().set(BASE.DOB, Instant.EPOCH))
			.withMessageContaining("atZone");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CustomerPatch.builder().set("consents.disclaimer.date", LocalDateTime.MIN));
	}

	@Test
	@DisplayName("keeps customers as JSON and by Java's serialization")
	void keeps() {
		Customer customer = this.customers.getById(this.id);
		assertThat(Changes.kept(customer)).isEqualTo(customer);
		assertThat(new ObjectMapper().readTree(Changes.document(customer)).at("/base/firstName").asString())
			.isEqualTo("Ann");
		assertThat(SerializationUtils.clone(customer)).isEqualTo(customer);
		Customer part = this.customers.findById(this.id, Projection.of(BASE.FIRST_NAME)).orElseThrow();
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.replace(Changes.kept(part)));
	}

	record Primitive(Points loyalty) {

	}

	record Points(int points) {

	}

}
