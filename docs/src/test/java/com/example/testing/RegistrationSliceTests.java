package com.example.testing;

// tag::test[]
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Execution;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.TransientDataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What registers customers, when ContactHub does not do what it should. */
// without it, failures take their time
@ContactHubTest(properties = "contacthub.retry.initial-interval=1ms")
@Import(Registration.class)
@DisplayName("A registration")
class RegistrationSliceTests {

	@Autowired
	private Registration registration;

	@Autowired
	private ContactHubEmulator emulator;

	@Test
	@DisplayName("fails when the token may not do it")
	void isForbidden() {
		this.emulator.wireMock().register(post(urlPathMatching(".*/customers")).willReturn(forbidden()));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> this.registration.register("A1", "ann@example.com"));
	}

	@Test
	@DisplayName("fails in an outage, and says so")
	void isUnavailable() {
		// 503 to everything
		this.emulator.switches(EmulatorSwitches.off().withFailureRate(1));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> this.registration.register("A1", "ann@example.com"));
	}

	@Test
	@DisplayName("may have succeeded when its answer is lost")
	void isUnknown(@Autowired CustomerRepository customers) {
		this.emulator.switches(EmulatorSwitches.off().withLostAnswerRate(1));
		Throwable thrown = catchThrowable(() -> this.registration.register("A1", "ann@example.com"));
		assertThat(ContactHubFailure.in(thrown).orElseThrow().execution()).isEqualTo(Execution.UNKNOWN);
		this.emulator.switches(EmulatorSwitches.off());
		assertThat(customers.count()).isEqualTo(1);
	}

	@Test
	@DisplayName("sends the account as the external id, once")
	void sends() {
		this.registration.register("A1", "ann@example.com");
		this.emulator.wireMock()
			.verifyThat(1, postRequestedFor(urlPathMatching(".*/customers"))
				.withRequestBody(matchingJsonPath("$.externalId", equalTo("A1"))));
	}

}
// end::test[]
