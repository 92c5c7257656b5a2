package io.contacthub.configuration;

import java.util.function.BiFunction;
import java.util.function.Function;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * A document of the configuration, by way of the API.
 *
 * @param <T> the type of the document
 */
class DefaultConfigurationDocument<T> implements ConfigurationDocument<T> {

	private final ContactHubClient client;

	private final Function<ConfigurationApi, T> reader;

	private final BiFunction<ConfigurationApi, T, T> writer;

	DefaultConfigurationDocument(ContactHubClient client, Function<ConfigurationApi, T> reader,
			BiFunction<ConfigurationApi, T, T> writer) {
		this.client = client;
		this.reader = reader;
		this.writer = writer;
	}

	@Override
	public T get() {
		return this.reader.apply(api());
	}

	@Override
	public T replace(T document) {
		Assert.notNull(document, "document is null: give what is to be stored");
		return this.writer.apply(api(), document);
	}

	private ConfigurationApi api() {
		return this.client.createApi(ConfigurationApi.class);
	}

}
