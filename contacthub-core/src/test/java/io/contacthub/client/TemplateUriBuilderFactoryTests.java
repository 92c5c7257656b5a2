package io.contacthub.client;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.DefaultUriBuilderFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TemplateUriBuilderFactory}.
 */
@DisplayName("The factory of addresses")
class TemplateUriBuilderFactoryTests {

	private static final String BASE = "https://hub.example.org:8443/hub/v1/workspaces/w%201";

	private final TemplateUriBuilderFactory factory = new TemplateUriBuilderFactory(
			Endpoint.of("https://hub.example.org:8443/hub/v1", "w 1", false));

	@ParameterizedTest
	@ValueSource(strings = { "", "/customers", "/me/{id}", "/me/", "me", "/ME", "/customers/{id}",
			"/customers/{id:[a-z]+}/tags", "/a/{id}/{name}?x=1", "/a?{name}={id}", "/a?ids={id}&{name}={name}",
			"a%20b/{id}", "https://other.example.org/{id}" })
	@DisplayName("makes the same addresses as Spring's, each time")
	void makesSameAddresses(String template) {
		DefaultUriBuilderFactory expected = new DefaultUriBuilderFactory(BASE);
		expected.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
		for (String id : new String[] { "1", "a/b?c=d&e", "é {name}", "%2e%2e", "100%" }) {
			Map<String, String> variables = Map.of("id", id, "name", "n+m");
			assertThat(this.factory.expand(template, variables)).isEqualTo(expected.expand(template, variables));
			assertThat(this.factory.uriString(template).toUriString())
				.isEqualTo(expected.uriString(template).toUriString());
		}
	}

	@Test
	@DisplayName("knows one address beside the workspace")
	void knowsCaller() {
		assertThat(this.factory.expand("/me", Map.of())).hasToString("https://hub.example.org:8443/hub/v1/me");
		assertThat(this.factory.uriString("/me").toUriString()).isEqualTo("https://hub.example.org:8443/hub/v1/me");
	}

	@Test
	@DisplayName("refuses a template of which a variable has no value")
	void refusesMissingValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.factory.expand("/customers/{id}", Map.of()));
		assertThat(this.factory.expand("/customers/{id}", Map.of("id", "1")))
			.isEqualTo(URI.create(BASE + "/customers/1"));
	}

}
