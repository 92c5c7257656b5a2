package io.contacthub.data.autoconfigure;

import java.lang.annotation.Annotation;

import io.contacthub.data.ContactHubRepositoryConfigurationExtension;
import io.contacthub.data.EnableContactHubRepositories;

import org.springframework.boot.autoconfigure.data.AbstractRepositoryConfigurationSourceSupport;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;

/**
 * Registrar of the repositories in the packages of the application.
 */
class AutoConfiguredRepositoriesRegistrar extends AbstractRepositoryConfigurationSourceSupport {

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableContactHubRepositories.class;
	}

	@Override
	protected Class<?> getConfiguration() {
		return EnabledRepositories.class;
	}

	@Override
	protected RepositoryConfigurationExtension getRepositoryConfigurationExtension() {
		return new ContactHubRepositoryConfigurationExtension();
	}

	/**
	 * The annotation with what it has by default. It is no configuration, so that the
	 * repositories are not registered twice.
	 */
	@EnableContactHubRepositories
	private static final class EnabledRepositories {

	}

}
