package com.example.testing;

// tag::test[]
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** JUnit alone. */
@DisplayName("An emulator without Spring")
class EmulatorAloneTests {

	private static ContactHubEmulator emulator;

	private static Node node;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start(); // on a free port
		node = Workspace.builder()
			.id(emulator.workspaceId())
			.token(emulator.token())
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset(); // to how it started
		emulator.populate(3);
	}

	@Test
	@DisplayName("has what was put there")
	void hasCustomers() {
		node.customers().insert(Customer.builder().externalId("A1").build());
		assertThat(node.customers().count()).isEqualTo(4);
	}

}
// end::test[]
