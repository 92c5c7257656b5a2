package io.contacthub.autoconfigure.metrics;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.WorkspaceFactory;
import io.contacthub.event.EventPublisher;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the metrics of each {@link EventPublisher}.
 */
@AutoConfiguration(after = ContactHubAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(WorkspaceFactory.class)
public final class ContactHubMetricsAutoConfiguration {

	ContactHubMetricsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	EventPublisherMetrics contactHubEventPublisherMetrics(ConfigurableListableBeanFactory beans) {
		return new EventPublisherMetrics(beans);
	}

}
