package io.contacthub.data.autoconfigure;

import io.contacthub.Node;
import io.contacthub.data.ContactHubRepositoryConfigurationExtension;
import io.contacthub.data.ContactHubRepositoryFactoryBean;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the repositories that are declared as interfaces in the packages
 * of the application, unless it has {@code @EnableContactHubRepositories}.
 */
@AutoConfiguration(afterName = "io.contacthub.autoconfigure.ContactHubAutoConfiguration")
@ConditionalOnBean(Node.class)
@ConditionalOnMissingBean({ ContactHubRepositoryFactoryBean.class, ContactHubRepositoryConfigurationExtension.class })
@ConditionalOnBooleanProperty(name = "contacthub.repositories.enabled", matchIfMissing = true)
@Import(AutoConfiguredRepositoriesRegistrar.class)
public final class ContactHubRepositoriesAutoConfiguration {

	ContactHubRepositoriesAutoConfiguration() {
	}

}
