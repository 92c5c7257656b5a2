package io.contacthub.shop;

import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A controller of a reactive application on the emulator.
 */
@DisplayName("A test with @WebFluxTest and @AutoConfigureContactHubEmulator")
@WebFluxTest(CustomerController.class)
@AutoConfigureContactHubEmulator(customers = 1)
class ReactiveControllerTests {

	@Test
	@DisplayName("has the repositories, which the slice alone does without")
	void showsCustomer(@Autowired WebTestClient client) {
		client.get()
			.uri("/customers/C00001/email")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((email) -> assertThat(email).endsWith("1@example.com"));
	}

	@Test
	@DisplayName("refuses the session of a visitor that a link names, as the application does")
	void refusesSession(@Autowired WebTestClient client) {
		client.get().uri("/visit?value=made-up").exchange().expectStatus().is5xxServerError();
	}

}
