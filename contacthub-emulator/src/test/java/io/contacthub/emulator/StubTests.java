package io.contacthub.emulator;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the emulator beside the stubs of WireMock, and for what WireMock knows of
 * requests that it did not see.
 */
@DisplayName("Beside the stubs of a test,")
class StubTests extends AbstractEmulatorTests {

	@ParameterizedTest
	@CsvSource({ "DELETE,/mappings,", "POST,/mappings/reset,", "POST,/reset,", "POST,/mappings/save,",
			"POST,/mappings/remove-by-metadata,{\"contains\":\"\"}", "DELETE,/requests,",
			"'POST','/mappings/import','{\"mappings\":[],\"importOptions\":{\"deleteAllNotInImport\":true}}'" })
	@DisplayName("the emulator stays whatever is done to the stubs")
	void emulatorStays(String method, String path, String body) {
		emulator.wireMock().register(get(urlPathEqualTo("/hub/v1/stubbed")).willReturn(ok()));
		assertThat(admin(method, path, body).status()).isEqualTo(200);
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("the emulator is no stub that could be listed, changed or removed")
	void emulatorIsNoStub() {
		assertThat(admin("GET", "/mappings", null).at("/meta/total").intValue()).isZero();
		String id = EmulatorStub.MAPPING.getId().toString();
		assertThat(admin("GET", "/mappings/" + id, null).status()).isEqualTo(404);
		assertThat(admin("DELETE", "/mappings/" + id, null).status()).isIn(200, 404);
		assertThat(admin("PUT", "/mappings/" + id, "{\"response\":{\"status\":500}}").status()).isEqualTo(404);
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 100, 1000, Integer.MAX_VALUE })
	@DisplayName("the emulator comes last, whatever their priority is")
	void stubsComeFirst(int priority) {
		emulator.wireMock()
			.register(get(urlPathMatching("/hub/v1/.*/customers")).atPriority(priority).willReturn(ok("stub")));
		assertThat(api.get("/customers", "nodeId", node()).text()).isEqualTo("stub");
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("a stub answers from its registration to its removal")
	void stubComesAndGoes() {
		StubMapping stub = any(anyUrl()).willReturn(ok("stub")).build();
		assertThat(api.get("/customers", "nodeId", node()).text()).isNotEqualTo("stub");
		emulator.wireMock().register(stub);
		assertThat(api.get("/customers", "nodeId", node()).text()).isEqualTo("stub");
		emulator.wireMock().removeStubMapping(stub);
		assertThat(api.get("/customers", "nodeId", node()).text()).isNotEqualTo("stub");
	}

	@Test
	@DisplayName("a delay of all answers also delays those of the emulator")
	void globalDelayDelays() {
		emulator.wireMock().setGlobalFixedDelayVariable(200);
		long start = System.nanoTime();
		assertThat(api.get("/customers", "nodeId", node()).status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("requests can be verified by all that they have, with stubs and without")
	void requestsAreVerified(boolean stubbed) {
		if (stubbed) {
			emulator.wireMock().register(get(urlPathEqualTo("/hub/v1/stubbed")).willReturn(ok()));
		}
		String root = "/hub/v1/workspaces/" + emulator.workspaceId();
		createId("'externalId':'1'");
		api.get("/customers", "nodeId", node(), "query", "{\"a\":[1]}");
		HttpRequest cookies = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/me"))
			.header("Authorization", "Bearer " + emulator.token())
			.header("Cookie", "a=b")
			.build();
		assertThat(api.send(cookies).status()).isEqualTo(200);
		HttpRequest form = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/me"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("c=d"))
			.build();
		assertThat(api.send(form).status()).isEqualTo(401);
		emulator.wireMock()
			.verifyThat(1,
					postRequestedFor(urlPathEqualTo(root + "/customers"))
						.withHeader("authorization", equalTo("Bearer " + emulator.token()))
						.withHeader("Content-Type", equalTo("application/json"))
						.withoutHeader("X-Other")
						.withRequestBody(equalToJson("{\"nodeId\":\"" + node() + "\",\"externalId\":\"1\"}")));
		emulator.wireMock()
			.verifyThat(1,
					getRequestedFor(urlPathEqualTo(root + "/customers")).withQueryParam("nodeId", equalTo(node()))
						.withQueryParam("query", equalTo("{\"a\":[1]}"))
						.withPort(emulator.port())
						.withScheme("http"));
		emulator.wireMock().verifyThat(1, getRequestedFor(urlPathEqualTo("/hub/v1/me")).withCookie("a", equalTo("b")));
		emulator.wireMock()
			.verifyThat(1, postRequestedFor(urlPathEqualTo("/hub/v1/me")).withFormParam("c", equalTo("d")));
		assertThat(emulator.wireMock().findAllUnmatchedRequests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("events of requests tell the same, with stubs and without")
	void eventsTellTheSame(boolean stubbed) {
		if (stubbed) {
			emulator.wireMock().register(get(urlPathEqualTo("/hub/v1/stubbed")).willReturn(ok()));
		}
		long before = System.currentTimeMillis();
		Response response = api.get("/customers/1");
		List<ServeEvent> events = emulator.wireMock().getServeEvents();
		assertThat(events).singleElement().satisfies((event) -> {
			assertThat(event.getWasMatched()).isTrue();
			assertThat(event.getRequest().getId()).isEqualTo(event.getId());
			assertThat(event.getRequest().getUrl())
				.isEqualTo("/hub/v1/workspaces/" + emulator.workspaceId() + "/customers/1");
			assertThat(event.getRequest().getAbsoluteUrl()).startsWith("http://").endsWith(event.getRequest().getUrl());
			assertThat(event.getRequest().getClientIp()).isEqualTo("127.0.0.1");
			assertThat(event.getRequest().getProtocol()).isEqualTo("HTTP/1.1");
			assertThat(event.getRequest().getLoggedDate().getTime()).isBetween(before, System.currentTimeMillis());
			assertThat(event.getRequest().getCookies()).isEmpty();
			assertThat(event.getRequest().getBody()).isEmpty();
			assertThat(event.getResponse().getStatus()).isEqualTo(404);
			assertThat(event.getResponse().getBodyAsString()).isEqualTo(response.text());
			assertThat(event.getResponse().getHeaders().getContentTypeHeader().mimeTypePart())
				.isEqualTo("application/json");
			// the time of sending is known once the answer is out
			await().until(() -> event.getTiming().getTotalTime() != null);
			assertThat(event.getTiming().getTotalTime()).isNotNegative();
		});
		UUID id = events.get(0).getId();
		assertThat(admin("GET", "/requests/" + id, null).at("/request/method").stringValue()).isEqualTo("GET");
		assertThat(admin("DELETE", "/requests/" + id, null).status()).isEqualTo(200);
		assertThat(admin("GET", "/requests", null).at("/meta/total").intValue()).isZero();
	}

	@Test
	@DisplayName("stubs in files are loaded at the start and come back with a reset")
	void filesAreLoaded(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("stub.json"), """
				{"request": {"method": "GET", "urlPath": "/hub/v1/me"}, "response": {"status": 418}}
				""");
		try (ContactHubEmulator other = ContactHubEmulator.builder().stubs(folder).start()) {
			ApiClient client = new ApiClient(other.baseUrl(), other.token());
			assertThat(client.get("/me").status()).isEqualTo(418);
			other.wireMock().resetMappings();
			assertThat(client.get("/me").status()).isEqualTo(200);
			other.reset();
			assertThat(client.get("/me").status()).isEqualTo(418);
		}
	}

	private static Response admin(String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + emulator.port() + "/__admin" + path));
		return api.send(request.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
			.build());
	}

}
