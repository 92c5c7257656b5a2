package io.contacthub.autoconfigure;

import io.contacthub.Node;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
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
public final class ContactHubHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<ContactHubHealthIndicator, Node> {

	ContactHubHealthContributorAutoConfiguration(ContactHubProperties properties) {
		super(ContactHubHealthIndicator.of(properties.health()));
	}

	@Bean
	@ConditionalOnMissingBean(name = { "contacthubHealthIndicator", "contacthubHealthContributor" })
	HealthContributor contacthubHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, Node.class);
	}

}
