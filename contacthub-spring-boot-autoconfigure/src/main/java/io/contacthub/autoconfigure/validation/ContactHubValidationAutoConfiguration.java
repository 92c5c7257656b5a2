package io.contacthub.autoconfigure.validation;

import com.networknt.schema.SchemaRegistry;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.DocumentValidatorFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the checks of documents by the schemas of the workspace, where
 * the library for JSON Schema is.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
@ConditionalOnClass(SchemaRegistry.class)
public final class ContactHubValidationAutoConfiguration {

	ContactHubValidationAutoConfiguration() {
	}

	@Bean
	DocumentValidatorFactory contactHubDocumentValidatorFactory() {
		return new SchemaValidatorFactory();
	}

}
