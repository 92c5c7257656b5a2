package io.contacthub.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.emulator.ApiClient.Response;
import io.contacthub.emulator.RawConnection.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EmulatorSwitches} at work, without stubs and beside them.
 */
@DisplayName("While the emulator runs,")
class SwitchTests extends AbstractEmulatorTests {

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("requests can be made to fail, and are not carried out")
	void requestsFail(boolean stubbed) {
		stub(stubbed);
		emulator.switches(EmulatorSwitches.off().withFailureRate(1));
		Response response = create("'externalId':'1'");
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.at("/message").stringValue()).isNotBlank();
		assertThat(response.at("/logref").stringValue()).isNotBlank();
		assertStubAnswers(stubbed);
		emulator.switches(EmulatorSwitches.off());
		assertThat(api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("connections can be closed without an answer, and nothing is carried out")
	void connectionsAreClosed(boolean stubbed) throws Exception {
		stub(stubbed);
		emulator.switches(EmulatorSwitches.off().withDisconnectRate(1));
		assertClosesInsteadOfAnswer();
		assertStubAnswers(stubbed);
		emulator.switches(EmulatorSwitches.off());
		assertThat(api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("answers can be lost, of requests that are carried out, remembered and counted")
	void answersAreLost(boolean stubbed) throws Exception {
		stub(stubbed);
		emulator.switches(EmulatorSwitches.off().withLostAnswerRate(1));
		assertClosesInsteadOfAnswer();
		assertThat(emulator.lostAnswers()).isEqualTo(1);
		await().until(() -> emulator.wireMock().getServeEvents(), (events) -> events.size() == 1);
		assertStubAnswers(stubbed);
		emulator.switches(EmulatorSwitches.off());
		assertThat(api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue()).isEqualTo(1);
		emulator.reset();
		assertThat(emulator.lostAnswers()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("too many requests can be told when to come again")
	void rateIsLimited(boolean stubbed) throws Exception {
		stub(stubbed);
		emulator.switches(EmulatorSwitches.off().withRateLimit(3));
		try (RawConnection connection = new RawConnection(emulator)) {
			List<Answer> answers = Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map((i) -> {
				try {
					return connection.send("GET /hub/v1/me", "Origin: http://example.com");
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			}).filter((answer) -> answer.status() == 429).toList();
			assertThat(answers).isNotEmpty().allSatisfy((answer) -> {
				assertThat(answer.headers()).containsEntry("Retry-After", "1")
					.containsEntry("Access-Control-Expose-Headers", "Retry-After, Allow");
				assertThat(answer.body()).contains("\"message\":\"The limit of 3 requests a second is exceeded\"");
			});
		}
		assertStubAnswers(stubbed);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("late answers leave the threads to others, and may be as many as want to be")
	void lateAnswersNeedNoThread(boolean stubbed) throws Exception {
		stub(stubbed);
		emulator.switches(EmulatorSwitches.off().withLatency(Duration.ofMinutes(1)));
		int clients = 100;
		List<RawConnection> waiting = new ArrayList<>();
		for (int i = 0; i < clients; i++) {
			RawConnection connection = new RawConnection(emulator);
			waiting.add(connection);
			connection.write("GET /hub/v1/me", new byte[0]);
		}
		await().atMost(Duration.ofSeconds(30))
			.until(() -> emulator.wireMock().getServeEvents(), (events) -> events.size() == clients);
		try (RawConnection connection = new RawConnection(emulator)) {
			assertThat(connection.send("GET /emulator/info").status()).isEqualTo(200);
			assertStubAnswers(stubbed);
		}
		for (RawConnection connection : waiting) {
			connection.close();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("answers can be late")
	void answersAreLate(boolean stubbed) {
		stub(stubbed);
		emulator.switches(EmulatorSwitches.off().withLatency(Duration.ofMillis(300)));
		long start = System.nanoTime();
		assertThat(api.get("/customers", "nodeId", node()).status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@ParameterizedTest
	@CsvSource({ "POST,/customers,423", "PATCH,/customers/ID,423", "PUT,/customers/ID,423", "DELETE,/customers/ID,423",
			"POST,/customers/ID/likes,423", "PUT,/customers/ID/jobs/1,423", "DELETE,/customers/ID/educations/1,423",
			"POST,/customers/ID/subscriptions,423", "GET,/customers/ID,200", "POST,/customers/ID/sessions,400",
			"POST,/events,400", "GET,/events,200" })
	@DisplayName("customers can be reindexed, and only they and their parts cannot be changed meanwhile")
	void reindexingRefusesChanges(String method, String path, int status) {
		String id = createId("'externalId':'1'");
		emulator.switches(EmulatorSwitches.off().withReindexing(true));
		Response response = api.send(method, path.replace("ID", id).replace("/events", "/events?customerId=" + id),
				method.startsWith("P") ? "{}" : null);
		assertThat(response.status()).isEqualTo(status);
		if (status == 423) {
			assertThat(response.at("/message").stringValue()).isEqualTo("Reindexing in progress");
		}
		emulator.switches(EmulatorSwitches.off());
		assertThat(api.get("/customers/" + id).at("/externalId").stringValue()).isEqualTo("1");
	}

	@Test
	@DisplayName("a token is needed first even while customers are reindexed")
	void tokenComesFirst() {
		emulator.switches(EmulatorSwitches.off().withReindexing(true));
		assertThat(new ApiClient(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId(), "other")
			.delete("/customers/1")
			.status()).isEqualTo(401);
	}

	@Test
	@DisplayName("a delay of a stub or of all stubs is added to the latency")
	void delaysAdd() {
		emulator.wireMock().setGlobalFixedDelayVariable(150);
		emulator.switches(EmulatorSwitches.off().withLatency(Duration.ofMillis(150)));
		long start = System.nanoTime();
		assertThat(api.get("/customers", "nodeId", node()).status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	@DisplayName("the latency is part of the time that a request is said to have taken")
	void latencyIsTold() {
		emulator.switches(EmulatorSwitches.off().withLatency(Duration.ofMillis(120)));
		api.get("/customers", "nodeId", node());
		assertThat(new ControlClient(emulator).get("requests").at("/elements/0/milliseconds").doubleValue())
			.isGreaterThanOrEqualTo(120);
	}

	/**
	 * Assert that the connection is closed on which a customer is created.
	 */
	private static void assertClosesInsteadOfAnswer() throws IOException {
		try (RawConnection connection = new RawConnection(emulator)) {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> connection.send("POST " + root() + "/customers",
						("{\"nodeId\":\"" + node() + "\",\"externalId\":\"1\"}").getBytes(),
						"Content-Type: application/json"))
				.withMessageContaining("closed");
		}
	}

	private static void stub(boolean stubbed) {
		if (stubbed) {
			emulator.wireMock().register(get(urlPathEqualTo("/hub/v1/stubbed")).willReturn(ok("stub")));
		}
	}

	private static void assertStubAnswers(boolean stubbed) {
		if (stubbed) {
			assertThat(new ApiClient(emulator.baseUrl(), emulator.token()).get("/stubbed").text()).isEqualTo("stub");
		}
	}

	private static String root() {
		return "/hub/v1/workspaces/" + emulator.workspaceId();
	}

}
