package io.contacthub.data.autoconfigure;

import java.lang.annotation.Annotation;

import io.contacthub.data.ContactHubRepositoryConfigurationExtension;
import io.contacthub.data.EnableContactHubRepositories;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.data.AbstractRepositoryConfigurationSourceSupport;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;
import org.springframework.data.util.Streamable;

/**
 * Registrar of the repositories in the packages of the application.
 */
class AutoConfiguredRepositoriesRegistrar extends AbstractRepositoryConfigurationSourceSupport {

	private @Nullable BeanFactory beanFactory;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		super.setBeanFactory(beanFactory);
	}

	/**
	 * Return the packages of the application, none where it does not say which they are,
	 * such as in tests of a part of it.
	 */
	@Override
	protected Streamable<String> getBasePackages() {
		return (this.beanFactory != null && AutoConfigurationPackages.has(this.beanFactory)) ? super.getBasePackages()
				: Streamable.empty();
	}

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
