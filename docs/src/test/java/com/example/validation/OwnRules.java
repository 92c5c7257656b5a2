package com.example.validation;

import java.util.List;

import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.client.DocumentValidator;
import io.contacthub.client.DocumentViolation;
import io.contacthub.client.IllegalDocumentException;

import org.springframework.context.annotation.Bean;

/**
 * Rules that no schema has.
 */
class OwnRules {

	// tag::rules[]
	@Bean
	ContactHubClientCustomizer noQueriesInUrls() {
		DocumentValidator validator = (operation, document) -> {
			if (operation.equals("POST /events") && document.get().at("/properties/url").asString("").contains("?")) {
				throw new IllegalDocumentException(operation, "the properties of the event",
						List.of(new DocumentViolation("/properties/url", "no query", "text")));
			}
		};
		return (client) -> client.documentValidator((owner) -> validator);
	}
	// end::rules[]

}
