package io.contacthub.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition for {@link ConditionalOnMainConnection}.
 */
class OnMainConnectionCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final String WORKSPACE = "contacthub.workspace-id";

	private static final String FILE = "contacthub.ini-file";

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		MergedAnnotation<ConditionalOnMainConnection> annotation = metadata.getAnnotations()
			.get(ConditionalOnMainConnection.class);
		String property = annotation.getString("value");
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnMainConnection.class);
		if (StringUtils.hasText(Binder.get(environment).bind(property, String.class).orElse(""))) {
			return ConditionOutcome.match(message.because(property + " is set"));
		}
		if (property.equals(WORKSPACE)
				&& StringUtils.hasText(Binder.get(environment).bind(FILE, String.class).orElse(""))) {
			return ConditionOutcome.match(message.because(FILE + " is set"));
		}
		if (hasConnectionDetails(context.getBeanFactory())) {
			return ConditionOutcome.match(message.because("the connection is a bean"));
		}
		for (String names : annotation.getStringArray("neededBy")) {
			if (isBound(environment, names)) {
				return ConditionOutcome.match(message.because(names + " are set"));
			}
		}
		for (String names : annotation.getStringArray("unless")) {
			if (isBound(environment, names)) {
				return ConditionOutcome.noMatch(message.because(names + " are set, and " + property + " is not"));
			}
		}
		return ConditionOutcome.match(message.because("there are no connections with names"));
	}

	private static boolean isBound(Environment environment, String names) {
		return Binder.get(environment).bind(names, Bindable.mapOf(String.class, Object.class)).isBound();
	}

	/**
	 * Return whether a bean of the application says where ContactHub is.
	 */
	static boolean hasConnectionDetails(@Nullable ConfigurableListableBeanFactory beans) {
		if (beans == null) {
			return false;
		}
		for (String name : beans.getBeanNamesForType(ContactHubConnectionDetails.class, true, false)) {
			if (!PropertiesContactHubConnectionDetails.class.equals(beans.getType(name, false))) {
				return true;
			}
		}
		return false;
	}

}
