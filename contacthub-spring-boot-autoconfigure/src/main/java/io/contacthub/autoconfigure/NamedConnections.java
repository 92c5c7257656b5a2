package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Make a node.
	 * @param workspace the workspace that it is in
	 * @param workspaceName the name of that workspace, empty for the one without
	 * @param name the name of the node within it, empty for the one without
	 * @param property the property that has its id unless the connection details say it
	 */
	Node node(Workspace workspace, String workspaceName, String name, String property) {
		ContactHubConnectionDetails details = workspaceName.isEmpty() ? this.details
				: this.details.getWorkspace(workspaceName);
		String given = (details != null) ? nodeId(details, name) : null;
		return workspace.node((given != null) ? given : ContactHubConfigurationException.requiredNode(property,
				Binder.get(this.environment).bind(property, String.class).orElse("")));
	}

	private static @Nullable String nodeId(ContactHubConnectionDetails details, String name) {
		return name.isEmpty() ? details.getNodeId() : details.getNodeId(name);
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
	 * The workspaces with names as they are written, without what they inherit.
	 */
	static Map<String, ContactHubProperties> workspaces(Environment environment) {
		return Binder.get(environment)
			.bind(WORKSPACES, Bindable.mapOf(String.class, ContactHubProperties.class))
			.orElse(Map.of());
	}

	/**
	 * The properties of a workspace: its own ones, and for those that it has not, the
	 * common ones, except for nodes, which belong to one workspace, and for the token,
	 * which is for one workspace at one address.
	 */
	static ContactHubProperties properties(Environment environment, String workspace) {
		String prefix = path(WORKSPACES, workspace);
		boolean another = isBound(environment, prefix + ".workspace-id");
		boolean elsewhere = another || isBound(environment, prefix + ".base-url");
		List<ConfigurationPropertySource> own = new ArrayList<>();
		List<ConfigurationPropertySource> common = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			own.add(source.withPrefix(prefix));
			common.add(source.filter((name) -> inherited(name, another, elsewhere)).withPrefix("contacthub"));
		}
		own.addAll(common);
		return new Binder(own, new PropertySourcesPlaceholdersResolver(environment))
			.bindOrCreate(ConfigurationPropertyName.EMPTY.toString(), Bindable.of(ContactHubProperties.class));
	}

	static boolean isBound(Environment environment, String property) {
		return Binder.get(environment).bind(property, String.class).isBound();
	}

	private static boolean inherited(ConfigurationPropertyName name, boolean anotherWorkspace, boolean elsewhere) {
		if (name.getNumberOfElements() < 2) {
			return true;
		}
		return switch (name.getElement(1, ConfigurationPropertyName.Form.UNIFORM)) {
			case "nodes", "workspaces" -> false;
			case "nodeid" -> !anotherWorkspace;
			case "token" -> !elsewhere;
			default -> true;
		};
	}

}
