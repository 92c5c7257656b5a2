package io.contacthub.emulator;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for who is let in, and for the bodies of errors that concern no resource.
 */
@DisplayName("When a request reaches the emulator,")
class AccessTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("a request without a token is not authorized")
	void requestWithoutTokenIsUnauthorized() {
		Response response = api.send(HttpRequest.newBuilder(URI.create(root() + "/customers")).build());
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.at("/message").stringValue()).isEqualTo("The client is not authorized to access the API");
		assertThat(response.at("/logref").stringValue()).matches("[0-9a-f-]{36}");
		assertThat(response.json().has("data")).isTrue();
		assertThat(response.at("/errors").isArray()).isTrue();
	}

	@Test
	@DisplayName("a request with another token is not authorized")
	void requestWithWrongTokenIsUnauthorized() {
		assertThat(new ApiClient(root(), "other").get("/customers", "nodeId", node()).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "bearer", "BEARER" })
	@DisplayName("the scheme of the token is written in any case")
	void schemeIsWrittenInAnyCase(String scheme) {
		URI customers = URI.create(root() + "/customers?nodeId=" + node());
		assertThat(api
			.send(HttpRequest.newBuilder(customers).header("Authorization", scheme + " " + emulator.token()).build())
			.status()).isEqualTo(200);
		assertThat(api
			.send(HttpRequest.newBuilder(customers)
				.header("Authorization", scheme + " " + emulator.token().toUpperCase(Locale.ROOT) + "x")
				.build())
			.status()).isEqualTo(401);
	}

	@Test
	@DisplayName("another workspace is forbidden and named")
	void otherWorkspaceIsForbidden() {
		Response response = new ApiClient(emulator.baseUrl() + "/workspaces/w1", emulator.token()).get("/customers",
				"nodeId", node());
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.at("/message").stringValue()).isEqualTo("workspace not found: w1");
	}

	@Test
	@DisplayName("an unknown route has the error body of the server, not of the API")
	void unknownRouteIsNotFound() {
		Response response = api.get("/nothing");
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.at("/status").intValue()).isEqualTo(404);
		assertThat(response.at("/error").stringValue()).isEqualTo("Not Found");
		assertThat(response.at("/path").stringValue()).endsWith("/nothing");
		assertThat(response.at("/timestamp").isIntegralNumber()).isTrue();
		assertThat(response.json().has("logref")).isFalse();
	}

	@Test
	@DisplayName("a path with an empty id is an unknown route, a slash at the end does not matter")
	void emptyIdIsNotFound() {
		assertThat(api.get("/customers//sessions").at("/error").stringValue()).isEqualTo("Not Found");
		assertThat(api.get("/customers/", "nodeId", node()).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("an id is decoded from the path, a plus sign stays one")
	void idIsDecoded() {
		assertThat(api.get("/customers/a%20b+c").at("/message").stringValue()).isEqualTo("customer not found a b+c");
	}

	@Test
	@DisplayName("a known route refuses other methods")
	void wrongMethodIsRefused() {
		Response response = api.delete("/customers");
		assertThat(response.status()).isEqualTo(405);
		assertThat(response.at("/message").stringValue()).isEqualTo("Request method 'DELETE' not supported");
		assertThat(response.json().has("status")).isFalse();
	}

	@Test
	@DisplayName("a body that is no JSON object is a bad request")
	void malformedBodyIsBadRequest() {
		assertThat(api.post("/customers", "{'nodeId':").status()).isEqualTo(400);
		assertThat(api.post("/customers", "[]").status()).isEqualTo(400);
		assertThat(api.post("/customers", "").status()).isEqualTo(400);
	}

	@Test
	@DisplayName("a body must be declared as JSON")
	void bodyOfOtherTypeIsUnsupported() {
		HttpRequest request = HttpRequest.newBuilder(URI.create(root() + "/customers"))
			.header("Authorization", "Bearer " + emulator.token())
			.header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString("{}"))
			.build();
		assertThat(api.send(request).status()).isEqualTo(415);
	}

	@Test
	@DisplayName("who the token belongs to can be asked without a workspace")
	void callerIsKnown() {
		Response response = new ApiClient(emulator.baseUrl(), emulator.token()).get("/me");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.at("/groups/0/workspaces/0/id").stringValue()).isEqualTo(emulator.workspaceId());
		assertThat(response.at("/groups/0/workspaces/0/nodes/0/id").stringValue()).isEqualTo(node());
	}

	private static String root() {
		return emulator.baseUrl() + "/workspaces/" + emulator.workspaceId();
	}

}
