package io.contacthub.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.contacthub.Workspace;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;

/**
 * Factory of workspaces and publishers, made of properties and of the beans of the
 * application that have a say in them. For this library.
 */
public class WorkspaceFactory implements InitializingBean {

	/** The name that events of the node without a name have in the database. */
	static final String MAIN_PUBLISHER = "default";

	private final Environment environment;

	private final ConfigurableListableBeanFactory beans;

	private final ContactHubProperties common;

	private final ConnectionProperties own;

	private final ClientEngineConfigurer engines;

	private final ClientContextConfigurer context;

	private final ClientCustomizers customizers;

	private final ObjectProvider<EventPublisherListener> eventListeners;

	private final ObjectProvider<DocumentValidatorFactory> validators;

	private final ObjectProvider<DurableEventPublisherFactory> durablePublishers;

	private final Map<ConnectionName, ConnectionProperties> properties = new ConcurrentHashMap<>();

	WorkspaceFactory(Environment environment, ConfigurableListableBeanFactory beans, ContactHubProperties common,
			ConnectionProperties own, ClientEngineConfigurer engines, ClientContextConfigurer context,
			ClientCustomizers customizers, ObjectProvider<EventPublisherListener> eventListeners,
			ObjectProvider<DocumentValidatorFactory> validators,
			ObjectProvider<DurableEventPublisherFactory> durablePublishers) {
		this.environment = environment;
		this.beans = beans;
		this.common = common;
		this.own = own;
		this.engines = engines;
		this.context = context;
		this.customizers = customizers;
		this.eventListeners = eventListeners;
		this.validators = validators;
		this.durablePublishers = durablePublishers;
	}

	/**
	 * Refuse what cannot be meant at start, whether or not it is needed.
	 */
	@Override
	public void afterPropertiesSet() {
		boolean byProperties = isNeeded("contactHubWorkspace")
				&& !OnMainConnectionCondition.hasConnectionDetails(this.beans);
		boolean schemas = this.validators.getIfAvailable() != null;
		// the factory itself would have the database be initialized
		boolean jdbc = this.beans.getBeanNamesForType(DurableEventPublisherFactory.class, true, false).length > 0;
		new PropertyChecks(this.environment, this::properties, this.engines::callTimeout, schemas, jdbc).check(
				this.common, this.own, byProperties, byProperties && isNeeded("contactHubNode"),
				isNeeded("contactHubEventPublisher"));
	}

	private boolean isNeeded(String bean) {
		return this.beans.containsBean(bean);
	}

	/**
	 * Return the properties of a workspace with a name, which take their time to be
	 * bound.
	 */
	ConnectionProperties properties(ConnectionName workspace) {
		return this.properties.computeIfAbsent(workspace,
				(name) -> NamedConnections.properties(this.environment, name));
	}

	/**
	 * Return what work on threads of the client carries from those that asked for it.
	 * @return the decorator of such work
	 */
	public TaskDecorator taskDecorator() {
		return this.context.taskDecorator();
	}

	/**
	 * Make the publisher without a name that keeps its events in the database.
	 */
	DurableEventPublisher durablePublisher(EventRepository events) {
		return durablePublisher(events, MAIN_PUBLISHER, this.own);
	}

	/**
	 * Make a publisher that keeps its events in the database.
	 * @param events sends the events
	 * @param name the name that the events of this publisher have there
	 * @param connection what the events are sent by
	 */
	DurableEventPublisher durablePublisher(EventRepository events, String name, ConnectionProperties connection) {
		return this.durablePublishers.getObject()
			.create(events,
					this.common.events().publisher().jdbcSettings(name, this.engines.callTimeout(connection.http())),
					this.eventListeners.getIfAvailable());
	}

	/**
	 * Make a publisher that keeps its events in memory; all have the same settings.
	 */
	EventPublisher publisher(EventRepository events) {
		return EventPublisher.create(events, this.common.events().publisher().settings(),
				this.eventListeners.getIfAvailable(), taskDecorator());
	}

	/**
	 * Make a workspace.
	 * @param details where it is
	 * @param properties its settings
	 * @param prefix where the properties are, for messages
	 * @return the workspace, of which nothing has been asked yet
	 */
	Workspace create(ContactHubConnectionDetails details, ConnectionProperties properties, String prefix) {
		PropertyFaults faults = PropertyFaults.of(prefix);
		String id = value(details::getWorkspaceId, prefix + ".workspace-id", faults);
		// a missing token must not wait for the first request to show
		String token = value(details::getToken, prefix + ".token", faults);
		String baseUrl = value(details::getBaseUrl, prefix + ".base-url", faults);
		if (details instanceof PropertiesContactHubConnectionDetails) {
			if (faults.size() > 0 && prefix.equals("contacthub") && isNeeded("contactHubNode")) {
				value(details::getNodeId, prefix + ".node-id", faults);
			}
		}
		else {
			new ConnectionChecks(faults.saidBy("a ContactHubConnectionDetails")).workspace(id, token, baseUrl);
		}
		faults.throwAny();
		Workspace.Builder workspace = Workspace.builder()
			.id(id)
			.baseUrl(baseUrl)
			.client((client) -> configure(
					client.token(details::getToken)
						.allowInsecureBaseUrl(properties.allowInsecureBaseUrl() || isEmulator(details)),
					properties, details, baseUrl, prefix));
		try {
			return workspace.build();
		}
		catch (IllegalSettingException ex) {
			throw SettingProperties.refused(ex, prefix);
		}
	}

	private static String value(Supplier<@Nullable String> source, String property, PropertyFaults faults) {
		try {
			return ContactHubConfigurationException.required(property, PropertyText.stripped(source.get()));
		}
		catch (ContactHubConfigurationException ex) {
			faults.add(ex);
			return "";
		}
	}

	/**
	 * Whether the token is that of a container's environment, and opens nothing else.
	 */
	private static boolean isEmulator(ContactHubConnectionDetails details) {
		return details instanceof EmulatorContainerConnectionDetails;
	}

	private void configure(ContactHubClient.Builder client, ConnectionProperties properties,
			ContactHubConnectionDetails details, String baseUrl, String prefix) {
		properties.applyTo(client, RefusedSettingCallback.thrown());
		client.retry(properties.retry().settings());
		this.engines.configure(client, properties.http(), baseUrl, prefix);
		this.context.configure(client, properties.http().tracingHeader());
		ValidationSettings validation = properties.validation().settings(details::getValidationToken);
		if (validation.isOn()) {
			this.validators.ifAvailable(
					(factory) -> client.documentValidator(factory.create(validation, prefix, taskDecorator())));
		}
		this.customizers.customize(client);
	}

}
