package io.contacthub.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Registrar of beans for {@code contacthub.nodes} and {@code contacthub.workspaces}, each
 * with the name from the properties as its qualifier. They are injected by their
 * qualifier only, so that the beans without one remain the only candidates everywhere
 * else.
 */
class NamedConnectionsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String FACTORY = "contactHubNamedConnections";

	/** What sends events from the database sends also what another process has left. */
	private static final Set<Class<?>> EAGER = Set.of(CustomerRepository.class, EventRepository.class,
			DurableEventPublisher.class);

	private final Environment environment;

	private final boolean jdbc;

	private final Set<String> nodes = new HashSet<>();

	NamedConnectionsRegistrar(Environment environment) {
		this.environment = environment;
		this.jdbc = "jdbc".equalsIgnoreCase(environment.getProperty(ContactHubAutoConfiguration.STORE));
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		RuntimeBeanReference main = new RuntimeBeanReference(Workspace.class);
		registerNodes(registry, main, ConnectionName.none());
		for (ConnectionName workspace : ConnectionName.workspaces(this.environment)) {
			String enabled = workspace.value(this.environment, "enabled");
			if (enabled == null || Boolean.TRUE
				.equals(ApplicationConversionService.getSharedInstance().convert(enabled, Boolean.class))) {
				registerWorkspace(registry, workspace);
			}
		}
	}

	private void registerWorkspace(BeanDefinitionRegistry registry, ConnectionName name) {
		RuntimeBeanReference workspace = register(registry, name.name(), Workspace.class, "workspace", name.name());
		boolean own = name.value(this.environment, "node-id") != null;
		if (StringUtils.hasText(NamedConnections.nodeId(this.environment, name))) {
			registerNode(registry, workspace, name.name(), "", own ? name.path() + ".node-id" : "contacthub.node-id");
		}
		registerNodes(registry, workspace, name);
	}

	private void registerNodes(BeanDefinitionRegistry registry, RuntimeBeanReference workspace, ConnectionName name) {
		name.nodes(this.environment)
			.forEach((node) -> registerNode(registry, workspace, name.name(), node.name(), node.path()));
	}

	private void registerNode(BeanDefinitionRegistry registry, RuntimeBeanReference workspace, String workspaceName,
			String name, String property) {
		String qualifier = Stream.of(workspaceName, name)
			.filter(StringUtils::hasLength)
			.collect(Collectors.joining("."));
		if (!this.nodes.add(qualifier)) {
			throw new ContactHubConfigurationException(property,
					"is a second node of the name '" + qualifier
							+ "': a node and a workspace with a node cannot share one.",
					"""
							Give one of them another name, for example:

							%s""".formatted(ContactHubConfigurationException.lines(NamedConnections.NODES,
							qualifier + "-node: <id of the node>")));
		}
		if (this.jdbc && qualifier.equals(WorkspaceFactory.MAIN_PUBLISHER)) {
			throw new ContactHubConfigurationException(property,
					"belongs to a node of the name '" + qualifier
							+ "', under which the store jdbc keeps the events of the node without a name.",
					"""
							Give the node another name, for example:

							%s""".formatted(ContactHubConfigurationException.lines(NamedConnections.NODES,
							"another-name: <id of the node>")));
		}
		RuntimeBeanReference node = register(registry, qualifier, Node.class, "node", workspace, workspaceName, name,
				property);
		register(registry, qualifier, CustomerRepository.class, "customers", node);
		RuntimeBeanReference events = register(registry, qualifier, EventRepository.class, "events", node);
		if (this.jdbc) {
			register(registry, qualifier, EventPublisher.class, DurableEventPublisher.class, "durablePublisher", events,
					qualifier, workspaceName);
		}
		else {
			register(registry, qualifier, EventPublisher.class, "publisher", events);
		}
	}

	private static RuntimeBeanReference register(BeanDefinitionRegistry registry, String qualifier, Class<?> type,
			String factoryMethod, Object... arguments) {
		return register(registry, qualifier, type, type, factoryMethod, arguments);
	}

	private static RuntimeBeanReference register(BeanDefinitionRegistry registry, String qualifier, Class<?> namedType,
			Class<?> type, String factoryMethod, Object... arguments) {
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setFactoryBeanName(FACTORY);
		definition.setFactoryMethodName(factoryMethod);
		for (int i = 0; i < arguments.length; i++) {
			definition.getConstructorArgumentValues().addIndexedArgumentValue(i, arguments[i]);
		}
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, qualifier));
		definition.setDefaultCandidate(false);
		// as those without a name, which a test may replace: the repositories need the
		// others
		definition.setLazyInit(!EAGER.contains(type));
		String name = beanName(qualifier, namedType);
		if (!registry.containsBeanDefinition(name)) {
			registry.registerBeanDefinition(name, definition);
		}
		return new RuntimeBeanReference(name);
	}

	/**
	 * Return the name of a bean that belongs to a name.
	 */
	static String beanName(String qualifier, Class<?> type) {
		return qualifier + "ContactHub" + type.getSimpleName();
	}

}
