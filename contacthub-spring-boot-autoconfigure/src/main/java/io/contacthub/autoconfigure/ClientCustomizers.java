package io.contacthub.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.contacthub.client.ContactHubClient;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.json.ContactHubJson;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.HttpMessageConvertersRestClientCustomizer;
import org.springframework.boot.restclient.observation.ObservationRestClientCustomizer;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * The beans by which an application changes clients: those that are for other things too,
 * and after them, with the last word, its {@link ContactHubClientCustomizer}s.
 */
class ClientCustomizers {

	private static final Log logger = LogFactory.getLog(ClientCustomizers.class);

	/**
	 * Those of Spring Boot's own that set what clients of ContactHub have another of: how
	 * JSON is read and written, and where and as what requests are observed.
	 */
	private static final Set<Class<?>> SUPERSEDED = Set.of(HttpMessageConvertersRestClientCustomizer.class,
			ObservationRestClientCustomizer.class);

	private static final String MOCK_SERVERS = "org.springframework.test.web.";

	private final ObjectProvider<ContactHubJsonMapperBuilderCustomizer> json;

	private final ObjectProvider<RestClientCustomizer> restClient;

	private final ObjectProvider<ApiErrorTranslator> translator;

	private final ObjectProvider<ContactHubClientCustomizer> client;

	private final Set<String> ignored = ConcurrentHashMap.newKeySet();

	ClientCustomizers(ObjectProvider<ContactHubJsonMapperBuilderCustomizer> json,
			ObjectProvider<RestClientCustomizer> restClient, ObjectProvider<ApiErrorTranslator> translator,
			ObjectProvider<ContactHubClientCustomizer> client) {
		this.json = json;
		this.restClient = restClient;
		this.translator = translator;
		this.client = client;
	}

	/**
	 * Have the application change a client that has all its settings.
	 */
	void customize(ContactHubClient.Builder client) {
		customizeJson(client);
		this.restClient.orderedStream()
			.filter((customizer) -> !SUPERSEDED.contains(customizer.getClass()))
			.forEach((customizer) -> client.restClient(customizer::customize, this::isAccepted));
		this.translator.ifAvailable(client::errorTranslator);
		this.client.orderedStream().forEach((customizer) -> customizer.customize(client));
	}

	private void customizeJson(ContactHubClient.Builder client) {
		List<ContactHubJsonMapperBuilderCustomizer> customizers = this.json.orderedStream().toList();
		if (!customizers.isEmpty()) {
			JsonMapper.Builder builder = ContactHubJson.mapper().rebuild();
			customizers.forEach((customizer) -> customizer.customize(builder));
			client.jsonMapper(builder.build());
		}
	}

	/**
	 * Return whether to take a request factory that is meant for all clients: that of a
	 * mock server only.
	 */
	private boolean isAccepted(ClientHttpRequestFactory factory) {
		ClientHttpRequestFactory inner = factory;
		while (inner instanceof AbstractClientHttpRequestFactoryWrapper wrapper) {
			inner = wrapper.getDelegate();
		}
		boolean accepted = inner.getClass().getName().startsWith(MOCK_SERVERS);
		String name = factory.getClass().getName();
		if (!accepted && this.ignored.add(name)) {
			logger.warn("A RestClientCustomizer sets a request factory, " + name
					+ ", which is ignored for ContactHub: its connections are as contacthub.http.* and "
					+ "spring.http.clients.* say. To use the request factory nonetheless, set it by a bean of type "
					+ "ContactHubClientCustomizer: (client) -> client.requestFactory(...)");
		}
		return accepted;
	}

}
