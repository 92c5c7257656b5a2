package io.contacthub;

import java.time.Duration;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.contacthub.client.RetrySettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base of the tests that look at the wire.
 */
public abstract class WireMockTests {

	protected static final String WORKSPACE = "/hub/v1/workspaces/w1";

	@RegisterExtension
	protected static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options()
			.dynamicPort()
			.http2PlainDisabled(true)
			.gzipDisabled(true)
			.jettyHeaderRequestSize(64 * 1024))
		.build();

	/**
	 * A node with quick repetitions.
	 */
	protected final Node node = workspace().build().node("n1");

	protected static Workspace.Builder workspace() {
		return Workspace.builder()
			.id("w1")
			.token("t0ken")
			.baseUrl(server.baseUrl() + "/hub/v1")
			.client((client) -> client.retry(
					new RetrySettings(3, Duration.ofMillis(1), 2, Duration.ofMillis(50), Duration.ofSeconds(10), 0.5)));
	}

	protected static void answer(MappingBuilder request, String json) {
		server.stubFor(request.willReturn(okJson(json)));
	}

	/**
	 * The answer of ContactHub itself to a request for what there is not.
	 */
	protected static ResponseDefinitionBuilder notFound() {
		return jsonResponse("{\"message\":\"not found\",\"logref\":\"l1\",\"data\":null,\"errors\":[]}", 404);
	}

	/**
	 * Wait for the pages that a test has left to be read ahead, whose requests the next
	 * test would be blamed for.
	 */
	@AfterEach
	void awaitEndOfStreams() {
		Awaitility.await().pollDelay(Duration.ZERO).untilAsserted(() -> assertThat(streamThreads()).isZero());
	}

	/**
	 * How many threads read pages at present.
	 */
	protected static long streamThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("contacthub-stream-"))
			.count();
	}

	protected static void verify(int count, RequestPatternBuilder request) {
		server.verify(count, request);
	}

}
