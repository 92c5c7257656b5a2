package io.contacthub.autoconfigure;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;

/**
 * Auto-configuration of the ContactHub client. With {@code contacthub.workspace-id},
 * {@code contacthub.token} and {@code contacthub.node-id} an application has beans of the
 * types {@link Workspace}, {@link Node}, {@link CustomerRepository},
 * {@link EventRepository}, {@link EventPublisher} and {@link ContactHubNodes}; each backs
 * off where the application has one of its own. To set them up makes no request.
 */
@AutoConfiguration(after = { SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
		ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "contacthub.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ ContactHubProperties.class, ConnectionProperties.class })
@Import(NamedConnectionsRegistrar.class)
public final class ContactHubAutoConfiguration {

	static final String STORE = "contacthub.events.publisher.store";

	ContactHubAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(ContactHubConnectionDetails.class)
	PropertiesContactHubConnectionDetails contactHubConnectionDetails(ConnectionProperties properties) {
		return new PropertiesContactHubConnectionDetails(properties, "contacthub");
	}

	@Bean
	ClientEngineConfigurer contactHubClientEngineConfigurer(ObjectProvider<ClientHttpRequestFactoryBuilder<?>> engine,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
			ConfigurableListableBeanFactory beans, Environment environment) {
		return new ClientEngineConfigurer(engine, settings, sslBundles, beans, environment);
	}

	@Bean
	ClientContextConfigurer contactHubClientContextConfigurer(ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<TraceIdSupplier> traceIds, ObjectProvider<TaskDecorator> taskDecorators) {
		return new ClientContextConfigurer(observations, traceIds, taskDecorators);
	}

	@Bean
	ClientCustomizers contactHubClientCustomizers(ObjectProvider<ContactHubJsonMapperBuilderCustomizer> json,
			ObjectProvider<RestClientCustomizer> restClient, ObjectProvider<ApiErrorTranslator> translator,
			ObjectProvider<ContactHubClientCustomizer> client) {
		return new ClientCustomizers(json, restClient, translator, client);
	}

	/**
	 * Never lazy, since it refuses properties at start.
	 */
	@Bean
	@Lazy(false)
	WorkspaceFactory contactHubWorkspaceFactory(Environment environment, ConfigurableListableBeanFactory beans,
			ContactHubProperties properties, ConnectionProperties connection, ClientEngineConfigurer engines,
			ClientContextConfigurer context, ClientCustomizers customizers,
			ObjectProvider<EventPublisherListener> eventListeners, ObjectProvider<DocumentValidatorFactory> validators,
			ObjectProvider<DurableEventPublisherFactory> durablePublishers) {
		return new WorkspaceFactory(environment, beans, properties, connection, engines, context, customizers,
				eventListeners, validators, durablePublishers);
	}

	@Bean
	NamedConnections contactHubNamedConnections(Environment environment, WorkspaceFactory factory,
			ContactHubConnectionDetails details) {
		return new NamedConnections(environment, factory, details);
	}

	@Bean
	@Lazy
	@Primary
	@ConditionalOnMissingBean
	@ConditionalOnMainConnection(value = "contacthub.workspace-id", unless = NamedConnections.WORKSPACES,
			neededBy = NamedConnections.NODES)
	Workspace contactHubWorkspace(ContactHubConnectionDetails details, ConnectionProperties properties,
			WorkspaceFactory factory) {
		return factory.create(details, properties, "contacthub");
	}

	@Bean
	@Lazy
	@Primary
	@ConditionalOnMissingBean
	@ConditionalOnMainConnection(value = "contacthub.node-id",
			unless = { NamedConnections.NODES, NamedConnections.WORKSPACES })
	Node contactHubNode(Workspace workspace, ContactHubConnectionDetails details) {
		return workspace.node(ConnectionChecks.nodeId("contacthub.node-id", details.getNodeId()));
	}

	@Bean
	@Primary
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Node.class)
	CustomerRepository contactHubCustomerRepository(Node node) {
		return node.customers();
	}

	@Bean
	@Primary
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Node.class)
	EventRepository contactHubEventRepository(Node node) {
		return node.events();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(EventRepository.class)
	@ConditionalOnProperty(name = STORE, havingValue = "memory", matchIfMissing = true)
	EventPublisher contactHubEventPublisher(EventRepository events, WorkspaceFactory factory) {
		return factory.publisher(events);
	}

	/**
	 * Never lazy, since it sends what another process has left.
	 */
	@Bean("contactHubEventPublisher")
	@Lazy(false)
	@ConditionalOnMissingBean(EventPublisher.class)
	@ConditionalOnSingleCandidate(EventRepository.class)
	@ConditionalOnProperty(name = STORE, havingValue = "jdbc")
	DurableEventPublisher contactHubDurableEventPublisher(EventRepository events, WorkspaceFactory factory) {
		return factory.durablePublisher(events);
	}

	@Bean
	EventPublisherLifecycle contactHubEventPublisherLifecycle(ContactHubProperties properties,
			ConfigurableListableBeanFactory beans, EventPublisherLifecycle.End end) {
		return new EventPublisherLifecycle(properties.events().publisher().shutdownTimeout(), beans, end);
	}

	@Bean
	static EventPublisherLifecycle.End contactHubEventPublisherEnd() {
		return new EventPublisherLifecycle.End();
	}

	@Bean
	@ConditionalOnMissingBean(ContactHubNodes.class)
	NamedNodes contactHubNodes(ConfigurableListableBeanFactory beans) {
		return new NamedNodes(beans);
	}

}
