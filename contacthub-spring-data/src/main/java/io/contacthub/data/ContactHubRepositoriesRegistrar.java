package io.contacthub.data;

import java.lang.annotation.Annotation;

import org.springframework.data.repository.config.RepositoryBeanDefinitionRegistrarSupport;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;

/**
 * Registrar of the repositories that {@link EnableContactHubRepositories} asks for.
 */
class ContactHubRepositoriesRegistrar extends RepositoryBeanDefinitionRegistrarSupport {

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableContactHubRepositories.class;
	}

	@Override
	protected RepositoryConfigurationExtension getExtension() {
		return new ContactHubRepositoryConfigurationExtension();
	}

}
