package io.contacthub.client;

import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.customer.CustomerFields;
import io.contacthub.query.Query;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the observation of requests.
 */
@DisplayName("The observation of requests")
class ObservationTests extends WireMockTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final Node observed = workspace()
		.client((client) -> client.restClient((restClient) -> restClient.observationRegistry(this.registry)))
		.build()
		.node("n1");

	@Test
	@DisplayName("names the operation, and neither ids nor what was searched for")
	void hidesQueries() {
		answer(any(anyUrl()), "{\"id\":\"c1\",\"elements\":[],\"page\":{}}");
		this.observed.customers().findById("secret-id");
		this.observed.customers()
			.findAll(Query.where(CustomerFields.BASE.CONTACTS.EMAIL.eq("ann@example.com")), PageRequest.of(0, 1));
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("http.client.requests", 2)
			.hasAnObservationWithAKeyValue("uri", "/hub/v1/workspaces/w1/customers/{id}")
			.hasAnObservationWithAKeyValue("uri", "/hub/v1/workspaces/w1/customers");
		assertHidden("secret-id", "ann", "t0ken", "base.contacts");
	}

	@Test
	@DisplayName("has one observation for each attempt")
	void observesAttempts() {
		server.stubFor(any(anyUrl()).willReturn(status(503)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.observed.customers().findById("secret-id"));
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("http.client.requests", 3);
		assertHidden("secret-id", "t0ken");
	}

	private void assertHidden(String... secrets) {
		assertThat(this.registry).hasHandledContextsThatSatisfy((contexts) -> assertThat(contexts)
			.allSatisfy((context) -> assertThat(context.getAllKeyValues().toString()).doesNotContain(secrets)));
	}

}
