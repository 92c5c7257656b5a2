package io.contacthub.emulator;

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

/**
 * Tests for requests that a server refuses before the API sees them.
 */
@DisplayName("A bad request")
class BadRequestTests extends AbstractEmulatorTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/customers?nodeId=100%     | character 11 of the query, %, has to be followed by two hexadecimal digits
			/customers?nodeId=%zz      | character 8 of the query, %, has to be followed by two hexadecimal digits
			/customers?nodeId=%41%4    | character 11 of the query, %, has to be followed by two hexadecimal digits
			/customers?nodeId=a%C3%28b | characters 9 to 14 of the query, %C3%28, are not UTF-8
			/customers/%ff             | of the path, %ff, are not UTF-8
			/customers/a[b             | of the path, U+005B ([), has to be percent-encoded
			/customers?nodeId=a{b      | character 9 of the query, U+007B ({), has to be percent-encoded
			""")
	@DisplayName("is told what is wrong with the encoding of its address")
	void badEncodingIsTold(String target, String reason) throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("GET " + root() + target);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
			assertThat(answer.body()).contains("<h1>HTTP Status 400 - Bad Request</h1>").contains(reason);
			assertThat(connection.send("GET /hub/v1/me").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hub/v1/customers/%zz", "/hub/v1/customers/%", "/__admin/requests?limit=100%",
			"/elsewhere?a=%zz", "/emulator/?a=%zz" })
	@DisplayName("is refused wherever it goes, without a stack trace")
	void badEncodingIsRefusedEverywhere(String target) throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("GET " + target);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.body()).contains("<h1>HTTP Status 400 - Bad Request</h1>").doesNotContain("at ");
		}
		assertThat(api.get("/customers", "nodeId", node()).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("with a malformed address is refused even where a stub would answer")
	void badEncodingIsRefusedBeforeStubs() throws Exception {
		emulator.wireMock().register(get(urlPathEqualTo("/hub/v1/stubbed")).willReturn(ok()));
		try (RawConnection connection = new RawConnection(emulator)) {
			assertThat(connection.send("GET /hub/v1/stubbed?a=%zz").status()).isEqualTo(400);
			assertThat(connection.send("GET /hub/v1/stubbed?a=%41").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/hub/v1/me?a=, 414", "/hub/v1/me?a=%20, 414" })
	@DisplayName("with an overlong line is told so")
	void overlongLineIsTold(String target, int status) throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("GET " + target + "a".repeat(40_000));
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.body()).contains("<h1>HTTP Status " + status).doesNotContain("at ");
		}
		assertThat(api.get("/customers", "nodeId", node()).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("with an overlong header is told so")
	void overlongHeaderIsTold() throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("GET /hub/v1/me", "X-Long: " + "a".repeat(40_000));
			assertThat(answer.status()).isEqualTo(431);
			assertThat(answer.body()).contains("<h1>HTTP Status 431");
		}
	}

	@Test
	@DisplayName("that is no HTTP is refused")
	void noHttpIsRefused() throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("nonsense");
			assertThat(answer.status()).isEqualTo(505);
			assertThat(answer.body()).contains("<h1>HTTP Status 505");
		}
		assertThat(api.get("/customers", "nodeId", node()).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("is none because of raw brackets in the query where they are accepted")
	void rawBracketsCanBeAccepted() throws Exception {
		try (ContactHubEmulator lenient = ContactHubEmulator.builder().acceptRawBrackets(true).start();
				RawConnection connection = new RawConnection(lenient)) {
			String customers = "/hub/v1/workspaces/" + lenient.workspaceId() + "/customers?nodeId=" + lenient.nodeId();
			assertThat(connection.send("GET " + customers + "&externalId=a[1]").status()).isEqualTo(200);
			assertThat(connection.send("GET " + customers + "&externalId=a{1}").status()).isEqualTo(400);
		}
	}

	private static String root() {
		return "/hub/v1/workspaces/" + emulator.workspaceId();
	}

}
