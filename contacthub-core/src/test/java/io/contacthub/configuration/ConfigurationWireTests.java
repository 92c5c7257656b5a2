package io.contacthub.configuration;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.contacthub.WireMockTests;

import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

/**
 * Base of the tests for the configuration on the wire.
 */
abstract class ConfigurationWireTests extends WireMockTests {

	protected static final String PAGE = "\"page\":{\"size\":2,\"totalElements\":3,\"totalPages\":2,\"number\":1}";

	protected final WorkspaceConfiguration configuration = this.node.workspace().configuration();

	/**
	 * Have every request answered alike, so that it is the test that says which one is
	 * expected.
	 */
	protected static void answer(int status, String json) {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(json, status)));
	}

	/**
	 * Verify that exactly one request was made since the last time, and that it has no
	 * body.
	 */
	protected static void verifyRequest(HttpMethod method, String path) {
		verifyRequest(request(method, path).withRequestBody(absent()).withoutHeader("Content-Type"));
	}

	/**
	 * Verify that exactly one request was made since the last time, and that its body is
	 * this one, member for member.
	 */
	protected static void verifyRequest(HttpMethod method, String path, String body) {
		verifyRequest(request(method, path).withHeader("Content-Type", equalTo("application/json"))
			.withRequestBody(equalToJson(body, false, false)));
	}

	private static RequestPatternBuilder request(HttpMethod method, String path) {
		return new RequestPatternBuilder(RequestMethod.fromString(method.name()),
				urlEqualTo(WORKSPACE + "/configuration" + path))
			.withHeader("Authorization", equalTo("Bearer t0ken"));
	}

	private static void verifyRequest(RequestPatternBuilder request) {
		verify(1, request);
		verify(1, anyRequestedFor(anyUrl()));
		server.resetRequests();
	}

}
