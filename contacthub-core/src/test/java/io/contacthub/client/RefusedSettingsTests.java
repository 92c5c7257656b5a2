package io.contacthub.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for settings of a client that are refused.
 */
@DisplayName("A setting of a client that is refused")
class RefusedSettingsTests {

	static Stream<Arguments> settings() {
		return Stream.of(setting("workspaceId", null, (client) -> client.workspaceId(" ")),
				setting("workspaceId", "'w1/../w2'", (client) -> client.workspaceId("w1/../w2")),
				setting("workspaceId", "'w?1'", (client) -> client.workspaceId("w\n1")),
				setting("token", null, (client) -> client.token(" ")),
				setting("baseUrl", "'ftp://***@hub'", (client) -> client.baseUrl("ftp://ann:s3cret@hub")),
				setting("baseUrl", "'https://a b'", (client) -> client.baseUrl("https://a b")),
				setting("baseUrl", "'https://hub/a/../..'", (client) -> client.baseUrl("https://hub/a/../..")),
				setting("baseUrl", "'https://hub/workspaces/w2'",
						(client) -> client.baseUrl("https://hub/workspaces/w2")),
				setting("allowInsecureBaseUrl", "false", (client) -> client.baseUrl("http://hub.example.com")),
				setting("callTimeout", "PT0S", (client) -> client.callTimeout(Duration.ZERO)),
				setting("maxResponseSize", "0B", (client) -> client.maxResponseSize(DataSize.ofBytes(0))),
				setting("prefetch", "-1", (client) -> client.prefetch(-1)),
				setting("maxRequestsPerSecond", "-1", (client) -> client.maxRequestsPerSecond(-1)),
				setting("maxRequestsPerSecond", "100001", (client) -> client.maxRequestsPerSecond(100_001)),
				setting("requestFactory", "'SimpleClientHttpRequestFactory'",
						(client) -> client.requestFactory(new SimpleClientHttpRequestFactory())),
				setting("requestFactory", "'JdkClientHttpRequestFactory within BufferingClientHttpRequestFactory'",
						(client) -> client
							.requestFactory(new BufferingClientHttpRequestFactory(new JdkClientHttpRequestFactory(
									HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build())))));
	}

	@Test
	@DisplayName("is the name of a header that is none")
	void refusesHeaderNames() {
		ContactHubClient.Builder client = ContactHubClient.builder();
		for (String name : List.of("X: y\r\nZ", "X Y", "X:", "\u00e8")) {
			assertThatIllegalArgumentException().isThrownBy(() -> client.tracing(name, () -> "t1"))
				.withMessageContaining(name);
		}
	}

	private static Arguments setting(String name, String value, Consumer<ContactHubClient.Builder> setter) {
		return Arguments.of(name, value, setter);
	}

	@ParameterizedTest
	@MethodSource("settings")
	@DisplayName("is told by its name, its value and what to do about it, and no secret is")
	void tellsNameValueAndRemedy(String name, String value, Consumer<ContactHubClient.Builder> setter) {
		assertRefused(() -> {
			ContactHubClient.Builder client = ContactHubClient.builder().workspaceId("w1").token("t0ken");
			setter.accept(client);
			client.build();
		}, name, value);
	}

	@Test
	@DisplayName("may be one that is missing")
	void tellsWhatIsMissing() {
		assertRefused(() -> ContactHubClient.builder().token("t0ken").build(), "workspaceId", null);
		assertRefused(() -> ContactHubClient.builder().workspaceId("w1").build(), "token", null);
	}

	private static void assertRefused(ThrowingCallable call, String name, String value) {
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.setting()).isEqualTo(name);
			assertThat(ex.value()).isEqualTo(value);
			assertThat(ex.remedy()).isNotBlank().doesNotContain("s3cret", "contacthub.", "t0ken");
			assertThat(ex).hasMessage(name + " is " + ((value != null) ? value : "missing") + ": " + ex.remedy());
		});
	}

}
