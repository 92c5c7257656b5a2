package io.contacthub.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubProperties;
import io.contacthub.autoconfigure.WorkspaceFactory;
import io.contacthub.event.DurableEventPublisher;

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
 * Auto-configuration of the health of publishers that keep their events in the database:
 * of each, where there are several.
 */
@AutoConfiguration(after = ContactHubAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(ContactHubProperties.class)
@Conditional(OnDurableEventPublisherCondition.class)
@ConditionalOnEnabledHealthIndicator("contacthub-events")
public final class ContactHubEventsHealthContributorAutoConfiguration {

	ContactHubEventsHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = { "contactHubEventsHealthIndicator", "contactHubEventsHealthContributor" })
	HealthContributor contactHubEventsHealthContributor(ConfigurableListableBeanFactory beans,
			ContactHubProperties properties, WorkspaceFactory factory) {
		Map<String, Supplier<Health>> probes = new LinkedHashMap<>();
		for (String name : beans.getBeanNamesForType(DurableEventPublisher.class, true, false)) {
			probes.put(name, new BacklogHealthProbe(() -> beans.getBean(name, DurableEventPublisher.class)));
		}
		return HealthChecks.contributor(probes, properties.health(), factory);
	}

}
