package io.contacthub.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.contacthub.Node;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of the health of ContactHub: of each node, where there are several.
 */
@AutoConfiguration(after = ContactHubAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(ContactHubProperties.class)
@Conditional(OnNodeCondition.class)
@ConditionalOnEnabledHealthIndicator("contacthub")
public final class ContactHubHealthContributorAutoConfiguration {

	ContactHubHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = { "contacthubHealthIndicator", "contacthubHealthContributor" })
	HealthContributor contacthubHealthContributor(ConfigurableListableBeanFactory beans,
			ContactHubProperties properties, WorkspaceFactory factory) {
		Function<Supplier<Node>, ContactHubHealthIndicator> indicator = ContactHubHealthIndicator
			.of(properties.health(), factory.taskDecorator());
		Map<String, ContactHubHealthIndicator> indicators = new LinkedHashMap<>();
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Node.class, true, false)) {
			if (isCandidate(beans, name)) {
				indicators.put(name, indicator.apply(() -> beans.getBean(name, Node.class)));
			}
		}
		return (indicators.size() != 1) ? CompositeHealthContributor.fromMap(indicators)
				: indicators.values().iterator().next();
	}

	private static boolean isCandidate(ConfigurableListableBeanFactory beans, String name) {
		return !beans.containsBeanDefinition(name) || beans.getBeanDefinition(name).isAutowireCandidate();
	}

}
