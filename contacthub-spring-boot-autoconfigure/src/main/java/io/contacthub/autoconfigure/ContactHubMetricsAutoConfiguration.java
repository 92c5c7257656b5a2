package io.contacthub.autoconfigure;

import io.contacthub.event.EventPublisher;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the metrics of the {@link EventPublisher}.
 */
@AutoConfiguration(after = ContactHubAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnSingleCandidate(EventPublisher.class)
public final class ContactHubMetricsAutoConfiguration {

	ContactHubMetricsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	EventPublisherMetrics contactHubEventPublisherMetrics(EventPublisher publisher) {
		return new EventPublisherMetrics(publisher);
	}

}
