package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Makes the workspaces and nodes that have names. Its methods are the factory methods of
 * the beans that {@link NamedConnectionsRegistrar} registers.
 */
class NamedConnections {

	static final String NODES = "contacthub.nodes";

	static final String WORKSPACES = "contacthub.workspaces";

	private final Environment environment;

	private final WorkspaceFactory factory;

	private final ContactHubConnectionDetails details;

	NamedConnections(Environment environment, WorkspaceFactory factory, ContactHubConnectionDetails details) {
		this.environment = environment;
		this.factory = factory;
		this.details = details;
	}

	Workspace workspace(String name) {
		ContactHubProperties properties = properties(this.environment, name);
		String prefix = path(WORKSPACES, name);
		ContactHubConnectionDetails given = this.details.getWorkspace(name);
		return this.factory.create(
				(given != null) ? given : new PropertiesContactHubConnectionDetails(properties, prefix), properties,
				prefix);
	}

	Node node(Workspace workspace, String name, String property) {
		String given = this.details.getNodeId(name);
		return workspace.node((given != null) ? given : ContactHubConfigurationException.requiredNode(property,
				Binder.get(this.environment).bind(property, String.class).orElse("")));
	}

	CustomerRepository customers(Node node) {
		return node.customers();
	}

	EventRepository events(Node node) {
		return node.events();
	}

	/**
	 * The property for a name, in whatever form the name is written.
	 */
	static String path(String property, String name) {
		return ConfigurationPropertyName.adapt(property + "." + name, '.').toString();
	}

	/**
	 * The ids of nodes by their names.
	 */
	static Map<String, String> nodes(Environment environment, String property) {
		return Binder.get(environment).bind(property, Bindable.mapOf(String.class, String.class)).orElse(Map.of());
	}

	/**
	 * The properties of a workspace: its own ones, and for those that it has not, the
	 * common ones, except for nodes, which belong to one workspace.
	 */
	static ContactHubProperties properties(Environment environment, String workspace) {
		String prefix = path(WORKSPACES, workspace);
		boolean another = Binder.get(environment).bind(prefix + ".workspace-id", String.class).isBound();
		List<ConfigurationPropertySource> own = new ArrayList<>();
		List<ConfigurationPropertySource> common = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			own.add(source.withPrefix(prefix));
			common.add(source.filter((name) -> inherited(name, another)).withPrefix("contacthub"));
		}
		own.addAll(common);
		return new Binder(own, new PropertySourcesPlaceholdersResolver(environment))
			.bindOrCreate(ConfigurationPropertyName.EMPTY.toString(), Bindable.of(ContactHubProperties.class));
	}

	private static boolean inherited(ConfigurationPropertyName name, boolean anotherWorkspace) {
		if (name.getNumberOfElements() < 2) {
			return true;
		}
		return switch (name.getElement(1, ConfigurationPropertyName.Form.UNIFORM)) {
			case "nodes", "workspaces" -> false;
			case "nodeid" -> !anotherWorkspace;
			default -> true;
		};
	}

}
