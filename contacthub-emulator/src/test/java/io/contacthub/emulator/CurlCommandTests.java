package io.contacthub.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CurlCommand}.
 */
@DisplayName("The command for curl")
class CurlCommandTests {

	private static final String ADDRESS = "http://localhost:8089";

	@Test
	@DisplayName("has method, address, headers and body, and not what curl says itself")
	void requestIsWritten() {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		headers.put("Host", List.of("contacthub:80"));
		headers.put("Content-Length", List.of("2"));
		headers.put("Authorization", List.of("bearer emulator-token-not-a-secret"));
		headers.put("Content-Type", List.of("application/json"));
		headers.put("Accept", List.of("*/*"));
		headers.put("Accept-Encoding", List.of("gzip"));
		headers.put("X-Trace", List.of("it's", "2"));
		assertThat(CurlCommand.of(request("POST", "/hub/v1/x?a=b%20c", headers, "{\"name\":\"D'Arco\"}"), ADDRESS))
			.isEqualTo("curl -X POST 'http://localhost:8089/hub/v1/x?a=b%20c'"
					+ " -H 'Authorization: bearer emulator-token-not-a-secret' -H 'Content-Type: application/json'"
					+ " -H 'X-Trace: it'\\''s' -H 'X-Trace: 2' --data-raw '{\"name\":\"D'\\''Arco\"}'");
		assertThat(CurlCommand.of(request("HEAD", "/hub/v1/[x]", Map.of(), ""), ADDRESS))
			.isEqualTo("curl --head --globoff 'http://localhost:8089/hub/v1/[x]'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer secret", "Bearer emulator-token-not-a-secret-2", "Bearer emulator-token",
			"Basic eDp5", "" })
	@DisplayName("has no token that may be a secret")
	void tokenIsNotWritten(String value) {
		assertThat(CurlCommand.of(request("GET", "/hub/v1/me", Map.of("authorization", List.of(value)), ""), ADDRESS))
			.isEqualTo("curl 'http://localhost:8089/hub/v1/me' -H \"Authorization: Bearer $CONTACTHUB_TOKEN\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"D'Arco $HOME `id` \\\\ \\u00e0 à 😀\"}", "{\n\t\"a\": \"100 %s\\n\"\r\n}",
			"@/etc/hostname", "\u001b[31m\u0000'" })
	@DisplayName("sends the same body again, and is one line")
	void bodyIsSentAgain(String body, @TempDir Path folder) throws Exception {
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		List<String> lines = new ArrayList<>();
		HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		server.createContext("/", (exchange) -> {
			received.write(exchange.getRequestBody().readAllBytes());
			lines.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
					+ exchange.getRequestHeaders().getFirst("Authorization") + " "
					+ exchange.getRequestHeaders().getFirst("Content-Type"));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		server.start();
		try {
			String command = CurlCommand.of(
					request("PATCH", "/hub/v1/x?q=%7B%22%7D", Map.of("Authorization", List.of("Bearer t")), body),
					"http://localhost:" + server.getAddress().getPort());
			assertThat(command).doesNotContainPattern("\\p{Cntrl}");
			assertThat(run(command, folder)).isZero();
		}
		finally {
			server.stop(0);
		}
		assertThat(received.toByteArray()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
		assertThat(lines).containsExactly("PATCH /hub/v1/x?q=%7B%22%7D Bearer from-environment null");
	}

	private static int run(String command, Path folder) throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")) && Files.isExecutable(Path.of("/bin/sh")),
				"there is no curl");
		// a file, since the arguments of a process are not in UTF-8 everywhere
		Path script = Files.writeString(folder.resolve("script"), command);
		ProcessBuilder shell = new ProcessBuilder("/bin/sh", script.toString()).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("output").toFile());
		shell.environment().put("CONTACTHUB_TOKEN", "from-environment");
		shell.environment().put("no_proxy", "*");
		Process process = shell.start();
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private static RecentRequest request(String method, String url, Map<String, List<String>> headers, String body) {
		return new RecentRequest("1", method, url, headers, body.getBytes(StandardCharsets.UTF_8), 200, Instant.EPOCH,
				1);
	}

}
