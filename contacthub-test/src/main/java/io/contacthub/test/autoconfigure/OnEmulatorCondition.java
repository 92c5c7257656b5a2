package io.contacthub.test.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when the emulator is asked for and nothing says where the real ContactHub is.
 */
class OnEmulatorCondition extends SpringBootCondition {

	private static final Log logger = LogFactory.getLog(OnEmulatorCondition.class);

	private static final List<String> CONNECTION = List.of("contacthub.workspace-id", "contacthub.token",
			"contacthub.node-id");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("ContactHub emulator");
		if (!environment.getProperty("contacthub.emulator.enabled", Boolean.class, false)) {
			return ConditionOutcome.noMatch(message.because("contacthub.emulator.enabled is not true"));
		}
		for (String property : CONNECTION) {
			if (StringUtils.hasText(environment.getProperty(property))) {
				logger.info("Running on ContactHub itself and not on an emulator, since " + property + " is set");
				return ConditionOutcome.noMatch(message.because(property + " is set"));
			}
		}
		return ConditionOutcome.match(message.because("it is enabled and no connection is configured"));
	}

}
