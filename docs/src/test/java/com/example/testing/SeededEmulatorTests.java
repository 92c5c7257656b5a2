package com.example.testing;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What holds for an emulator that is late, besides what the page shows in full.
 */
@ContactHubTest
@AutoConfigureContactHubEmulator(realistic = true, clock = "2026-01-31T23:59:00Z")
@Import(Registration.class)
@DisplayName("A late emulator")
class SeededEmulatorTests {

	@Autowired
	private Registration registration;

	@Autowired
	private ContactHubEmulator emulator;

	@RepeatedTest(2)
	@DisplayName("has a clock that starts over before each test")
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

	@Test
	@DisplayName("refuses members that ContactHub does not document")
	void refusesUnknownMembers(@Autowired CustomerRepository customers) {
		Customer unknown = Customer.of(Map.of("externalId", "A8", "base", Map.of("shoeSize", 38)));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> customers.insert(unknown))
			.withMessageContaining("unknown property at /base/shoeSize");
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.seed(new StringReader("""
				{"nodeId": "%s", "externalId": "A8", "base": {"shoeSize": 38}}
				""".formatted(this.emulator.nodeId())))).withMessageContaining("/base/shoeSize");
	}

}
