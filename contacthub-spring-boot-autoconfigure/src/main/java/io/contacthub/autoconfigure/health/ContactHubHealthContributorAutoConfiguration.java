package io.contacthub.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.contacthub.Node;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubProperties;
import io.contacthub.autoconfigure.WorkspaceFactory;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
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
		ContactHubProperties.Health settings = properties.health();
		Map<String, Supplier<Health>> probes = new LinkedHashMap<>();
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Node.class, true, false)) {
			if (isCandidate(beans, name)) {
				probes.put(name, new NodeHealthProbe(() -> beans.getBean(name, Node.class), settings.timeout()));
			}
		}
		return HealthChecks.contributor(probes, settings, factory);
	}

	private static boolean isCandidate(ConfigurableListableBeanFactory beans, String name) {
		return !beans.containsBeanDefinition(name) || beans.getBeanDefinition(name).isAutowireCandidate();
	}

}
