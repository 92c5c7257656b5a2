package io.contacthub.data;

import java.util.Collection;
import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.data.repository.config.AnnotationRepositoryConfigurationSource;
import org.springframework.data.repository.config.RepositoryConfigurationExtensionSupport;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.util.StringUtils;

/**
 * What Spring Data has to know of ContactHub's repositories. Public for the
 * auto-configuration only.
 */
public final class ContactHubRepositoryConfigurationExtension extends RepositoryConfigurationExtensionSupport {

	private static final List<Class<?>> ENTITIES = List.of(Customer.class, Event.class);

	/**
	 * Create an extension.
	 */
	public ContactHubRepositoryConfigurationExtension() {
	}

	@Override
	public String getModuleName() {
		return "ContactHub";
	}

	@Override
	@SuppressWarnings("deprecation")
	protected String getModulePrefix() {
		return "contacthub";
	}

	@Override
	public String getRepositoryFactoryBeanClassName() {
		return ContactHubRepositoryFactoryBean.class.getName();
	}

	@Override
	protected Collection<Class<?>> getIdentifyingTypes() {
		return List.of(ContactHubRepository.class);
	}

	/**
	 * Leave the interfaces alone that are repositories of something else.
	 */
	@Override
	protected boolean useRepositoryConfiguration(RepositoryMetadata metadata) {
		return isOurs(metadata) && super.useRepositoryConfiguration(metadata);
	}

	@Override
	protected boolean isStrictRepositoryCandidate(RepositoryMetadata metadata) {
		return isOurs(metadata);
	}

	private static boolean isOurs(RepositoryMetadata metadata) {
		return ENTITIES.contains(metadata.getDomainType())
				|| ContactHubRepository.class.isAssignableFrom(metadata.getRepositoryInterface());
	}

	@Override
	public void postProcess(BeanDefinitionBuilder builder, AnnotationRepositoryConfigurationSource source) {
		source.getAttribute("nodeRef")
			.filter(StringUtils::hasText)
			.ifPresent((node) -> builder.addPropertyReference("node", node));
	}

}
