package io.contacthub.autoconfigure.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of problem details for failures of ContactHub.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("contacthub.web.problem-details.enabled")
@EnableConfigurationProperties(ContactHubWebProperties.class)
public final class ContactHubProblemDetailsAutoConfiguration {

	ContactHubProblemDetailsAutoConfiguration() {
	}

	@Bean
	ContactHubProblemDetails contactHubProblemDetails() {
		return new ContactHubProblemDetails();
	}

}
