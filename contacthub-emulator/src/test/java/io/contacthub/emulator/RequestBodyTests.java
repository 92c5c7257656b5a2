package io.contacthub.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.emulator.RawConnection.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for bodies of requests that cannot be read.
 */
@DisplayName("A body of a request")
class RequestBodyTests extends AbstractEmulatorTests {

	private static final String JSON = "Content-Type: application/json";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                    | Required request body is missing
			'   '                 | Required request body is missing
			[]                    | Could not read document: a JSON object is expected
			{"a":1                | at line 1, column 7
			{"a":1,}              | Could not read document: Unexpected character ('}' (code 125))
			{"a":"b}              | at line 1, column
			{"a":1}{"b":2}        | Could not read document: there is more than one value at line 1, column 8
			nonsense              | Could not read document: Unrecognized token 'nonsense'
			""")
	@DisplayName("that is no JSON object is told where it breaks")
	void brokenBodyIsTold(String body, String reason) throws Exception {
		Answer answer = send(body.getBytes(StandardCharsets.UTF_8), JSON);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(JsonMapper.shared().readTree(answer.body()).path("message").stringValue()).contains(reason)
			.doesNotContain("tools.jackson");
	}

	@Test
	@DisplayName("that is not UTF-8 is refused")
	void otherEncodingIsRefused() throws Exception {
		byte[] body = ("{\"nodeId\":\"" + node() + "\",\"externalId\":\"\u00e9\"}")
			.getBytes(StandardCharsets.ISO_8859_1);
		Answer answer = send(body, JSON);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("Could not read document: Invalid UTF-8");
		assertThat(api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue()).isZero();
	}

	@Test
	@DisplayName("that is nested without end is refused")
	void deepBodyIsRefused() throws Exception {
		Answer answer = send("{\"a\":".repeat(20_000).getBytes(StandardCharsets.UTF_8), JSON);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("Could not read document");
	}

	@Test
	@DisplayName("of another type, or of none, is unsupported")
	void otherTypeIsUnsupported() throws Exception {
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		assertThat(send(body, "Content-Type: application/x-www-form-urlencoded").status()).isEqualTo(415);
		assertThat(send(body, "X-Nothing: 1").body()).contains("Content type 'application/octet-stream' not supported");
		assertThat(send(body, "Content-Type: multipart/form-data; boundary=x").status()).isEqualTo(415);
	}

	@Test
	@DisplayName("that is compressed is read, also while there are stubs")
	void compressedBodyIsRead() throws Exception {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		try (GZIPOutputStream compressed = new GZIPOutputStream(body)) {
			compressed.write(("{\"nodeId\":\"" + node() + "\",\"externalId\":\"1\"}").getBytes(StandardCharsets.UTF_8));
		}
		assertThat(send(body.toByteArray(), JSON, "Content-Encoding: gzip").status()).isEqualTo(201);
		emulator.wireMock().register(WireMock.get("/elsewhere").willReturn(WireMock.ok()));
		assertThat(send(body.toByteArray(), JSON, "Content-Encoding: gzip").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("that claims to be compressed and is not is refused")
	void badCompressionIsRefused() throws Exception {
		Answer answer = send("{}".getBytes(StandardCharsets.UTF_8), JSON, "Content-Encoding: gzip");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("it is not compressed with gzip");
	}

	@Test
	@DisplayName("that is larger than any document may be is refused")
	void hugeBodyIsRefused() throws Exception {
		Answer answer = send(new byte[11_000_000], JSON);
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.body()).contains("10485760 bytes");
	}

	private static Answer send(byte[] body, String... headers) throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			return connection.send("POST /hub/v1/workspaces/" + emulator.workspaceId() + "/customers", body, headers);
		}
	}

}
