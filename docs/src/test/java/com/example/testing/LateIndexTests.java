package com.example.testing;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

// tag::test[]
/** As late, as slow and as demanding as ContactHub, with a clock of its own. */
@ContactHubTest
@AutoConfigureContactHubEmulator(realistic = true, clock = "2026-01-31T23:59:00Z")
@Import(Registration.class)
@DisplayName("The index of ContactHub")
class LateIndexTests {

	@Autowired
	private Registration registration;

	@Autowired
	private ContactHubEmulator emulator;

	@Test
	@DisplayName("shows a new customer after half a minute")
	void isLate() {
		this.registration.register("A1", "ann@example.com");
		assertThat(this.registration.knows("ann@example.com")).isFalse();
		this.emulator.advance(Duration.ofSeconds(30)); // the clock of the emulator,
														// without waiting
		assertThat(this.registration.knows("ann@example.com")).isTrue();
	}

	@Test
	@DisplayName("can be brought up to date")
	void isUpToDate() {
		this.registration.register("A1", "ann@example.com");
		this.emulator.index(); // lists and events, without moving the clock
		assertThat(this.registration.knows("ann@example.com")).isTrue();
	}

	// end::test[]
	@RepeatedTest(2)
	@DisplayName("is that of a clock which starts over before each test")
	void startsOver(@Autowired CustomerRepository customers) {
		String id = this.registration.register("A1", "ann@example.com");
		assertThat(customers.getById(id).registeredAt()).isBetween(Instant.parse("2026-01-31T23:59:00Z"),
				Instant.parse("2026-02-01T00:00:00Z"));
		this.emulator.advance(Duration.ofDays(1));
	}

	@Test
	@DisplayName("has at once what is seeded")
	void isSeeded() {
		// tag::seed[]
		this.emulator.seed(new StringReader("""
				{"nodeId": "%s", "externalId": "A7", "base": {"contacts": {"email": "bob@example.com"}}}
				""".formatted(this.emulator.nodeId())));
		// end::seed[]
		assertThat(this.registration.knows("bob@example.com")).isTrue();
	}

}
