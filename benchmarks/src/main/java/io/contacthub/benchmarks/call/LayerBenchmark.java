package io.contacthub.benchmarks.call;

import io.contacthub.benchmarks.Documents;
import io.contacthub.client.ContactHubClient;
import io.contacthub.customer.Customer;
import io.contacthub.json.ContactHubJson;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Benchmark of what the library adds to a successful call, answered from memory with a
 * document that takes no time: the same declarative interface on Spring's client, and on
 * that of the library.
 */
@State(Scope.Benchmark)
public class LayerBenchmark {

	private static final String ADDRESS = "http://localhost:8080/hub/v1";

	/** What the interface is implemented by. */
	@Param({ "spring", "client", "spring-observed", "client-observed" })
	public String layers = "spring";

	private final String customerId = Documents.customerId(0);

	private @Nullable Api api;

	/**
	 * Implement the interface.
	 */
	@Setup
	public void prepare() {
		MemoryRequestFactory engine = new MemoryRequestFactory(Documents.bytes("{\"id\":\"" + this.customerId + "\"}"));
		ObservationRegistry observations = ObservationRegistry.NOOP;
		if (this.layers.endsWith("-observed")) {
			observations = ObservationRegistry.create();
			observations.observationConfig()
				.observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
		}
		this.api = this.layers.startsWith("client") ? client(engine, observations) : spring(engine, observations);
	}

	private static Api client(MemoryRequestFactory engine, ObservationRegistry observations) {
		return ContactHubClient.builder()
			.baseUrl(ADDRESS)
			.workspaceId(Documents.WORKSPACE_ID)
			.token("token")
			.requestFactory(engine)
			.observationRegistry(observations)
			.build()
			.createApi(Api.class);
	}

	private static Api spring(MemoryRequestFactory engine, ObservationRegistry observations) {
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory(ADDRESS + "/workspaces/" + Documents.WORKSPACE_ID);
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
		RestClient client = RestClient.builder()
			.requestFactory(engine)
			.uriBuilderFactory(uris)
			.observationRegistry(observations)
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer token")
			.defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.configureMessageConverters((converters) -> converters.configureMessageConvertersList((list) -> {
				list.clear();
				list.add(new JacksonJsonHttpMessageConverter(ContactHubJson.mapper()));
			}))
			.build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(Api.class);
	}

	/**
	 * Get a customer.
	 * @return the customer
	 */
	@Benchmark
	public Customer customer() {
		if (this.api == null) {
			throw new IllegalStateException("The interface was not implemented");
		}
		return this.api.get(this.customerId);
	}

	/**
	 * An operation of the API.
	 */
	interface Api {

		@GetExchange("/customers/{id}")
		Customer get(@PathVariable String id);

	}

}
