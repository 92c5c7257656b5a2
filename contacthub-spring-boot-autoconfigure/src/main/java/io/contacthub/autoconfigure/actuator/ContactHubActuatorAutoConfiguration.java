package io.contacthub.autoconfigure.actuator;

import io.contacthub.autoconfigure.ConnectionSecrets;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

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
		ConnectionSecrets secrets = ConnectionSecrets.of(environment);
		return (data) -> (isToken(data, secrets) || isPassword(data, secrets)) ? data.withSanitizedValue() : data;
	}

	/**
	 * Return whether it is a token by its name or, since it may be in a variable of
	 * another name, by its value.
	 */
	private static boolean isToken(SanitizableData data, ConnectionSecrets secrets) {
		String key = data.getLowerCaseKey().replace('_', '.');
		return (key.startsWith("contacthub.") && key.endsWith(".token"))
				|| secrets.tokens().stream().anyMatch(String.valueOf(data.getValue())::contains);
	}

	/**
	 * Return whether it is the password of a proxy by its name or, since it may be in a
	 * variable of another name, by its value.
	 */
	private static boolean isPassword(SanitizableData data, ConnectionSecrets secrets) {
		String key = data.getLowerCaseKey().replace('_', '.');
		return (key.startsWith("contacthub.") && key.endsWith(".proxy.password")) || secrets.passwords()
			.stream()
			.anyMatch((password) -> holds(String.valueOf(data.getValue()), password));
	}

	/**
	 * Return whether a value is a password, or holds it; a short one may be part of a
	 * word.
	 */
	private static boolean holds(String value, String password) {
		return (password.length() < 6) ? value.strip().equals(password) : value.contains(password);
	}

}
