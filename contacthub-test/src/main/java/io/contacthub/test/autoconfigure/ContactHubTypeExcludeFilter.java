package io.contacthub.test.autoconfigure;

import java.util.Set;

import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.autoconfigure.ContactHubJsonMapperBuilderCustomizer;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.EventPublisherListener;

import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * Filter that leaves out the components that {@link ContactHubTest} does without.
 */
class ContactHubTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<ContactHubTest> {

	ContactHubTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return Set.of(ApiErrorTranslator.class, ContactHubClientCustomizer.class,
				ContactHubJsonMapperBuilderCustomizer.class, RestClientCustomizer.class, EventPublisherListener.class);
	}

}
