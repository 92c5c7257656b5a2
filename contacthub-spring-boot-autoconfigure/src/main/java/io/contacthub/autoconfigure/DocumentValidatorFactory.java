package io.contacthub.autoconfigure;

import java.util.function.Function;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.DocumentValidator;

import org.springframework.core.task.TaskDecorator;

/**
 * Factory of validators that know the schemas of a workspace. There is one where the
 * library for JSON Schema is. For this library.
 */
@FunctionalInterface
public interface DocumentValidatorFactory {

	/**
	 * Return what makes the validator of a client.
	 * @param settings how documents are checked
	 * @param prefix where the properties are, for messages
	 * @param context carries the context of the thread that asks for the schemas to the
	 * one that reads them
	 * @return what {@link ContactHubClient.Builder#documentValidator} takes
	 */
	Function<ContactHubClient, DocumentValidator> create(ValidationSettings settings, String prefix,
			TaskDecorator context);

}
