package io.contacthub.benchmarks.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.process.contacthub.ContactHubApplication;
import io.contacthub.benchmarks.process.restclient.RestClientApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the applications whose start is measured do what they are asked for.
 */
@DisplayName("An application whose start is measured")
class StartedApplicationsTests {

	private final InputStream input = System.in;

	private final PrintStream output = System.out;

	private final ByteArrayOutputStream text = new ByteArrayOutputStream();

	@AfterEach
	void restore() {
		System.setIn(this.input);
		System.setOut(this.output);
		for (String name : List.of("base-url", "workspace-id", "node-id", "token")) {
			System.clearProperty("contacthub." + name);
		}
	}

	private void run(Program program) throws Exception {
		try (Stub stub = Stub.start(BenchmarkPlan.SMOKE, Duration.ZERO, 1)) {
			// this class path has the starter for both
			List.of("workspace-id", "node-id", "token")
				.forEach((name) -> System.setProperty("contacthub." + name, "x"));
			System.setProperty("contacthub.base-url", stub.baseUrl());
			System.setIn(new ByteArrayInputStream("gc".getBytes(StandardCharsets.US_ASCII)));
			System.setOut(new PrintStream(this.text, true, StandardCharsets.UTF_8));
			program.main("--spring.main.banner-mode=off");
		}
		assertThat(this.text.toString(StandardCharsets.UTF_8).lines()).filteredOn((line) -> !line.contains("INFO"))
			.satisfiesExactly((started) -> assertThat(started).isEqualTo("started"),
					(idle) -> assertThat(idle).matches("done [0-9]+ [0-9]+"),
					(called) -> assertThat(called).matches("done [0-9]+ [0-9]+"));
	}

	@Test
	@DisplayName("has the starter and makes a call")
	void hasTheStarter() throws Exception {
		run(ContactHubApplication::main);
	}

	@Test
	@DisplayName("has Spring's client and makes a call")
	void hasSpringsClient() throws Exception {
		run(RestClientApplication::main);
	}

	private interface Program {

		void main(String... arguments) throws Exception;

	}

}
