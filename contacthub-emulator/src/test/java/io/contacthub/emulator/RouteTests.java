package io.contacthub.emulator;

import io.contacthub.emulator.ApiClient.Response;
import io.contacthub.emulator.RawConnection.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the way of a request to what serves it.
 */
@DisplayName("An operation of the API")
class RouteTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("needs a token and a workspace, whether it is served or not")
	void accessComesFirst() {
		assertThat(call(new ApiClient(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId(), "other"),
				"GET segments")
			.status()).isEqualTo(401);
		assertThat(
				call(new ApiClient(emulator.baseUrl() + "/workspaces/w1", emulator.token()), "GET segments").status())
			.isEqualTo(403);
	}

	@Test
	@DisplayName("has the methods that it has, and an unknown path none")
	void otherMethodsAreRefused() throws Exception {
		assertThat(call(api, "PATCH segments/{id}").status()).isEqualTo(405);
		assertThat(call(api, "GET segment").status()).isEqualTo(404);
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("POST " + path("/customers/1"));
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.headers()).containsEntry("Allow", "DELETE, GET, HEAD, PATCH, PUT");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hub/v1/me", "/customers?nodeId=NODE", "/customers/unknown", "/segments" })
	@DisplayName("that answers GET answers HEAD with the same status and length, on the same connection")
	void headIsAnswered(String target) throws Exception {
		createId("'externalId':'1'");
		String url = target.startsWith("/hub") ? target : path(target.replace("NODE", node()));
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer get = connection.send("GET " + url);
			Answer head = connection.send("HEAD " + url);
			assertThat(head.status()).isEqualTo(get.status());
			assertThat(head.headers()).containsEntry("Content-Type", "application/json;charset=UTF-8")
				.containsEntry("Content-Length", get.headers().get("Content-Length"));
			assertThat(connection.send("GET /hub/v1/me").status()).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("that does not answer GET does not answer HEAD")
	void headNeedsGet() throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			assertThat(connection.send("HEAD " + path("/customers/1/likes")).status()).isEqualTo(405);
			assertThat(connection.send("HEAD " + path("/nothing")).status()).isEqualTo(404);
			assertThat(connection.send("GET /hub/v1/me").status()).isEqualTo(200);
		}
	}

	private static Response call(ApiClient client, String operation) {
		String[] parts = operation.split(" ");
		return client.send(parts[0], "/" + parts[1].replace("{id}", "1").replace("{name}", "1"),
				parts[0].startsWith("P") ? "{}" : null);
	}

	private static String path(String path) {
		return "/hub/v1/workspaces/" + emulator.workspaceId() + path;
	}

}
