package io.contacthub.autoconfigure.validation;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.contacthub.autoconfigure.DocumentValidatorFactory;
import io.contacthub.autoconfigure.ValidationMode;
import io.contacthub.autoconfigure.ValidationSettings;
import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.DocumentValidator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.task.TaskDecorator;

/**
 * Factory of {@link SchemaValidator}s.
 */
class SchemaValidatorFactory implements DocumentValidatorFactory {

	@Override
	public Function<ContactHubClient, DocumentValidator> create(ValidationSettings settings, String prefix,
			TaskDecorator context) {
		BackgroundExecutor executor = BackgroundExecutor.unbounded("contacthub-schemas-", context);
		return (client) -> {
			SchemaReader reader = new SchemaReader(client, settings.token());
			Binding binding = new Binding(settings, prefix, executor);
			return new SchemaValidator(binding.check(settings.events(), SchemaSubject.EVENTS, reader::readEventTypes),
					binding.check(settings.customers(), SchemaSubject.CUSTOMERS, reader::readExtended));
		};
	}

	/**
	 * What the checks of a client have in common.
	 */
	private record Binding(ValidationSettings settings, String prefix, BackgroundExecutor executor) {

		@Nullable SchemaCheck check(ValidationMode mode, SchemaSubject subject, Supplier<Map<String, ObjectNode>> reader) {
			if (mode == ValidationMode.OFF) {
				return null;
			}
			SchemaCache cache = new SchemaCache(reader, this.settings.timeToLive(), this.settings.timeout(),
					this.executor, System::nanoTime, new SchemaReadings(subject, this.prefix));
			return new SchemaCheck(mode, cache);
		}

	}

}
