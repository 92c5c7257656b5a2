package io.contacthub.data;

import io.contacthub.Node;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Factory of the bean of one repository. Applications need it only to extend it.
 *
 * @param <R> the type of the repository
 * @param <T> the type of what it has
 */
public class ContactHubRepositoryFactoryBean<R extends Repository<T, String>, T>
		extends RepositoryFactoryBeanSupport<R, T, String> {

	private @Nullable Node node;

	private @Nullable BeanFactory beanFactory;

	/**
	 * Create a factory.
	 * @param repositoryInterface the interface to be implemented
	 */
	public ContactHubRepositoryFactoryBean(Class<? extends R> repositoryInterface) {
		super(repositoryInterface);
	}

	/**
	 * Set the node whose customers and events these are, the only or primary one of the
	 * application unless it is set.
	 * @param node the node
	 */
	public void setNode(Node node) {
		this.node = node;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		super.setBeanFactory(beanFactory);
	}

	@Override
	protected RepositoryFactorySupport createRepositoryFactory() {
		return new ContactHubRepositoryFactory(requiredNode());
	}

	private Node requiredNode() {
		if (this.node != null) {
			return this.node;
		}
		Assert.state(this.beanFactory != null, "node is missing: set it, or have a bean factory give it");
		try {
			return this.beanFactory.getBean(Node.class);
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new UnsupportedQueryMethodException(ClassUtils.getShortName(getObjectType()),
					"there are several nodes: " + ex.getBeanNamesFound(),
					"Name one by nodeRef of @EnableContactHubRepositories, or mark one with @Primary");
		}
	}

}
