package io.contacthub.autoconfigure.health;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches when there is a bean of a type, also one that is injected by its
 * qualifier only, which the conditions of Spring Boot do not see.
 */
abstract class OnTypeCondition extends SpringBootCondition implements ConfigurationCondition {

	private final Class<?> type;

	private final String name;

	OnTypeCondition(Class<?> type, String name) {
		this.type = type;
		this.name = name;
	}

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		int count = (beans != null) ? beans.getBeanNamesForType(this.type, true, false).length : 0;
		return new ConditionOutcome(count > 0, this.name + ": found " + count);
	}

}
