package io.contacthub.autoconfigure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import io.contacthub.Node;
import io.contacthub.event.EventPublisher;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.util.Assert;

/**
 * The nodes that are beans with a qualifier.
 */
class NamedNodes implements ContactHubNodes {

	private final ConfigurableListableBeanFactory beans;

	private final Set<String> names;

	NamedNodes(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
		Set<String> names = new TreeSet<>();
		for (String bean : beans.getBeanNamesForType(Node.class, false, false)) {
			if (beans.containsBeanDefinition(bean)
					&& beans.getBeanDefinition(bean) instanceof AbstractBeanDefinition definition) {
				AutowireCandidateQualifier qualifier = definition.getQualifier(Qualifier.class.getName());
				if (qualifier != null && qualifier.getAttribute("value") instanceof String name) {
					names.add(name);
				}
			}
		}
		this.names = Collections.unmodifiableSet(names);
	}

	@Override
	public Set<String> names() {
		return this.names;
	}

	@Override
	public Node node(String name) {
		return bean(Node.class, name);
	}

	@Override
	public EventPublisher publisher(String name) {
		return bean(EventPublisher.class, name);
	}

	private <T> T bean(Class<T> type, String name) {
		Assert.hasText(name, "name is blank: give the name of a node");
		String own = NamedConnectionsRegistrar.beanName(name, type);
		if (this.names.contains(name) && this.beans.containsBean(own)) {
			return this.beans.getBean(own, type);
		}
		try {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beans, type, name);
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw new IllegalArgumentException("There is no " + type.getSimpleName() + " of the name '" + name
					+ "': set its id as contacthub.nodes." + name + "; there are " + this.names, ex);
		}
	}

}
