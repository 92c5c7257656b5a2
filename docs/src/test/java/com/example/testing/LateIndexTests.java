package com.example.testing;

import java.time.Duration;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
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
		// the clock of the emulator, without waiting
		this.emulator.advance(Duration.ofSeconds(30));
		assertThat(this.registration.knows("ann@example.com")).isTrue();
	}

	@Test
	@DisplayName("can be brought up to date")
	void isUpToDate() {
		this.registration.register("A1", "ann@example.com");
		this.emulator.index(); // lists and events, without moving the clock
		assertThat(this.registration.knows("ann@example.com")).isTrue();
	}

}
// end::test[]
