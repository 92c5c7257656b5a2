package io.contacthub.client;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * Assembly of a {@code RestClient}. A request passes the {@link BoundingInterceptor} and
 * the interceptors of the application, where it has any, the
 * {@link AuthorizingRequestFactory} and the engine; its answer goes back the same way,
 * and then to the status handlers of the application and the {@link ErrorStatusHandler},
 * or to the {@link LenientJsonConverter}.
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
		ClientHttpRequestFactory engine = customize(builder, requestFactory, customizers);
		return builder.requestFactory(engine)
			.uriBuilderFactory(new TemplateUriBuilderFactory(this.endpoint))
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
	 * @return what makes the requests then: the engine, theirs if they set one, and
	 * before it what adds the token
	 */
	private ClientHttpRequestFactory customize(RestClient.Builder builder, ClientHttpRequestFactory requestFactory,
			List<Consumer<RestClient.Builder>> customizers) {
		AtomicReference<ClientHttpRequestFactory> engine = new AtomicReference<>(requestFactory);
		AtomicBoolean intercepted = new AtomicBoolean();
		RestClient.Builder filtered = RequestFactoryFilter.of(builder, (foreign) -> {
			ClientHttpRequestFactory checked = EngineChecks.checked(foreign);
			engine.set(checked);
			return checked;
		}, () -> intercepted.set(true));
		customizers.forEach((customizer) -> customizer.accept(filtered));
		if (intercepted.get()) {
			builder
				.requestInterceptors((interceptors) -> interceptors.add(0, new BoundingInterceptor(this.maxResponseSize,
						() -> CallerIdentity.present(this.token, this.tracing))));
		}
		return new AuthorizingRequestFactory(Objects.requireNonNull(engine.get()), this, intercepted.get());
	}

}
