package io.contacthub.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.Binder;
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
		List<ContactHubProperties> properties = properties(environment);
		List<String> tokens = properties.stream()
			.map(ContactHubProperties::token)
			.filter(StringUtils::hasText)
			.map(String::valueOf)
			.toList();
		List<String> passwords = properties.stream()
			.map((each) -> each.http().proxy().password())
			.filter(Objects::nonNull)
			.map(String::valueOf)
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
				|| passwords.contains(String.valueOf(data.getValue()).strip());
	}

	private static List<ContactHubProperties> properties(Environment environment) {
		return Stream
			.concat(Stream.of(Binder.get(environment).bindOrCreate("contacthub", ContactHubProperties.class)),
					ConnectionName.workspaces(environment)
						.stream()
						.map((name) -> NamedConnections.properties(environment, name)))
			.map(ContactHubProperties::withIniFile)
			.toList();
	}

}
