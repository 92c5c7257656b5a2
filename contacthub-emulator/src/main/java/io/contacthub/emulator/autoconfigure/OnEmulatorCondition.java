package io.contacthub.emulator.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition that matches when the emulator is asked for and nothing says where the real
 * ContactHub is.
 */
class OnEmulatorCondition extends SpringBootCondition {

	private static final Log logger = LogFactory.getLog(OnEmulatorCondition.class);

	private static final String ENABLED = "contacthub.emulator.enabled";

	private static final List<String> CONNECTION = List.of("contacthub.workspace-id", "contacthub.token",
			"contacthub.node-id", "contacthub.ini-file");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("ContactHub emulator");
		Optional<String> reason = reasonAgainst(environment);
		if (reason.isEmpty()) {
			return ConditionOutcome.match(message.because("it is enabled and no connection is configured"));
		}
		if (isEnabled(environment) && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			logger.info("Running on ContactHub itself and not on an emulator, since " + reason.get());
		}
		return ConditionOutcome.noMatch(message.because(reason.get()));
	}

	/**
	 * Return why the application is not to run on the emulator, empty if it is.
	 */
	static Optional<String> reasonAgainst(Environment environment) {
		if (!isEnabled(environment)) {
			return Optional.of(ENABLED + " is not true");
		}
		List<String> connection = Stream.concat(CONNECTION.stream(), tokensOfWorkspaces(environment))
			.filter((property) -> isSet(environment, property))
			.toList();
		return connection.isEmpty() ? Optional.empty()
				: Optional.of(String.join(", ", connection) + ((connection.size() > 1) ? " are set" : " is set"));
	}

	/**
	 * Return the properties that say that a workspace with a name is configured: its
	 * token, or the file that has it. The ids need no secrecy, and may be where the
	 * emulator is used as well.
	 */
	private static Stream<String> tokensOfWorkspaces(Environment environment) {
		return NamedWorkspaces.prefixes(environment)
			.map(OnEmulatorCondition::uniform)
			.flatMap((workspace) -> Stream.of(workspace + ".token", workspace + ".ini-file"));
	}

	private static String uniform(String prefix) {
		return prefix.endsWith("]") ? prefix : ConfigurationPropertyName.adapt(prefix, '.').toString();
	}

	/**
	 * Return whether a property has a value, which a placeholder for an absent variable
	 * is not.
	 */
	private static boolean isSet(Environment environment, String property) {
		String value = Binder.get(environment).bind(property, String.class).orElse("");
		return StringUtils.hasText(value) && !value.startsWith("${");
	}

	private static boolean isEnabled(Environment environment) {
		return environment.getProperty(ENABLED, Boolean.class, false);
	}

}
