package io.contacthub.client;

import java.io.PrintWriter;
import java.io.StringWriter;

import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.customer.CustomerFields;
import io.contacthub.query.Query;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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

	private final Node observed = workspace().client((client) -> client.observationRegistry(this.registry))
		.build()
		.node("n1");

	@Test
	@DisplayName("names the operation, and neither ids nor what was searched for")
	void hidesQueries() {
		answer(any(anyUrl()),
				"{\"id\":\"c1\",\"elements\":[],\"page\":{\"size\":1,\"totalElements\":0,\"totalPages\":0,\"number\":0}}");
		this.observed.customers().findById("secret-id");
		this.observed.customers()
			.findAll(Query.where(CustomerFields.BASE.CONTACTS.EMAIL.eq("ann@example.com")), PageRequest.of(0, 1));
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("http.client.requests", 2)
			.hasNumberOfObservationsWithNameEqualTo("contacthub.calls", 2)
			.hasAnObservationWithAKeyValue("uri", "/hub/v1/workspaces/{workspaceId}/customers/{id}")
			.hasAnObservationWithAKeyValue("uri", "/hub/v1/workspaces/{workspaceId}/customers");
		assertHidden("secret-id", "/w1", "ann", "t0ken", "base.contacts");
	}

	@Test
	@DisplayName("has one observation for the call, and one within it for each attempt")
	void observesAttempts() {
		server.stubFor(any(anyUrl()).willReturn(status(503).withBody("{\"message\":\"secret-message\"}")));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.observed.customers().findById("secret-id"));
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("http.client.requests", 3)
			.hasNumberOfObservationsWithNameEqualTo("contacthub.calls", 1)
			.hasObservationWithNameEqualTo("contacthub.calls")
			.that()
			.hasContextualNameEqualTo("GET /customers/{id}")
			.hasLowCardinalityKeyValue("operation", "GET /customers/{id}")
			.hasLowCardinalityKeyValue("outcome", "503")
			.hasLowCardinalityKeyValue("attempts", "3")
			.hasError();
		assertThat(this.registry).hasAnObservationWithAKeyValue("contacthub.attempt", "1")
			.hasAnObservationWithAKeyValue("contacthub.attempt", "2")
			.hasAnObservationWithAKeyValue("contacthub.attempt", "3")
			.hasHandledContextsThatSatisfy((contexts) -> assertThat(contexts)
				.filteredOn((context) -> context.getName().equals("http.client.requests"))
				.allSatisfy((context) -> {
					assertThat(context.getParentObservation()).isNotNull();
					assertThat(
							context.getLowCardinalityKeyValues().stream().map((KeyValue keyValue) -> keyValue.getKey()))
						.containsExactlyInAnyOrder("client.name", "exception", "method", "outcome", "status", "uri");
				}));
		assertHidden("secret-id", "t0ken", "secret-message");
	}

	@Test
	@DisplayName("tells success from failure, and nothing of the address where no answer came")
	void observesOutcomes() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		this.observed.customers().findById("secret-id");
		assertThat(this.registry).hasObservationWithNameEqualTo("contacthub.calls")
			.that()
			.hasLowCardinalityKeyValue("outcome", "SUCCESS")
			.hasLowCardinalityKeyValue("attempts", "1")
			.doesNotHaveError();
		this.registry.clear();
		server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.observed.customers().deleteById("secret-id"));
		assertThat(this.registry).hasObservationWithNameEqualTo("contacthub.calls")
			.that()
			.hasLowCardinalityKeyValue("outcome", "CONNECTION_LOST");
		assertHidden("secret-id", "t0ken");
		this.registry.clear();
		answer(any(anyUrl()), "secretBody");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.observed.customers().getById("secret-id"));
		assertThat(this.registry).hasObservationWithNameEqualTo("contacthub.calls")
			.that()
			.hasLowCardinalityKeyValue("outcome", "UNREADABLE_ANSWER");
		assertHidden("secret-id", "t0ken", "secretBody");
	}

	@Test
	@DisplayName("lets filters of the application add, change and remove what is told of a call")
	void honoursFilters() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		this.registry.observationConfig()
			.observationFilter((context) -> context.addLowCardinalityKeyValue(KeyValue.of("application", "shop"))
				.addLowCardinalityKeyValues(KeyValues.of("operation", "renamed", "region", "eu"))
				.addHighCardinalityKeyValue(KeyValue.of("host", "h1"))
				.removeLowCardinalityKeyValue("outcome")
				.removeLowCardinalityKeyValues("status", "attempts", "client.name"));
		this.observed.customers().findById("c1");
		assertThat(this.registry).hasHandledContextsThatSatisfy(
				(contexts) -> assertThat(contexts).filteredOn((context) -> context.getName().equals("contacthub.calls"))
					.singleElement()
					.satisfies((context) -> {
						assertThat(context.getLowCardinalityKeyValues())
							.isEqualTo(KeyValues.of("application", "shop", "operation", "renamed", "region", "eu"));
						assertThat(context.getLowCardinalityKeyValue("region")).isEqualTo(KeyValue.of("region", "eu"));
						assertThat(context.getLowCardinalityKeyValue("outcome")).isNull();
						assertThat(context.getAllKeyValues())
							.isEqualTo(context.getLowCardinalityKeyValues().and("host", "h1"));
						assertThat(context).asString()
							.contains("contacthub.calls", "renamed", "eu", "h1")
							.doesNotContain("c1");
					}));
		this.registry.clear();
		this.observed.customers().deleteById("c2");
		assertThat(this.registry).hasAnObservationWithAKeyValue("operation", "renamed");
	}

	@Test
	@DisplayName("tells an error of the virtual machine from success")
	void observesErrors() {
		Node broken = workspace().client((client) -> client.observationRegistry(this.registry).token(() -> {
			throw new StackOverflowError();
		})).build().node("n1");
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> broken.customers().findById("c1"));
		assertThat(this.registry).hasObservationWithNameEqualTo("contacthub.calls")
			.that()
			.hasLowCardinalityKeyValue("outcome", "STOPPED")
			.hasError();
	}

	private void assertHidden(String... secrets) {
		assertThat(this.registry)
			.hasHandledContextsThatSatisfy((contexts) -> assertThat(contexts).allSatisfy((context) -> {
				assertThat(context.getAllKeyValues().toString()).doesNotContain(secrets);
				StringWriter error = new StringWriter();
				if (context.getError() != null) {
					context.getError().printStackTrace(new PrintWriter(error));
				}
				assertThat(error.toString()).doesNotContain(secrets);
			}));
	}

}
