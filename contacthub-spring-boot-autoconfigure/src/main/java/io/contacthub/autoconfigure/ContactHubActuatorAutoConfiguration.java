package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration that keeps tokens out of the endpoints of the Actuator, even where
 * the application has them show all values.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ContactHubActuatorAutoConfiguration {

	ContactHubActuatorAutoConfiguration() {
	}

	@Bean
	SanitizingFunction contactHubSanitizingFunction(Environment environment) {
		List<ConnectionName> connections = new ArrayList<>(ConnectionName.workspaces(environment));
		connections.add(ConnectionName.none());
		List<String> tokens = connections.stream()
			.flatMap((name) -> Stream.of(name.value(environment, "token"), tokenOfFile(environment, name)))
			.flatMap(ContactHubActuatorAutoConfiguration::text)
			.map(String::strip)
			.toList();
		List<String> passwords = connections.stream()
			.map((name) -> name.value(environment, "http.proxy.password"))
			.flatMap(ContactHubActuatorAutoConfiguration::text)
			.map(String::strip)
			.toList();
		return (data) -> (isToken(data, tokens) || isPassword(data, passwords)) ? data.withSanitizedValue() : data;
	}

	/**
	 * Whether it is a token by its name or, since it may be in a variable of another
	 * name, by its value.
	 */
	private static boolean isToken(SanitizableData data, List<String> tokens) {
		String key = data.getLowerCaseKey().replace('_', '.');
		return (key.startsWith("contacthub.") && key.endsWith(".token"))
				|| tokens.stream().anyMatch(String.valueOf(data.getValue())::contains);
	}

	/**
	 * Whether it is the password of a proxy by its name or, since it may be in a variable
	 * of another name, by its value.
	 */
	private static boolean isPassword(SanitizableData data, List<String> passwords) {
		String key = data.getLowerCaseKey().replace('_', '.');
		return (key.startsWith("contacthub.") && key.endsWith(".proxy.password"))
				|| passwords.stream().anyMatch((password) -> holds(String.valueOf(data.getValue()), password));
	}

	/**
	 * Whether a value is a password, or holds it; a short one may be part of a word.
	 */
	private static boolean holds(String value, String password) {
		return (password.length() < 6) ? value.strip().equals(password) : value.contains(password);
	}

	private static @Nullable String tokenOfFile(Environment environment, ConnectionName name) {
		ConnectionFile file = ConnectionFile.of(name.value(environment, "ini-file"));
		return (file != null) ? file.get("token") : null;
	}

	private static Stream<String> text(@Nullable String value) {
		return StringUtils.hasText(value) ? Stream.of(value) : Stream.empty();
	}

}
