package io.contacthub.autoconfigure;

import java.util.Set;

import io.contacthub.Node;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Analyzer of a bean that is missing since the workspace that it is asked for has no
 * node.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingNodeFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final Set<Class<?>> OF_NODES = Set.of(Node.class, CustomerRepository.class, EventRepository.class,
			EventPublisher.class);

	private final Environment environment;

	MissingNodeFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		ResolvableType type = cause.getResolvableType();
		String message = cause.getMessage();
		if (type == null || message == null || !OF_NODES.contains(type.toClass())) {
			return null;
		}
		for (ConnectionName workspace : ConnectionName.workspaces(this.environment)) {
			if (message.contains("\"" + workspace.name() + "\"")
					&& !StringUtils.hasText(NamedConnections.nodeId(this.environment, workspace))) {
				return new FailureAnalysis(
						"'" + workspace.path() + ".node-id' is missing: the workspace '" + workspace.name()
								+ "' has no node, and so there is no " + type.toClass().getSimpleName()
								+ " of its name.",
						"Set the id of the node, or ask for one of its named nodes:\n\n"
								+ ContactHubConfigurationException.lines(workspace.path(), "node-id: <id of the node>"),
						cause);
			}
		}
		return null;
	}

}
