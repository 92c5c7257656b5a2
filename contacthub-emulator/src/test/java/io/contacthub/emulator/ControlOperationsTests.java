package io.contacthub.emulator;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ControlOperations} and {@link SwitchOperations}.
 */
@DisplayName("Who controls the emulator over HTTP")
class ControlOperationsTests {

	private final SettableClock clock = new SettableClock();

	private final ContactHubEmulator emulator = ContactHubEmulator.builder()
		.workspace("italy", "shop", "outlet")
		.customers(3)
		.indexDelay(Duration.ofSeconds(30))
		.clock(this.clock)
		.start();

	private final ControlClient control = new ControlClient(this.emulator);

	private final ApiClient api = ApiClient.of(this.emulator);

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("is told where and what it is")
	void emulatorIsDescribed() {
		Response info = this.control.get("info");
		assertThat(info.status()).isEqualTo(200);
		assertThat(info.json()).isEqualTo(ApiClient.json("""
				{'baseUrl':'http://localhost:%d/hub/v1','token':'%s','workspaces':[
				 {'id':'%s','nodes':[{'id':'%s'}]},{'id':'italy','nodes':[{'id':'shop'},{'id':'outlet'}]}],
				 'now':'2026-01-02T03:04:05.678Z'}""".formatted(this.emulator.port(), this.emulator.token(),
				this.emulator.workspaceId(), this.emulator.nodeId())));
	}

	@Test
	@DisplayName("resets data, switches, clock and remembered requests")
	void emulatorIsReset() {
		create();
		this.control.patch("switches", "{'rateLimit':7}");
		this.control.post("clock", "{'advance':'PT1H'}");
		Response reset = this.control.post("reset");
		assertThat(reset.status()).isEqualTo(204);
		assertThat(reset.text()).isEmpty();
		assertThat(this.control.get("customers").at("/page/totalElements").intValue()).isEqualTo(3);
		assertThat(this.control.get("switches").at("/rateLimit").intValue()).isZero();
		assertThat(this.control.get("info").at("/now").stringValue()).isEqualTo("2026-01-02T03:04:05.678Z");
		assertThat(this.control.get("requests").at("/elements")).isEmpty();
	}

	@Test
	@DisplayName("brings lists up to date")
	void listsAreBroughtUpToDate() {
		create();
		assertThat(listed()).isEqualTo(3);
		assertThat(this.control.post("index").status()).isEqualTo(204);
		assertThat(listed()).isEqualTo(4);
	}

	@Test
	@DisplayName("moves the clock, so that what was delayed is there")
	void clockIsMoved() {
		create();
		Response moved = this.control.post("clock", "{'advance':'PT29S'}");
		assertThat(moved.status()).isEqualTo(200);
		assertThat(moved.json()).isEqualTo(ApiClient.json("{'now':'2026-01-02T03:04:34.678Z'}"));
		assertThat(listed()).isEqualTo(3);
		assertThat(this.control.post("clock", "{'advance':'1s'}").at("/now").stringValue())
			.isEqualTo("2026-01-02T03:04:35.678Z");
		assertThat(listed()).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'advance':'PT-1S'}   | The clock can only be moved forward, not by PT-1S
			{'advance':'soon'}    | advance: a time such as 50ms, 30s or PT0.05S is expected, was soon
			{'advance':30}        | advance: a time such as "50ms", "30s" or "PT0.05S" is expected, was 30
			{}                    | advance: a time such as "50ms", "30s" or "PT0.05S" is expected, was null
			{'advance':'99999999999d'} | advance: the clock cannot go beyond the year 9999
			{'advance':'P106751991167300D'} | advance: the clock cannot go beyond the year 9999
			{'advence':'PT1S'}    | unknown member advence, known are advance
			[]                    | the body has to be a JSON object of advance
			{'advance'            | the body has to be a JSON object of advance
			""")
	@DisplayName("is told why the clock was not moved")
	void clockIsNotMoved(String body, String message) {
		Response refused = this.control.post("clock", body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().propertyNames()).containsExactly("message");
		assertThat(refused.at("/message").stringValue()).isEqualTo(message);
		assertThat(this.control.get("info").at("/now").stringValue()).isEqualTo("2026-01-02T03:04:05.678Z");
	}

	@Test
	@DisplayName("reads and changes switches, those that are named only")
	void switchesAreChanged() {
		assertThat(this.control.get("switches").json()).isEqualTo(ApiClient.json("""
				{'latency':'PT0S','latencyJitter':'PT0S','failureRate':0.0,'disconnectRate':0.0,'lostAnswerRate':0.0,
				 'rateLimit':0,
				 'reindexing':false}"""));
		Response changed = this.control.patch("switches", "{'latency':'50ms','failureRate':1,'reindexing':true}");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.json()).isEqualTo(ApiClient.json("""
				{'latency':'PT0.05S','latencyJitter':'PT0S','failureRate':1.0,'disconnectRate':0.0,'lostAnswerRate':0.0,
				 'rateLimit':0,
				 'reindexing':true}"""));
		assertThat(this.emulator.switches()).isEqualTo(
				EmulatorSwitches.off().withLatency(Duration.ofMillis(50)).withFailureRate(1).withReindexing(true));
		this.control.patch("switches",
				"{'latencyJitter':'PT0.12S','disconnectRate':0.25,'lostAnswerRate':0.5,'rateLimit':10,'failureRate':0}");
		assertThat(this.emulator.switches())
			.isEqualTo(new EmulatorSwitches(Duration.ofMillis(50), Duration.ofMillis(120), 0, 0.25, 0.5, 10, true));
		assertThat(this.control.get("switches").json()).isEqualTo(this.control.patch("switches", "{}").json());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{'reindexing':'yes'}   | reindexing: true or false is expected, was "yes"
					{'failureRate':'10%'}  | failureRate: a number from 0 to 1 is expected, was "10%"
					{'failureRate':1.5}    | failureRate must be between 0 and 1, was 1.5
					{'disconnectRate':-1}  | disconnectRate must be between 0 and 1, was -1.0
					{'lostAnswerRate':2}   | lostAnswerRate must be between 0 and 1, was 2.0
					{'rateLimit':1.5}      | rateLimit: a whole number is expected, was 1.5
					{'rateLimit':3000000000} | rateLimit: a whole number is expected, was 3000000000
					{'rateLimit':-1}       | rateLimit must be at least 0, was -1
					{'latency':50}         | latency: a time such as "50ms", "30s" or "PT0.05S" is expected, was 50
					{'latency':'2h'}       | latency must be between 0 and 1 hour, was PT2H
					{'latency':null}       | latency: a time such as "50ms", "30s" or "PT0.05S" is expected, was null
					{'rateLimit':1,'slow':1} | unknown member slow, known are latency, latencyJitter, failureRate, disconnectRate, lostAnswerRate, rateLimit, reindexing
					null                   | the body has to be a JSON object of latency, latencyJitter, failureRate, disconnectRate, lostAnswerRate, rateLimit, reindexing
					""")
	@DisplayName("is told why no switch was changed")
	void switchesAreNotChanged(String body, String message) {
		Response refused = this.control.patch("switches", body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.at("/message").stringValue()).isEqualTo(message);
		assertThat(this.emulator.switches()).isEqualTo(EmulatorSwitches.off());
	}

	@Test
	@DisplayName("may not send more than 64 KB to change something")
	void bodyIsBounded() {
		Response refused = this.control.patch("switches", " ".repeat(64 * 1024) + "{}");
		assertThat(refused.status()).isEqualTo(413);
		assertThat(refused.at("/message").stringValue()).isEqualTo("the body is longer than 65536 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "info", "switches", "requests", "customers", "events" })
	@DisplayName("is told when a parameter is not known")
	void unknownParameterIsRefused(String path) {
		Response refused = this.control.get(path, "worksapce", "italy");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.at("/message").stringValue()).startsWith("unknown parameter worksapce, ");
	}

	@Test
	@DisplayName("asks for the headers of what can be got, and is told what else can be done")
	void methodsAreTold() {
		HttpResponse<String> got = this.control.exchange(this.control.request("switches"));
		HttpResponse<String> head = this.control
			.exchange(this.control.request("switches").method("HEAD", BodyPublishers.noBody()));
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("Content-Length")).isEqualTo(got.headers().firstValue("Content-Length"))
			.isPresent();
		HttpResponse<String> refused = this.control
			.exchange(this.control.request("switches").PUT(BodyPublishers.ofString("{}")));
		assertThat(refused.statusCode()).isEqualTo(405);
		assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD, PATCH");
		HttpResponse<String> reset = this.control
			.exchange(this.control.request("reset").method("HEAD", BodyPublishers.noBody()));
		assertThat(reset.statusCode()).isEqualTo(405);
		assertThat(reset.headers().firstValue("Allow")).hasValue("POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "info", "requests", "nothing" })
	@DisplayName("gets nothing that is kept, framed or read by other pages")
	void answersAreSecured(String path) {
		HttpResponse<String> response = this.control.exchange(this.control.request(path));
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "requests", "mappings" })
	@DisplayName("is not the page of somebody else, through the administration of WireMock either")
	void otherOriginIsForbiddenToAdministrate(String path) {
		URI address = URI.create(this.emulator.consoleUrl()).resolve("/__admin/" + path);
		assertThat(this.control.exchange(HttpRequest.newBuilder(address)).statusCode()).isEqualTo(200);
		HttpResponse<String> refused = this.control
			.exchange(HttpRequest.newBuilder(address).header("Origin", "http://example.com"));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		assertThat(this.control
			.exchange(HttpRequest.newBuilder(address)
				.header("Origin", "http://example.com")
				.POST(BodyPublishers.ofString("{}")))
			.statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com", "null", "https://localhost" })
	@DisplayName("is not the page of somebody else")
	void otherOriginIsForbidden(String origin) {
		HttpResponse<String> refused = this.control
			.exchange(this.control.request("reset").header("Origin", origin).POST(BodyPublishers.noBody()));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("\"message\"");
		assertThat(this.control
			.exchange(this.control.request("reset")
				.header("Origin", "http://localhost:" + this.emulator.port())
				.POST(BodyPublishers.noBody()))
			.statusCode()).isEqualTo(204);
	}

	private void create() {
		assertThat(
				this.api.post("/customers", "{'nodeId':'" + this.emulator.nodeId() + "','externalId':'new'}").status())
			.isEqualTo(201);
	}

	private int listed() {
		return this.api.get("/customers", "nodeId", this.emulator.nodeId()).at("/page/totalElements").intValue();
	}

}
