package com.example.configuration;

import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.client.RetrySettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of what no property sets.
 */
@Configuration(proxyBeanMethods = false)
public class ClientConfiguration {

	// tag::customizer[]
	@Bean
	ContactHubClientCustomizer impatientClient() {
		return (client) -> client.retry(RetrySettings.none())
			.restClient((builder) -> builder.defaultHeader("X-Application", "shop"));
	}
	// end::customizer[]

}
