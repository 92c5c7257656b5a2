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
		List<String> tokens = tokens(environment);
		return (data) -> isToken(data, tokens) ? data.withSanitizedValue() : data;
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

	private static List<String> tokens(Environment environment) {
		return Stream
			.concat(Stream.of(Binder.get(environment).bind("contacthub.token", String.class).orElse("")),
					ConnectionName.workspaces(environment)
						.stream()
						.map((name) -> NamedConnections.properties(environment, name).token()))
			.filter(Objects::nonNull)
			.filter(StringUtils::hasText)
			.toList();
	}

}
