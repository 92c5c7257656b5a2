package io.contacthub.autoconfigure;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the ContactHub client.
 */
@AutoConfiguration(after = { HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
		RestClientAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "contacthub.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ContactHubProperties.class)
public final class ContactHubAutoConfiguration {

	ContactHubAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(ContactHubConnectionDetails.class)
	PropertiesContactHubConnectionDetails contactHubConnectionDetails(ContactHubProperties properties) {
		return new PropertiesContactHubConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	Workspace contactHubWorkspace(ContactHubConnectionDetails details, ContactHubProperties properties,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> engine, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<RestClientCustomizer> restClientCustomizers, ObjectProvider<ApiErrorTranslator> translator,
			ObjectProvider<ContactHubClientCustomizer> customizers) {
		details.getToken(); // a missing token must not wait for the first request to show
		return Workspace.builder().id(details.getWorkspaceId()).baseUrl(details.getBaseUrl()).client((client) -> {
			client.token(details::getToken)
				.allowInsecureBaseUrl(properties.allowInsecureBaseUrl())
				.retry(properties.retry().settings())
				.requestFactory(RequestFactories.create(engine.getIfAvailable(ClientHttpRequestFactoryBuilder::detect),
						settings.getIfAvailable(HttpClientSettings::defaults), properties.http()));
			restClientCustomizers.orderedStream().forEach((customizer) -> client.restClient(customizer::customize));
			translator.ifAvailable(client::errorTranslator);
			customizers.orderedStream().forEach((customizer) -> customizer.customize(client));
		}).build();
	}

	@Bean
	@ConditionalOnMissingBean
	Node contactHubNode(Workspace workspace, ContactHubConnectionDetails details) {
		return workspace.node(details.getNodeId());
	}

	@Bean
	@ConditionalOnMissingBean
	CustomerRepository contactHubCustomerRepository(Node node) {
		return node.customers();
	}

	@Bean
	@ConditionalOnMissingBean
	EventRepository contactHubEventRepository(Node node) {
		return node.events();
	}

	@Bean(destroyMethod = "") // closed by its lifecycle, in the right phase
	@ConditionalOnMissingBean
	EventPublisher contactHubEventPublisher(EventRepository events, ContactHubProperties properties,
			ObjectProvider<EventPublisherListener> listener) {
		return new EventPublisher(events, properties.events().publisher().settings(), listener.getIfAvailable());
	}

	@Bean
	EventPublisherLifecycle contactHubEventPublisherLifecycle(EventPublisher publisher) {
		return new EventPublisherLifecycle(publisher);
	}

	/**
	 * Kept apart since Micrometer's core may be missing.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		EventPublisherMetrics contactHubEventPublisherMetrics(EventPublisher publisher) {
			return new EventPublisherMetrics(publisher);
		}

	}

}
