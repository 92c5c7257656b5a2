package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Factory of the workspaces and nodes that have names. Its methods are the factory
 * methods of the beans that {@link NamedConnectionsRegistrar} registers.
 */
class NamedConnections {

	static final String NODES = "contacthub.nodes";

	static final String WORKSPACES = "contacthub.workspaces";

	private final Environment environment;

	private final WorkspaceFactory factory;

	private final ContactHubConnectionDetails details;

	private final Map<String, ConnectionName> names = new ConcurrentHashMap<>();

	NamedConnections(Environment environment, WorkspaceFactory factory, ContactHubConnectionDetails details) {
		this.environment = environment;
		this.factory = factory;
		this.details = details;
	}

	Workspace workspace(String name) {
		ConnectionName workspace = workspaceName(name);
		ConnectionProperties properties = this.factory.properties(workspace);
		ContactHubConnectionDetails given = this.details.getWorkspace(name);
		return this.factory.create(
				(given != null) ? given : new PropertiesContactHubConnectionDetails(properties, workspace.path()),
				properties, workspace.path());
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
		return workspace
			.node(ConnectionChecks.nodeId(property, (given != null) ? given : ownNodeId(workspaceName, name)));
	}

	/**
	 * Return the id of a node as the properties say it.
	 */
	private @Nullable String ownNodeId(String workspaceName, String name) {
		ConnectionName workspace = workspaceName(workspaceName);
		return name.isEmpty() ? this.factory.properties(workspace).nodeId()
				: nodeName(workspace, name).value(this.environment, "");
	}

	/**
	 * Return a name as it is now, which may be set in more places than when the beans
	 * were settled.
	 */
	private ConnectionName workspaceName(String name) {
		if (name.isEmpty()) {
			return ConnectionName.none();
		}
		if (this.names.isEmpty()) {
			ConnectionName.workspaces(this.environment).forEach((found) -> this.names.put(found.name(), found));
		}
		return this.names.computeIfAbsent(name, (unknown) -> ConnectionName.of(WORKSPACES, unknown));
	}

	private ConnectionName nodeName(ConnectionName workspace, String name) {
		return workspace.nodes(this.environment)
			.stream()
			.filter((node) -> node.name().equals(name))
			.findFirst()
			.orElseGet(() -> ConnectionName.of(workspace.path() + ".nodes", name));
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

	EventPublisher publisher(EventRepository events) {
		return this.factory.publisher(events);
	}

	/**
	 * Make a publisher that keeps its events in the database.
	 * @param events sends the events
	 * @param name the name of the node
	 * @param workspaceName the name of the workspace that it is in, empty for the one
	 * without
	 */
	DurableEventPublisher durablePublisher(EventRepository events, String name, String workspaceName) {
		return this.factory.durablePublisher(events, name, this.factory.properties(workspaceName(workspaceName)));
	}

	/**
	 * Return the properties of a workspace: its own ones, and for those that it has not,
	 * the common ones, except for nodes, which belong to one workspace, and for the
	 * token, which is for one workspace at one address.
	 */
	static ConnectionProperties properties(Environment environment, ConnectionName workspace) {
		ConnectionFile file = ConnectionFile.of(workspace.value(environment, "ini-file"));
		boolean another = file != null || workspace.value(environment, "workspace-id") != null;
		boolean elsewhere = another || workspace.value(environment, "base-url") != null;
		List<ConfigurationPropertySource> own = new ArrayList<>();
		List<ConfigurationPropertySource> common = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			own.addAll(workspace.own(source));
			common.add(source.filter((name) -> inherited(name, file, another, elsewhere)).withPrefix("contacthub"));
		}
		own.addAll(common);
		return new Binder(own, new PropertySourcesPlaceholdersResolver(environment))
			.bindOrCreate(ConfigurationPropertyName.EMPTY.toString(), Bindable.of(ConnectionProperties.class))
			.withIniFile();
	}

	/**
	 * Return the id of the node of a workspace, as {@link #properties} has it, without
	 * the rest, which takes its time.
	 */
	static @Nullable String nodeId(Environment environment, ConnectionName workspace) {
		String own = workspace.value(environment, "node-id");
		boolean another = workspace.value(environment, "ini-file") != null
				|| workspace.value(environment, "workspace-id") != null;
		return (own != null || another) ? own : ConnectionName.none().value(environment, "node-id");
	}

	/**
	 * Return whether a workspace has a node, with a name or without.
	 */
	static boolean hasNode(Environment environment, ConnectionName workspace) {
		return StringUtils.hasText(nodeId(environment, workspace)) || !workspace.nodes(environment).isEmpty();
	}

	/**
	 * Return whether the last element is a token.
	 */
	private static boolean isToken(ConfigurationPropertyName name) {
		return name.getLastElement(ConfigurationPropertyName.Form.UNIFORM).equals("token");
	}

	private static boolean inherited(ConfigurationPropertyName name, @Nullable ConnectionFile file,
			boolean anotherWorkspace, boolean elsewhere) {
		if (name.getNumberOfElements() < 2) {
			return true;
		}
		return switch (name.getElement(1, ConfigurationPropertyName.Form.UNIFORM)) {
			case "nodes", "workspaces" -> false;
			case "nodeid" -> !anotherWorkspace;
			case "token", "inifile" -> !elsewhere;
			case "validation" -> !elsewhere || !isToken(name);
			case "workspaceid" -> file == null;
			case "baseurl" -> file == null || file.get("base-url") == null;
			default -> true;
		};
	}

}
