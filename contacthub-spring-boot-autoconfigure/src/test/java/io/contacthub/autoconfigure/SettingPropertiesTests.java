package io.contacthub.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.RetrySettings;
import io.contacthub.event.EventPublisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SettingProperties}.
 */
@DisplayName("A setting that is refused")
class SettingPropertiesTests {

	private static final List<String> CLIENT = List.of("workspaceId", "token", "baseUrl", "allowInsecureBaseUrl",
			"callTimeout", "maxResponseSize", "prefetch", "maxRequestsPerSecond");

	@Test
	@DisplayName("is told by a property that exists")
	void isToldByPropertyThatExists() throws IOException {
		Stream<String> properties = Stream
			.of(names("contacthub", CLIENT.stream()), names("contacthub.retry", components(RetrySettings.class)),
					names("contacthub.events.publisher",
							components(EventPublisher.Settings.class).filter((name) -> !name.equals("retry"))),
					names("contacthub.events.publisher.retry", components(PauseSettings.class)),
					names("contacthub.events.publisher.jdbc", Stream.of("ordered", "lease", "pollInterval", "maxAge")))
			.flatMap((names) -> names);
		try (InputStream stream = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			Map<?, ?> metadata = JsonMapper.shared().readValue(stream, Map.class);
			assertThat((List<?>) metadata.get("properties"))
				.extracting((property) -> String.valueOf(((Map<?, ?>) property).get("name")))
				.containsAll(properties.toList());
		}
	}

	private static Stream<String> components(Class<?> type) {
		return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
	}

	private static Stream<String> names(String prefix, Stream<String> settings) {
		return settings.map((setting) -> prefix + "." + SettingProperties.name(setting));
	}

	@Test
	@DisplayName("is told with its value and its remedy, below the prefix of what is set")
	void isToldWithValueAndRemedy() {
		ContactHubConfigurationException refused = SettingProperties
			.refused(new IllegalSettingException("callTimeout", "x", "do y"), "contacthub.workspaces.partner");
		assertThat(refused).hasMessage("'contacthub.workspaces.partner.http.call-timeout' is 'x': do y.");
		assertThat(refused.action()).endsWith("""
				contacthub:
				  workspaces:
				    partner:
				      http:
				        # call-timeout: <value>
				""");
	}

	@Test
	@DisplayName("is told as missing where it has no value")
	void isToldAsMissing() {
		assertThat(SettingProperties.refused(new IllegalSettingException("token", null, "give it"), "contacthub"))
			.hasMessage("'contacthub.token' is missing or blank.");
	}

	@Test
	@DisplayName("is told by the address where that is unencrypted, and how to allow it")
	void isToldByTheAddress() {
		ContactHubConfigurationException refused = SettingProperties.refused(
				new IllegalSettingException("allowInsecureBaseUrl", false, "anybody could listen in"), "contacthub");
		assertThat(refused).hasMessage("'contacthub.base-url' needs https: anybody could listen in.");
		assertThat(refused.action()).endsWith("contacthub:\n  allow-insecure-base-url: true\n");
	}

}
