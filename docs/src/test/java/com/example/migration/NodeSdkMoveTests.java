package com.example.migration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page for users of the vendor's SDK for Node.js says.
 */
@ContactHubTest
@DisplayName("An application of the vendor's SDK for Node.js")
class NodeSdkMoveTests {

	@Autowired
	private Node node;

	@Autowired
	private ContactHubEmulator emulator;

	private CustomerRepository customers;

	private NodeSdkMove move;

	@BeforeEach
	void useNode() {
		this.customers = this.node.customers();
		this.move = new NodeSdkMove(this.customers, this.node.events());
	}

	@Test
	@DisplayName("adds the same customer from its object and by a builder")
	void adds() {
		Customer added = this.move.addFromMap();
		String id = Objects.requireNonNull(added.id());
		assertThat(added.base().dob()).isEqualTo(LocalDate.of(1990, 4, 1));
		assertThat(new CustomerGreeting(this.customers).greet(id)).isEqualTo("Welcome Ann");
		this.customers.deleteById(id);
		assertThat(this.move.add().base()).isEqualTo(added.base());
	}

	@Test
	@DisplayName("clears what could not be cleared, and keeps the rest")
	void changes() {
		String id = Objects.requireNonNull(this.move.addFromMap().id());
		this.customers.patch(id, Map.of("enabled", false));
		Customer changed = this.move.change(id);
		assertThat(changed.base().dob()).isNull();
		assertThat(changed.enabled()).isFalse();
		assertThat(changed.base().contacts().email()).isEqualTo("ann@example.com");
		assertThat(this.customers.patch(id, Map.of("base", Map.of("dob", "1990-04-01"))).base().dob()).isNotNull();
		assertThat(this.move.patch(id).base().dob()).isNull();
		assertThat(this.customers.addTag(id, "a").enabled()).isFalse();
	}

	@Test
	@DisplayName("finds the events of a session that a customer has")
	void events() {
		String id = Objects.requireNonNull(this.move.addFromMap().id());
		SessionId session = SessionId.random();
		assertThat(this.move.view(session).id()).isNotNull();
		this.customers.addSession(id, session);
		this.emulator.index();
		assertThat(this.move.titles(id)).containsExactly("Home");
	}

	@Test
	@DisplayName("takes a query as it was")
	void queries() {
		this.move.addFromMap();
		Query query = Query.of(Map.of("name", "q", "query", Map.of("type", "simple", "are", Map.of("condition",
				Map.of("type", "atomic", "attribute", "base.firstName", "operator", "EQUALS", "value", "Ann")))));
		assertThat(this.customers.findAll(query, PageRequest.of(0, 50))).hasSize(1);
	}

}
