package io.contacthub.emulator;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsolePage}.
 */
@DisplayName("The files of the console")
class ConsolePageTests {

	private static ContactHubEmulator emulator;

	private static ControlClient control;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
		control = new ControlClient(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@ParameterizedTest
	@CsvSource({ "'', text/html;charset=utf-8", "console.css, text/css;charset=utf-8",
			"console.js, text/javascript;charset=utf-8", "console.svg, image/svg+xml" })
	@DisplayName("are served with their type, and may load nothing of others")
	void filesAreServed(String path, String type) {
		HttpResponse<String> file = control.exchange(control.request(path));
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(file.body()).isNotBlank();
		assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(file.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.startsWith("default-src 'none';")
			.doesNotContain("unsafe", "http", "*");
	}

	@Test
	@DisplayName("name no other address, and make no HTML of texts")
	void filesAreHarmless() {
		for (String path : new String[] { "", "console.css", "console.js" }) {
			assertThat(control.exchange(control.request(path)).body()).doesNotContain("http://", "https://",
					"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
		}
	}

}
