package io.contacthub.emulator;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
				new ApiDoor((request) -> EmulatedResponse.ok(Json.object()), false, SwitchedFaultsTests.none()),
				this.requests, new ControlDoor(List.of()));
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

}
