package io.contacthub.emulator;

import java.time.Instant;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecentRequests}.
 */
@DisplayName("Among the remembered requests,")
class RecentRequestsTests {

	private final RecentRequests requests = new RecentRequests();

	private EmulatorServer server;

	private ApiClient api;

	@BeforeEach
	void start() {
		this.server = new EmulatorServer("localhost", 0,
				new ApiDoor((request) -> request.path().endsWith("/large")
						? EmulatedResponse.of(200, "text/plain", new byte[20_000]) : EmulatedResponse.ok(Json.object()),
						false, SwitchedFaultsTests.none()),
				this.requests, new ControlDoor(List.of(), true), false);
		this.server.start();
		this.api = new ApiClient("http://localhost:" + this.server.port() + "/hub/v1", "t");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	@DisplayName("the last ones come first, with what was sent and how it was answered")
	void lastComesFirst() {
		Instant before = Instant.now().minusMillis(1);
		this.api.get("/one");
		this.api.post("/two?a=b", "{'c':1}");
		List<RecentRequest> last = this.requests.last(10);
		assertThat(last).extracting(RecentRequest::url).containsExactly("/hub/v1/two?a=b", "/hub/v1/one");
		RecentRequest post = last.get(0);
		assertThat(post.method()).isEqualTo("POST");
		assertThat(post.body()).asString().isEqualTo("{\"c\":1}");
		assertThat(post.headers()).containsEntry("Authorization", List.of("Bearer t"));
		assertThat(post.status()).isEqualTo(200);
		assertThat(post.start()).isBetween(before, Instant.now());
		assertThat(post.milliseconds()).isBetween(0.0, 60_000.0);
		assertThat(last.get(1).body()).isEmpty();
		assertThat(last).extracting(RecentRequest::id).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("no more than asked for are told")
	void limitIsKept() {
		for (int i = 0; i < 5; i++) {
			this.api.get("/" + i);
		}
		assertThat(this.requests.last(2)).extracting(RecentRequest::url).containsExactly("/hub/v1/4", "/hub/v1/3");
		assertThat(this.requests.last(100)).hasSize(5);
	}

	@Test
	@DisplayName("only so many are kept, and the last ones of those")
	void numberIsBounded() {
		for (int i = 0; i < 10_100; i++) {
			this.requests.add(request("/hub/v1/" + i, new byte[0], new byte[0]));
		}
		assertThat(this.requests.getAllKeys()).hasSize(10_000);
		assertThat(this.requests.last(1)).extracting(RecentRequest::url).containsExactly("/hub/v1/10099");
	}

	@Test
	@DisplayName("only so much memory is taken, and given back")
	void memoryIsBounded() {
		byte[] body = new byte[1024 * 1024];
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < 100; i++) {
				this.requests.add(request("/hub/v1/" + i, body, body));
			}
			assertThat(this.requests.getAllKeys()).hasSize(63);
			this.requests.clear();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("answers are kept up to a certain length")
	void answersAreCut(boolean stubbed) {
		if (stubbed) {
			this.server.client().register(WireMock.get("/hub/v1/stubbed").willReturn(WireMock.ok()));
		}
		this.api.get("/large");
		ServeEvent event = this.requests.getAll().findFirst().orElseThrow();
		assertThat(event.getResponse().getBody()).hasSize(4096);
		assertThat(event.getResponseDefinition().getByteBody()).hasSize(4096);
		assertThat(event.getResponse().getHeaders().getHeader("Content-Type").firstValue()).isEqualTo("text/plain");
	}

	@Test
	@DisplayName("one whose address nobody can read is told, and verifies nothing")
	void unreadableIsTold() throws Exception {
		try (RawConnection connection = new RawConnection("localhost", this.server.port(), "t")) {
			assertThat(connection.send("GET /hub/v1/me?a=%zz").status()).isEqualTo(400);
		}
		assertThat(this.requests.last(1)).singleElement().satisfies((request) -> {
			assertThat(request.url()).isEqualTo("/hub/v1/me?a=%zz");
			assertThat(request.status()).isEqualTo(400);
		});
		this.server.client().verifyThat(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	private static RememberedRequest request(String url, byte[] body, byte[] answer) {
		ReceivedRequest request = new ReceivedRequest("POST", url, "http://localhost", "HTTP/1.1", "127.0.0.1",
				List.of(), new RequestBody(body));
		return new RememberedRequest(request, EmulatedResponse.of(200, "text/plain", answer), Instant.now(), 1, true);
	}

}
