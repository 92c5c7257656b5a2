package io.contacthub.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Assembly of a {@code RestClient}. A request passes the {@link BoundingInterceptor}, the
 * interceptors of the application, the {@link AuthorizingInterceptor} and the engine; its
 * answer goes back the same way, and then to the status handlers of the application and
 * the {@link ErrorStatusHandler}, or to the {@link LenientJsonConverter}.
 *
 * @param endpoint where requests may go
 * @param token gives the token
 * @param tracing adds the tracing id
 * @param maxResponseSize the greatest size of an answer
 * @param observations where requests are observed
 * @param jsonMapper reads and writes JSON
 */
record RestClientAssembly(Endpoint endpoint, Supplier<String> token, TracingHeader tracing, DataSize maxResponseSize,
		ObservationRegistry observations, JsonMapper jsonMapper) {

	/**
	 * Make a client.
	 * @param requestFactory makes the requests, unless a customizer sets another one
	 * @param customizers what the application changes
	 * @return the client
	 */
	RestClient restClient(ClientHttpRequestFactory requestFactory, List<Consumer<RestClient.Builder>> customizers) {
		RestClient.Builder builder = RestClient.builder()
			.requestFactory(requestFactory)
			.observationRegistry(this.observations);
		boolean unpacks = customize(builder, requestFactory, customizers);
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory(this.endpoint.workspaceUrl());
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
		return builder.uriBuilderFactory(uris)
			.requestInterceptors((interceptors) -> enclose(interceptors, unpacks))
			.observationConvention(new PrivateObservationConvention(this.endpoint))
			.defaultHeaders((headers) -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), new ErrorStatusHandler())
			.configureMessageConverters((converters) -> converters.configureMessageConvertersList((list) -> {
				list.clear();
				list.add(new LenientJsonConverter(this.jsonMapper));
			}))
			.build();
	}

	/**
	 * Have the application change the client.
	 * @return whether the engine, theirs if they set one, unpacks what is compressed
	 */
	private static boolean customize(RestClient.Builder builder, ClientHttpRequestFactory requestFactory,
			List<Consumer<RestClient.Builder>> customizers) {
		AtomicBoolean unpacks = new AtomicBoolean(EngineChecks.unpacks(requestFactory));
		RestClient.Builder filtered = RequestFactoryFilter.of(builder, (foreign) -> {
			unpacks.set(EngineChecks.unpacks(foreign));
			return EngineChecks.checked(foreign);
		});
		customizers.forEach((customizer) -> customizer.accept(filtered));
		return unpacks.get();
	}

	private void enclose(List<ClientHttpRequestInterceptor> interceptors, boolean unpacks) {
		boolean intercepted = !interceptors.isEmpty();
		interceptors.add(0, new BoundingInterceptor(this.maxResponseSize,
				intercepted ? () -> CallerIdentity.present(this.token, this.tracing) : null));
		interceptors.add(new AuthorizingInterceptor(this.endpoint, this.token, this.tracing, unpacks,
				this.maxResponseSize, intercepted));
	}

}
