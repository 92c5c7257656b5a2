package io.contacthub.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ContactHubEmulator}: the server around the emulated API.
 */
@DisplayName("On the server of the emulator,")
class ContactHubEmulatorTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("settings are those of the builder")
	void builderSetsEverything() {
		try (ContactHubEmulator other = ContactHubEmulator.builder()
			.workspaceId("w")
			.nodeId("n")
			.token("t")
			.port(0)
			.start()) {
			assertThat(other.baseUrl()).isEqualTo("http://127.0.0.1:" + other.port() + "/hub/v1");
			assertThat(ApiClient.of(other).post("/customers", "{'nodeId':'n','externalId':'1'}").status())
				.isEqualTo(201);
			assertThat(other.workspaceId()).isEqualTo("w");
			assertThat(other.nodeId()).isEqualTo("n");
			assertThat(other.token()).isEqualTo("t");
		}
	}

	@Test
	@DisplayName("a stub of the test has priority")
	void stubWins() {
		emulator.wireMock().register(get(urlPathMatching(".*/customers/1")).willReturn(serverError().withStatus(503)));
		assertThat(api.get("/customers/1").status()).isEqualTo(503);
		assertThat(api.get("/customers/2").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("a fault of the test breaks the connection")
	void faultWins() {
		emulator.wireMock()
			.register(
					any(urlPathMatching("/hub/.*")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThatIllegalStateException().isThrownBy(() -> api.get("/customers/1"));
	}

	@Test
	@DisplayName("a stub can delay the emulator's own answer")
	void delayKeepsAnswer() {
		emulator.wireMock()
			.register(get(urlPathMatching(".*/customers/1"))
				.willReturn(aResponse().withTransformers("contacthub").withFixedDelay(1)));
		assertThat(api.get("/customers/1").at("/message").stringValue()).isEqualTo("customer not found 1");
		assertThat(emulator.wireMock().getServeEvents()).singleElement()
			.extracting((event) -> event.getResponseDefinition().getFixedDelayMilliseconds())
			.isEqualTo(1);
	}

	@Test
	@DisplayName("an answer has a known length and is not compressed, so that it goes out at once")
	void answerGoesOutAtOnce() throws Exception {
		createId("'externalId':'1'");
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId()
					+ ApiClient.query("nodeId", node()).replace("?", "/customers?")))
			.header("Authorization", "Bearer " + emulator.token())
			.header("Accept-Encoding", "gzip")
			.build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length());
		assertThat(response.headers().map()).doesNotContainKeys("content-encoding", "transfer-encoding");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
	}

	@Test
	@DisplayName("requests can be verified")
	void requestsAreRemembered() {
		createId("'externalId':'1'");
		emulator.wireMock().verifyThat(1, postRequestedFor(urlPathMatching(".*/customers")));
		emulator.wireMock().verifyThat(0, getRequestedFor(urlPathMatching(".*/customers")));
	}

	@Test
	@DisplayName("a reset forgets customers, events, stubs, delays and requests")
	void resetForgets() {
		String id = createId("'externalId':'1'");
		api.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}");
		emulator.wireMock().register(any(urlPathMatching("/hub/.*")).willReturn(serverError()));
		emulator.wireMock().setGlobalFixedDelayVariable(5000);
		emulator.reset();
		emulator.wireMock().verifyThat(0, postRequestedFor(urlPathMatching(".*/customers")));
		assertThat(api.get("/customers/" + id).status()).isEqualTo(404);
		assertThat(api.get("/events", "nodeId", node()).at("/page/totalElements").intValue()).isZero();
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("a scenario can have an operation fail a number of times before it works")
	void scenarioFailsFirst() {
		String id = createId("'externalId':'1'");
		emulator.wireMock()
			.register(get(urlPathMatching(".*/customers/.*")).inScenario("retry")
				.whenScenarioStateIs(Scenario.STARTED)
				.willSetStateTo("recovered")
				.willReturn(serverError().withStatus(423)));
		assertThat(api.get("/customers/" + id).status()).isEqualTo(423);
		assertThat(api.get("/customers/" + id).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("a reset of the mappings to the defaults keeps the emulator")
	void resetOfMappingsKeepsEmulator() {
		emulator.wireMock().register(any(urlPathMatching("/hub/.*")).willReturn(serverError()));
		emulator.wireMock().resetToDefaultMappings();
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
		emulator.wireMock().resetMappings();
		emulator.reset();
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("concurrent requests leave one customer per address and no change lost")
	void concurrentRequestsAreConsistent() throws Exception {
		int threads = 8;
		int customers = 40;
		Set<String> ids = ConcurrentHashMap.newKeySet();
		AtomicInteger conflicts = new AtomicInteger();
		Collection<Callable<Void>> writers = new ArrayList<>();
		for (int thread = 0; thread < threads; thread++) {
			String change = "{'extended':{'thread" + thread + "':" + thread + "}}";
			writers.add(() -> {
				for (int customer = 0; customer < customers; customer++) {
					Response response = create("'base':{'contacts':{'email':'" + customer + "@example.com'}}");
					if (response.status() == 409) {
						conflicts.incrementAndGet();
					}
					String id = (response.status() == 409) ? response.at("/data/customer/id").stringValue()
							: response.id();
					ids.add(id);
					api.patch("/customers/" + id, change);
				}
				return null;
			});
		}
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		for (Future<Void> writer : executor.invokeAll(writers)) {
			writer.get();
		}
		executor.shutdown();
		assertThat(ids).hasSize(customers);
		assertThat(conflicts).hasValue((threads - 1) * customers);
		assertThat(ids)
			.allSatisfy((id) -> assertThat(api.get("/customers/" + id).at("/extended").size()).isEqualTo(threads));
	}

}
