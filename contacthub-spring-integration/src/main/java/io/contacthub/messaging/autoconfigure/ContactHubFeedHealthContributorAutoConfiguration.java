package io.contacthub.messaging.autoconfigure;

import io.contacthub.messaging.UpdateMessageSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health of the feed.
 */
@AutoConfiguration(after = ContactHubFeedAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(FeedLeadership.class)
@ConditionalOnEnabledHealthIndicator("contacthub-feed")
public final class ContactHubFeedHealthContributorAutoConfiguration {

	ContactHubFeedHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = { "contactHubFeedHealthIndicator", "contactHubFeedHealthContributor" })
	ContactHubFeedHealthIndicator contactHubFeedHealthIndicator(
			@Qualifier("contactHubFeedSource") UpdateMessageSource source,
			@Qualifier("contactHubFeedEndpoint") UpdateFeedEndpoint endpoint, FeedLeadership leadership) {
		return new ContactHubFeedHealthIndicator(source, endpoint, leadership);
	}

}
