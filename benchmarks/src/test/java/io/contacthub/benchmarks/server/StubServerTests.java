package io.contacthub.benchmarks.server;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.contacthub.benchmarks.Documents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StubServer}.
 */
@DisplayName("The stub server")
class StubServerTests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Test
	@DisplayName("answers as ContactHub does, the last page of a list and bodies in chunks too")
	void answers() throws Exception {
		try (StubServer server = StubServer.start(Duration.ZERO, 70)) {
			assertThat(get(server, "/customers/1").body()).isEqualTo(Documents.customer(0)).hasSize(2389);
			assertThat(get(server, "/customers?nodeId=n&page=0&size=50").body())
				.isEqualTo(Documents.page().replace(Documents.place(0, 50, 500), Documents.place(0, 50, 70)));
			assertThat(get(server, "/customers?size=50&page=1").body())
				.contains(Documents.customer(19), Documents.place(1, 50, 70))
				.doesNotContain(Documents.customer(20));
			assertThat(get(server, "/customers?page=2&size=50").body()).startsWith("{\"elements\":[],");
			HttpResponse<String> accepted = this.client.send(request(server, "/events")
				.POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(Documents.event())))
				.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(accepted.statusCode()).isEqualTo(202);
			assertThat(accepted.body()).startsWith("{\"id\":\"");
			assertThat(get(server, "/segments").statusCode()).isEqualTo(404);
		}
	}

	@Test
	@DisplayName("has any number of requests wait side by side")
	void waitsSideBySide() throws Exception {
		try (StubServer server = StubServer.start(Duration.ofMillis(500), 70)) {
			long start = System.nanoTime();
			List<CompletableFuture<HttpResponse<String>>> answers = Stream
				.generate(() -> this.client.sendAsync(request(server, "/customers/1").build(),
						HttpResponse.BodyHandlers.ofString()))
				.limit(40)
				.toList();
			for (CompletableFuture<HttpResponse<String>> answer : answers) {
				assertThat(answer.get().statusCode()).isEqualTo(200);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(500),
					Duration.ofSeconds(15));
		}
	}

	@Test
	@DisplayName("is a process of its own, which ends when its input does")
	void endsWithItsInput() throws Exception {
		int port;
		try (StubProcess process = StubProcess.start(Duration.ZERO, 70)) {
			port = process.port();
			assertThat(this.client
				.send(HttpRequest.newBuilder(URI.create(process.baseUrl() + "/workspaces/w/customers/1")).build(),
						HttpResponse.BodyHandlers.ofString())
				.body()).isEqualTo(Documents.customer(0));
		}
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("localhost", port).close());
	}

	private HttpResponse<String> get(StubServer server, String path) throws Exception {
		return this.client.send(request(server, path).build(), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(StubServer server, String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/hub/v1/workspaces/w" + path));
	}

}
