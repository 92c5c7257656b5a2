package io.contacthub.messaging.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Workspace;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;

/**
 * Workspace whose changes are read: the one that the property names, or the one without a
 * name.
 */
final class FeedWorkspace {

	/** How the beans of workspaces with names end. */
	private static final String BEAN = "ContactHubWorkspace";

	private FeedWorkspace() {
	}

	static Workspace find(ListableBeanFactory beans, @Nullable String name) {
		if (name != null) {
			try {
				return BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, Workspace.class, name);
			}
			catch (NoSuchBeanDefinitionException ex) {
				throw missing(beans, "'contacthub.feed.workspace' is '" + name
						+ "': there is no workspace of this name in 'contacthub.workspaces'.");
			}
		}
		Workspace workspace = beans.getBeanProvider(Workspace.class).getIfAvailable();
		if (workspace == null) {
			throw missing(beans, "'contacthub.feed.workspace' is missing: there are listeners of changes, and no "
					+ "workspace without a name that they could be of.");
		}
		return workspace;
	}

	private static FeedConfigurationException missing(ListableBeanFactory beans, String message) {
		List<String> names = Stream.of(beans.getBeanNamesForType(Workspace.class, true, false))
			.filter((bean) -> bean.endsWith(BEAN))
			.map((bean) -> bean.substring(0, bean.length() - BEAN.length()))
			.toList();
		if (names.isEmpty()) {
			return new FeedConfigurationException(message, """
					Add a workspace whose token may read updates, which that of a source may not:

					contacthub:
					  workspaces:
					    admin:
					      token: ${CONTACTHUB_ADMIN_TOKEN}
					  feed:
					    workspace: admin
					""");
		}
		return new FeedConfigurationException(message, """
				Name one of the workspaces whose token may read updates (there are: %s), for example:

				contacthub:
				  feed:
				    workspace: %s
				""".formatted(String.join(", ", names), names.get(0)));
	}

}
