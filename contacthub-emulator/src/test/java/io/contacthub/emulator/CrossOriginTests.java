package io.contacthub.emulator;

import java.io.IOException;

import io.contacthub.emulator.RawConnection.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrossOrigin}: calls by pages in a browser.
 */
@DisplayName("A page of another origin")
class CrossOriginTests extends AbstractEmulatorTests {

	private static final String ORIGIN = "Origin: https://shop.example.com";

	@ParameterizedTest
	@ValueSource(strings = { "/hub/v1/me", "/hub/v1/nothing", "/hub/v1/workspaces/w1/customers", "/hub/v1/me?a={",
			"/hub/v1/me?a=%zz" })
	@DisplayName("may read each answer, also of what is refused")
	void answersAreReadable(String target) throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			assertReadable(connection.send("GET " + target, ORIGIN));
			assertThat(connection.send("GET " + target).headers()).doesNotContainKey("Access-Control-Allow-Origin");
		}
	}

	@Test
	@DisplayName("may read that its token is not valid")
	void unauthorizedIsReadable() throws Exception {
		try (RawConnection connection = new RawConnection("localhost", emulator.port(), "other")) {
			Answer answer = connection.send("GET /hub/v1/me", ORIGIN);
			assertThat(answer.status()).isEqualTo(401);
			assertReadable(answer);
		}
	}

	@Test
	@DisplayName("is told without a token what it may do")
	void preflightIsAnswered() throws Exception {
		String asked = "authorization,content-type,contactlab-clientid,contactlab-clientversion,x-own";
		try (RawConnection connection = new RawConnection("localhost", emulator.port(), "none")) {
			Answer answer = connection.send("OPTIONS /hub/v1/workspaces/" + emulator.workspaceId() + "/customers",
					ORIGIN, "Access-Control-Request-Method: PATCH", "Access-Control-Request-Headers: " + asked);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.body()).isEmpty();
			assertReadable(answer);
			assertThat(answer.headers().get("Access-Control-Allow-Headers")).isEqualTo(asked);
			assertThat(answer.headers().get("Access-Control-Allow-Methods").split(", ")).contains("GET", "POST", "PUT",
					"PATCH", "DELETE");
			assertThat(Integer.parseInt(answer.headers().get("Access-Control-Max-Age"))).isPositive();
		}
	}

	@Test
	@DisplayName("that asks for no headers is told those of the API, and that a local address is permitted")
	void preflightNamesHeaders() throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("OPTIONS /hub/v1/me", ORIGIN, "Access-Control-Request-Method: GET",
					"Access-Control-Request-Private-Network: true");
			assertThat(answer.headers().get("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type",
					"Contactlab-ClientId", "Contactlab-ClientVersion", "Contactlab-Tracing-ID");
			assertThat(answer.headers()).containsEntry("Access-Control-Allow-Private-Network", "true");
		}
	}

	@Test
	@DisplayName("may read the answers of stubs, which may say who may")
	void stubsAreReadable() throws Exception {
		emulator.wireMock().register(any(urlPathMatching("/hub/v1/failing")).willReturn(serverError()));
		emulator.wireMock()
			.register(get(urlPathEqualTo("/hub/v1/own"))
				.willReturn(aResponse().withHeader("Access-Control-Allow-Origin", "https://own.example.com")));
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("GET /hub/v1/failing", ORIGIN);
			assertThat(answer.status()).isEqualTo(500);
			assertReadable(answer);
			assertThat(
					connection.send("OPTIONS /hub/v1/failing", ORIGIN, "Access-Control-Request-Method: POST").status())
				.isEqualTo(200);
			assertThat(connection.send("GET /hub/v1/own", ORIGIN).headers())
				.containsEntry("Access-Control-Allow-Origin", "https://own.example.com");
			assertReadable(connection.send("GET /hub/v1/me", ORIGIN));
		}
	}

	@Test
	@DisplayName("may not control the emulator")
	void controlIsNotShared() throws IOException {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("OPTIONS /emulator/reset", ORIGIN, "Access-Control-Request-Method: POST");
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
		}
	}

	@Test
	@DisplayName("is the only one that may ask what it may do")
	void otherOptionsAreRefused() throws Exception {
		try (RawConnection connection = new RawConnection("localhost", emulator.port(), "none")) {
			assertThat(connection.send("OPTIONS /hub/v1/me").status()).isEqualTo(401);
			assertThat(connection.send("OPTIONS /hub/v1/me", ORIGIN).status()).isEqualTo(401);
		}
	}

	private static void assertReadable(Answer answer) {
		assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "https://shop.example.com")
			.containsEntry("Vary", "Origin");
		assertThat(answer.headers().get("Access-Control-Expose-Headers")).contains("Retry-After");
	}

}
