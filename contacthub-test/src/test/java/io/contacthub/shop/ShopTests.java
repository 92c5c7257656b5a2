package io.contacthub.shop;

import java.time.Duration;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.EventPublisher;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A whole application on the emulator, although it is configured for ContactHub itself.
 */
@DisplayName("A test with @SpringBootTest and @AutoConfigureContactHubEmulator")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "contacthub.workspace-id=0aea7919-57cd-4260-910e-8b1ae53a7259", "contacthub.token=secret",
				"contacthub.node-id=91316725-a4c2-420b-a3f3-2556b3630444", "contacthub.base-url=https://example.com",
				"contacthub.enabled=false", "contacthub.emulator.enabled=true", "contacthub.emulator.customers=200",
				"contacthub.retry.enabled=false" })
@AutoConfigureContactHubEmulator(customers = 20)
class ShopTests {

	@Autowired
	private Signup signup;

	@Autowired
	private CustomerRepository customers;

	@Autowired
	private ContactHubEmulator emulator;

	@Test
	@DisplayName("runs on the emulator, whatever the application's properties say")
	void runsOnEmulator(@Autowired Workspace workspace) {
		assertThat(workspace.baseUrl()).hasToString(this.emulator.baseUrl());
		assertThat(workspace.id()).isEqualTo(this.emulator.workspaceId());
	}

	@RepeatedTest(3)
	@DisplayName("starts with its made-up customers, and not with what the test before has left")
	void startsOver() {
		assertThat(this.customers.count(Query.all())).isEqualTo(20);
		this.customers.deleteById(this.customers.findByExternalId("C00001").orElseThrow().id());
		this.signup.register("ann@example.com");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.signup.register("ann@example.com"));
		this.signup.register("bob@example.com");
	}

	@RepeatedTest(2)
	@DisplayName("starts without the faults and the requests of the test before")
	void forgetsStubs() {
		this.emulator.wireMock().verifyThat(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
		assertThat(this.customers.count(Query.all())).isEqualTo(20);
		this.emulator.wireMock().register(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.customers.count(Query.all()));
	}

	@RepeatedTest(2)
	@DisplayName("starts without the events that the test before published in the background")
	void waitsForEvents(@Autowired EventPublisher publisher) {
		assertThat(publisher.flush(Duration.ZERO)).as("all events have been sent").isTrue();
		this.emulator.wireMock().verifyThat(0, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events")));
		this.emulator.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/events"))
				.willReturn(WireMock.aResponse().withStatus(202).withFixedDelay(200)));
		for (int customer = 0; customer < 10; customer++) {
			this.signup.register(customer + "@example.com");
		}
	}

	/**
	 * What a test prepares in {@code @BeforeEach}.
	 */
	@Nested
	@DisplayName("with a nested class")
	class Registered {

		@BeforeEach
		void register() {
			ShopTests.this.signup.register("ann@example.com");
		}

		@RepeatedTest(2)
		@DisplayName("starts over before its @BeforeEach methods")
		void keepsWhatWasPrepared() {
			assertThat(ShopTests.this.signup.registered()).isEqualTo(21);
		}

	}

	/**
	 * Has another number of customers than the class around it.
	 */
	@Nested
	@AutoConfigureContactHubEmulator(customers = 3)
	@DisplayName("with a nested class that has the annotation itself")
	class Few {

		@Test
		@DisplayName("starts with the customers of the nested class")
		void hasOwnCustomers() {
			assertThat(ShopTests.this.signup.registered()).isEqualTo(3);
		}

	}

}
