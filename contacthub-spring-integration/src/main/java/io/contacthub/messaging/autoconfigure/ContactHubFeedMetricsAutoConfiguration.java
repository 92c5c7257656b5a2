package io.contacthub.messaging.autoconfigure;

import io.contacthub.messaging.UpdateMessageSource;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the metrics of the feed.
 */
@AutoConfiguration(after = ContactHubFeedAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(FeedLeadership.class)
public final class ContactHubFeedMetricsAutoConfiguration {

	ContactHubFeedMetricsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	UpdateFeedMetrics contactHubFeedMetrics(@Qualifier("contactHubFeedSource") UpdateMessageSource source,
			@Qualifier("contactHubFeedEndpoint") UpdateFeedEndpoint endpoint) {
		return new UpdateFeedMetrics(source, endpoint);
	}

}
