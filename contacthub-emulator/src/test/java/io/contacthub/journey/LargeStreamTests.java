package io.contacthub.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream whose customers would not fit in the memory of the application.
 */
@DisplayName("A large stream")
class LargeStreamTests {

	static final int CUSTOMERS = 200_000;

	private static final int SIZE = 50;

	@TempDir
	private Path folder;

	@Test
	@DisplayName("S43 of 200,000 customers is read in a heap of 64 MB")
	void fitsInSmallHeap() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newFixedThreadPool(4));
		server.createContext("/", LargeStreamTests::answer);
		server.start();
		try {
			Path output = this.folder.resolve("output");
			ProcessBuilder builder = new ProcessBuilder(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
					System.getProperty("java.class.path"), LargeStreamApplication.class.getName(),
					"http://localhost:" + server.getAddress().getPort())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			// Java tells of the options that it finds there
			builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
			Process process = builder.start();
			assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
			assertThat(output).content().isEqualTo("");
			assertThat(process.exitValue()).isZero();
		}
		finally {
			server.stop(0);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*page=(\\d+).*", "$1"));
		String filler = "x".repeat(1000);
		String elements = IntStream.range(page * SIZE, (page + 1) * SIZE)
			.mapToObj((i) -> "{\"id\":\"" + i + "\",\"extra\":\"" + filler + "\"}")
			.collect(Collectors.joining(","));
		byte[] body = ("{\"elements\":[" + elements + "],\"page\":{\"size\":" + SIZE + ",\"totalElements\":" + CUSTOMERS
				+ ",\"totalPages\":" + CUSTOMERS / SIZE + ",\"number\":" + page + "}}")
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
