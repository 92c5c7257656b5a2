package io.contacthub.autoconfigure.http;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProxySettings}.
 */
@DisplayName("A proxy")
class ProxySettingsTests {

	@ParameterizedTest
	@CsvSource({ "hub.example.com, true", "HUB.EXAMPLE.COM, true", "example.com, false", "10.1.2.3, true",
			"11.1.2.3, false", "exact.host, true", "not.exact.host, false", "::1, true", "[::1], true" })
	@DisplayName("is passed by for names as Java's own setting has them")
	void matchesHosts(String host, boolean excluded) {
		ProxySettings proxy = new ProxySettings("proxy", 1, null, null,
				List.of("*.example.com", "10.*", "exact.host", "[::1]"));
		assertThat(proxy.excludes(host)).isEqualTo(excluded);
	}

	@Test
	@DisplayName("has its password in no text of its settings")
	void hidesPassword() {
		assertThat(new ProxySettings("proxy", 1, "me", "s3cret", List.of()).toString()).doesNotContain("s3cret");
	}

}
