package io.contacthub.client;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.customer.Job;
import io.contacthub.error.ContactHubFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.EmptyResultDataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("An answer of somebody else")
class ForeignAnswersTests extends WireMockTests {

	private static final String SPRING = "{\"timestamp\":1,\"status\":404,\"error\":\"Not Found\",\"message\":\"No message\",\"path\":\"/x\"}";

	static Stream<Consumer<Node>> operations() {
		return Stream.of((node) -> node.customers().findById("c1"), (node) -> node.customers().existsById("c1"),
				(node) -> node.events().findById("e1"), (node) -> node.customers().findSource("c1", "s1"),
				(node) -> node.customers().educations("c1").findById("1"),
				(node) -> node.customers().sessions("c1").findById("1"), (node) -> node.customers().deleteById("c1"),
				(node) -> node.customers().patch("c1", Map.of("extra", "x")),
				(node) -> node.customers().jobs("c1").upsert(Job.builder().id("1").build()));
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("is no answer to the question whether there is something, and names the base URL")
	void isNoAnswer(Consumer<Node> operation) {
		for (int status : new int[] { 404, 410 }) {
			for (String body : new String[] { "", "default backend - 404", "<html>none</html>", SPRING, "[]", "null",
					"{\"message\":\"no Route matched\"}", "{\"logref\":\"l\"}", "{\"message\":\"\",\"logref\":\"l\"}",
					"{\"message\":\"x\",\"logref\":null}", "{\"message\":\"x\",\"logref\":{}}",
					"{\"message\":\"x\",\"logref\":false}" }) {
				server.resetAll();
				server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
				assertThatExceptionOfType(DataAccessResourceFailureException.class)
					.isThrownBy(() -> operation.accept(this.node))
					.withMessageContaining("status " + status)
					.withMessageContaining("look whether the base URL")
					.withMessageContaining(server.baseUrl())
					.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().status()).isEqualTo(status));
				verify(1, anyRequestedFor(anyUrl()));
			}
		}
	}

	@Test
	@DisplayName("S55 is told from that of ContactHub by message and logref, also when the rest is missing or too much")
	void isToldFromContactHub() {
		for (String body : new String[] { "{\"message\":\"m\",\"logref\":\"l\"}",
				"{\"errors\":{},\"logref\":\"l\",\"data\":[1],\"more\":{\"a\":[]},\"message\":\"m\"}",
				"{\"message\":\"m\",\"logref\":\"l\",\"errors\":[", "{\"message\":\"m\",\"logref\":17}",
				"\ufeff{\"message\":\"m\",\"logref\":\"l\"}" }) {
			server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)
				.withHeader("Content-Type", "application/json; charset=utf-8")
				.withBody(body)));
			assertThat(this.node.customers().findById("c1")).isEmpty();
			assertThat(this.node.customers().existsById("c1")).isFalse();
			assertThatExceptionOfType(EmptyResultDataAccessException.class)
				.isThrownBy(() -> this.node.customers().deleteById("c1"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "//", "/hub/v1", "/hub/v1/", "//hub//v1", "/hub/./v1", "/workspaces",
			"/hub/v1/workspaces", "/hub/v1/workspaces/", "/hub/v1/workspaces/w1", "/hub/v1/workspaces/w1/",
			"/hub/v1/Workspaces", "/hub/v1/workspaces/w%31" })
	@DisplayName("S16 does not come from a base URL in any of the forms that other clients take")
	void worksWithAnyForm(String path) {
		answer(get(WORKSPACE + "/customers/c1"), "{\"id\":\"c1\"}");
		Workspace workspace = workspace().baseUrl(server.baseUrl() + path).build();
		assertThat(workspace.node("n1").customers().findById("c1")).isPresent();
		assertThat(workspace.baseUrl()).hasToString(server.baseUrl() + "/hub/v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hub/v1/workspaces/w2", "/hub/v1/workspaces/w1/customers",
			"/hub/v1/workspaces/w1/workspaces", "/../hub/v1", "/..", "/%2e%2e/hub", "/hub%2Fv1", "/hub/v1;a=b" })
	@DisplayName("S16 does not come from a base URL that names something else, since that is refused at once")
	void refusesOtherPaths(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> workspace().baseUrl(server.baseUrl() + path).build())
			.withMessageStartingWith("baseUrl is '");
	}

}
