package io.contacthub.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.contacthub.Workspace;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.IllegalSettingException;
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

	private final Environment environment;

	private final ConfigurableListableBeanFactory beans;

	private final ContactHubProperties common;

	private final ConnectionProperties own;

	private final ClientEngineConfigurer engines;

	private final ClientContextConfigurer context;

	private final ClientCustomizers customizers;

	private final ObjectProvider<EventPublisherListener> eventListeners;

	private final ObjectProvider<DocumentValidatorFactory> validators;

	private final Map<ConnectionName, ConnectionProperties> properties = new ConcurrentHashMap<>();

	WorkspaceFactory(Environment environment, ConfigurableListableBeanFactory beans, ContactHubProperties common,
			ConnectionProperties own, ClientEngineConfigurer engines, ClientContextConfigurer context,
			ClientCustomizers customizers, ObjectProvider<EventPublisherListener> eventListeners,
			ObjectProvider<DocumentValidatorFactory> validators) {
		this.environment = environment;
		this.beans = beans;
		this.common = common;
		this.own = own;
		this.engines = engines;
		this.context = context;
		this.customizers = customizers;
		this.eventListeners = eventListeners;
		this.validators = validators;
	}

	/**
	 * Refuse what cannot be meant at start, whether or not it is needed.
	 */
	@Override
	public void afterPropertiesSet() {
		boolean byProperties = isNeeded("contactHubWorkspace")
				&& !OnMainConnectionCondition.hasConnectionDetails(this.beans);
		boolean schemas = this.validators.getIfAvailable() != null;
		new PropertyChecks(this.environment, this::properties, schemas).check(this.common, this.own, byProperties,
				byProperties && isNeeded("contactHubNode"));
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
	 * Make a publisher; all have the same settings.
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
