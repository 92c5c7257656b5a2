package com.example.tracing;

import java.time.Duration;

import com.example.observability.AbstractObservedTests;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.EventPublisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the page on tracing.
 */
@DisplayName("The requests of an order")
class TracingTests extends AbstractObservedTests {

	@Test
	@DisplayName("have its number, those in the background too")
	void haveNumber(@Autowired Orders orders, @Autowired EventPublisher publisher,
			@Autowired ContactHubEmulator emulator) {
		orders.place("4711",
				Customer.builder().base((base) -> base.contacts((to) -> to.email("ann@example.com"))).build());
		assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
		for (String resource : new String[] { "customers", "events" }) {
			emulator.wireMock()
				.verifyThat(1, postRequestedFor(urlPathMatching(".*/" + resource)).withHeader("Contactlab-Tracing-ID",
						equalTo("order-4711")));
		}
	}

}
