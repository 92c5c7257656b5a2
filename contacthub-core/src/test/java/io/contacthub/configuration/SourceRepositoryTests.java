package io.contacthub.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SourceRepository} on the wire.
 */
@DisplayName("The sources of a workspace")
class SourceRepositoryTests extends ConfigurationWireTests {

	private static final String SOURCE = """
			{"id":"s1","provider":"JavaScript","name":"Web","description":"d","properties":{"domain":"example.com"},
			"nodes":["n1"],"enabled":true,"token":"the-token-of-s1","future":1}""";

	private static final Source WEB = Source.builder()
		.provider(SourceProvider.JAVASCRIPT)
		.name("Web")
		.nodes("n1")
		.build();

	private final SourceRepository sources = this.configuration.sources();

	@Test
	@DisplayName("are listed page by page")
	void findsAll() {
		answer(200, "{\"elements\":[" + SOURCE + "]," + PAGE + "}");
		Source source = this.sources.findAll(PageRequest.of(1, 2)).getContent().get(0);
		verifyRequest(HttpMethod.GET, "/sources?page=1&size=2");
		assertThat(source.id()).isEqualTo("s1");
		assertThat(source.provider()).isEqualTo(SourceProvider.JAVASCRIPT);
		assertThat(source.name()).isEqualTo("Web");
		assertThat(source.description()).isEqualTo("d");
		assertThat(source.properties()).isEqualTo(Map.of("domain", "example.com"));
		assertThat(source.nodes()).containsExactly("n1");
		assertThat(source.enabled()).isTrue();
		assertThat(source.token()).isEqualTo("the-token-of-s1");
		assertThat(source.unknown()).containsOnlyKeys("future");
	}

	@Test
	@DisplayName("are inserted with what is required, without id and token, whether ContactHub says 200 or 201")
	void inserts() {
		for (int status : new int[] { 200, 201 }) {
			answer(status, SOURCE);
			assertThat(this.sources.insert(WEB.withId("x").withToken("not mine to choose")).id()).isEqualTo("s1");
			verifyRequest(HttpMethod.POST, "/sources",
					"{\"provider\":\"JavaScript\",\"name\":\"Web\",\"nodes\":[\"n1\"],\"properties\":{}}");
		}
		this.sources.insert(WEB.withProperties(JsonObject.of("domain", "example.com"))
			.withNodes(List.of())
			.withEnabled(false)
			.withDescription("d"));
		verifyRequest(HttpMethod.POST, "/sources",
				"""
						{"provider":"JavaScript","name":"Web","description":"d","properties":{"domain":"example.com"},"nodes":[],
						"enabled":false}""");
	}

	@Test
	@DisplayName("are read by their id, with or without a token")
	void getsById() {
		answer(200, SOURCE);
		assertThat(this.sources.findById("s1")).map(Source::token).contains("the-token-of-s1");
		verifyRequest(HttpMethod.GET, "/sources/s1");
		answer(200, "{\"id\":\"s1\"}");
		assertThat(this.sources.getById("s1").token()).isNull();
		verifyRequest(HttpMethod.GET, "/sources/s1");
	}

	@Test
	@DisplayName("are replaced with all that was read but the token")
	void replaces() {
		answer(200, SOURCE);
		Source source = this.sources.getById("s1");
		server.resetRequests();
		assertThat(this.sources.replace(source.withEnabled(false))).isEqualTo(source);
		verifyRequest(HttpMethod.PUT, "/sources/s1", """
				{"id":"s1","provider":"JavaScript","name":"Web","description":"d","properties":{"domain":"example.com"},
				"nodes":["n1"],"enabled":false,"future":1}""");
		this.sources.replace(WEB.withId("s1"));
		verifyRequest(HttpMethod.PUT, "/sources/s1",
				"{\"id\":\"s1\",\"provider\":\"JavaScript\",\"name\":\"Web\",\"nodes\":[\"n1\"],\"properties\":{}}");
	}

	@Test
	@DisplayName("are not sent with a token that has another type than it should")
	void leavesOutUnreadableTokens() {
		answer(200, SOURCE.replace("\"the-token-of-s1\"", "{\"value\":\"the-token-of-s1\"}"));
		Source source = this.sources.getById("s1");
		assertThat(source.token()).isNull();
		server.resetRequests();
		this.sources.replace(source);
		verifyRequest(HttpMethod.PUT, "/sources/s1", SOURCE.replace(",\"token\":\"the-token-of-s1\"", ""));
	}

	@Test
	@DisplayName("are deleted by their id")
	void deletes() {
		server.stubFor(any(anyUrl()).willReturn(ok()));
		this.sources.deleteById("s1");
		verifyRequest(HttpMethod.DELETE, "/sources/s1");
	}

	@Test
	@DisplayName("get another token, by a request without a body")
	void refreshesToken() {
		answer(200, SOURCE.replace("the-token", "the-new-token"));
		assertThat(this.sources.refreshToken("s1").token()).isEqualTo("the-new-token-of-s1");
		verifyRequest(HttpMethod.POST, "/sources/s1/refresh-token");
	}

	@Test
	@DisplayName("get another token once: what may have been carried out is not repeated, and the failure says so")
	void refreshesTokenOnce() {
		server.stubFor(any(anyUrl()).willReturn(serviceUnavailable()));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.sources.refreshToken("s1"))
			.withMessageStartingWith("POST /configuration/sources/{id}/refresh-token failed: status 503")
			.withMessageEndingWith("whether it was carried out is unknown");
		verifyRequest(HttpMethod.POST, "/sources/s1/refresh-token");
	}

	@Test
	@DisplayName("are not sent when something is missing")
	void refusesBeforeSending() {
		refuses((sources) -> sources.insert(null), "source is null");
		refuses((sources) -> sources.replace(null), "source is null");
		refuses((sources) -> sources.replace(WEB), "id of the Source is missing");
		List<Consumer<Source>> calls = new ArrayList<>();
		calls.add(this.sources::insert);
		calls.add((source) -> this.sources.replace(source.withId("s1")));
		calls.forEach((call) -> {
			refuses((sources) -> call.accept(WEB.withProvider(null)), "provider of the source is missing");
			refuses((sources) -> call.accept(WEB.withName(null)), "name of the source is missing");
			refuses((sources) -> call.accept(WEB.withName(" ")), "name of the source is blank");
			refuses((sources) -> call.accept(WEB.withoutNodes()), "nodes of the source is missing");
			refuses((sources) -> call.accept(WEB.withDescription("\ud800")), "'description' holds half of a character");
		});
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("have no id that is the path of their priority")
	void refusesPriority() {
		String message = "id is 'priority': that is the path of the priority of the sources, see sourcePriority()";
		refuses((sources) -> sources.getById("priority"), message);
		refuses((sources) -> sources.findById("priority"), message);
		refuses((sources) -> sources.replace(WEB.withId("priority")), message);
		refuses((sources) -> sources.deleteById("priority"), message);
		refuses((sources) -> sources.refreshToken("priority"), message);
		verify(0, anyRequestedFor(anyUrl()));
	}

	private void refuses(Consumer<SourceRepository> call, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> call.accept(this.sources))
			.withMessageStartingWith(message);
	}

}
