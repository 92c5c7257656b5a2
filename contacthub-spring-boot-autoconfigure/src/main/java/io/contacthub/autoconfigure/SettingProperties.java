package io.contacthub.autoconfigure;

import java.util.Map;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.IllegalSettingException;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The properties that settings come from: the one place that knows how a setting of the
 * client is called there.
 */
final class SettingProperties {

	/** Those that are not called as their setting is. */
	private static final Map<String, String> NAMES = Map.of("allowInsecureBaseUrl", "base-url", "callTimeout",
			"http.call-timeout", "maxRequestsPerSecond", "http.max-requests-per-second", "maxResponseSize",
			"http.max-response-size", "prefetch", "stream.prefetch");

	private SettingProperties() {
	}

	/**
	 * Return the name of the property that a setting comes from.
	 * @param setting the setting as it is called in Java
	 * @return the name below the prefix of what is set
	 */
	static String name(String setting) {
		return NAMES.getOrDefault(setting, DataObjectPropertyName.toDashedForm(setting));
	}

	/**
	 * Name what is refused by its property.
	 * @param ex says which setting that is
	 * @param prefix where the properties are
	 */
	static ContactHubConfigurationException refused(IllegalSettingException ex, String prefix) {
		if (ex.setting().equals("requestFactory")) {
			return ContactHubConfigurationException.requestFactory("is " + ex.value() + ": " + ex.remedy());
		}
		String name = name(ex.setting());
		if (ex.value() == null) {
			return ContactHubConfigurationException.missing(prefix + "." + name);
		}
		String fault = "is " + ex.value() + ": " + ex.remedy() + ".";
		return switch (ex.setting()) {
			case "workspaceId" -> new ContactHubConfigurationException(prefix + "." + name, fault, """
					Give the id of the workspace:

					%s"""
				.formatted(ContactHubConfigurationException.lines(prefix, "workspace-id: <id of the workspace>")));
			case "baseUrl" -> new ContactHubConfigurationException(prefix + "." + name, fault, """
					Give the address of ContactHub, or remove the property:

					%s""".formatted(
					ContactHubConfigurationException.lines(prefix, "base-url: " + ContactHubClient.DEFAULT_BASE_URL)));
			case "allowInsecureBaseUrl" ->
				new ContactHubConfigurationException(prefix + "." + name, "needs https: " + ex.remedy() + ".", """
						Give the address with https. Only where nobody can listen in, allow that the token is sent \
						unencrypted:

						%s"""
					.formatted(ContactHubConfigurationException.lines(prefix, "allow-insecure-base-url: true")));
			default -> ContactHubConfigurationException.value(prefix + "." + name, fault);
		};
	}

}
