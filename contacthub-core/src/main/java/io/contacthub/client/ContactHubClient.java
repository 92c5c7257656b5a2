package io.contacthub.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.DateTimes;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.task.TaskDecorator;
import org.springframework.data.domain.Pageable;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * The transport to one workspace. The repositories are made of it; an application needs
 * it only to call operations of ContactHub that this library has no method for.
 * <p>
 * Safe for use by many threads. No request is made when it is built.
 */
public final class ContactHubClient {

	/**
	 * The address of ContactHub.
	 */
	public static final String DEFAULT_BASE_URL = "https://api.contactlab.it/hub/v1";

	private static final DataSize MAX_RESPONSE_SIZE = DataSize.ofMegabytes(10);

	private final String workspaceId;

	private final Endpoint endpoint;

	private final HttpServiceProxyFactory proxies;

	private final int prefetch;

	private final PageReaders readers;

	private final Builder settings;

	private ContactHubClient(Builder builder) {
		Assert.isTrue(StringUtils.hasText(builder.workspaceId),
				"workspaceId is missing: give the id of the workspace, it is shown in ContactHub's settings");
		Supplier<String> token = builder.token;
		Assert.isTrue(token != null, "token is missing: give the token of a source of the workspace");
		this.workspaceId = String.valueOf(builder.workspaceId);
		this.prefetch = builder.prefetch;
		this.readers = new PageReaders(
				(builder.taskDecorator != null) ? builder.taskDecorator : CallerContext.decorator(builder.observations),
				token);
		this.endpoint = Endpoint.of(builder.baseUrl, this.workspaceId, builder.insecureAllowed);
		ClientHttpRequestFactory factory = engine(builder.requestFactory.apply(CallDeadline::timeLeft));
		this.settings = new Builder(builder).requestFactory(factory);
		RestClient restClient = restClient(this.settings, factory, token);
		this.proxies = HttpServiceProxyFactory.builder()
			.conversionService(conversions())
			.httpRequestValuesProcessor(
					(method, parameters, arguments, values) -> CallContext.addTo(values, this.settings.callTimeout))
			.exchangeAdapter(new ExchangeDecorator(RestClientAdapter.create(restClient),
					new RequestRetrier(builder.retry), builder.translator, new CallObservations(builder.observations),
					this.endpoint, new RequestChecks(builder.jsonMapper), builder.rateLimit))
			.build();
	}

	private static ClientHttpRequestFactory engine(ClientHttpRequestFactory factory) {
		Engines.checkMethods(factory);
		return Engines.withoutRedirects(factory);
	}

	private RestClient restClient(Builder settings, ClientHttpRequestFactory factory, Supplier<String> token) {
		AtomicBoolean unpacks = new AtomicBoolean(Engines.unpacks(factory));
		RestClient.Builder restClient = RestClient.builder()
			.requestFactory(factory)
			.observationRegistry(settings.observations);
		RestClient.Builder customized = RequestFactoryFilter.of(restClient, (foreign) -> {
			unpacks.set(Engines.unpacks(foreign));
			return engine(foreign);
		});
		settings.restClient.forEach((customizer) -> customizer.accept(customized));
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory(this.endpoint.workspaceUrl());
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
		return restClient.uriBuilderFactory(uris).requestInterceptors((interceptors) -> {
			boolean intercepted = !interceptors.isEmpty();
			interceptors.add(0, new BoundingInterceptor(settings.maxResponseSize));
			interceptors.add(new AuthorizingInterceptor(this.endpoint, token, settings.tracing, unpacks.get(),
					settings.maxResponseSize, intercepted));
		})
			.observationConvention(new PrivateObservationConvention(this.endpoint))
			.defaultHeaders((headers) -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), new ErrorStatusHandler())
			.configureMessageConverters((converters) -> converters.configureMessageConvertersList((list) -> {
				list.clear();
				list.add(new LenientJsonConverter(settings.jsonMapper));
			}))
			.build();
	}

	/**
	 * How the parameters of an application's own interfaces become texts: dates as
	 * everywhere, not in the language of the machine.
	 */
	private static FormattingConversionService conversions() {
		DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
		conversions.addConverter(LocalDate.class, String.class, DateTimes::format);
		conversions.addConverter(Instant.class, String.class, DateTimes::format);
		conversions.addConverter(OffsetDateTime.class, String.class, (value) -> DateTimes.format(value.toInstant()));
		conversions.addConverter(ZonedDateTime.class, String.class, (value) -> DateTimes.format(value.toInstant()));
		return conversions;
	}

	private static ClientHttpRequestFactory defaultRequestFactory() {
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(Duration.ofSeconds(2))
			.build());
		factory.setReadTimeout(Duration.ofSeconds(10));
		// it cannot tell a broken encoding from a broken connection
		factory.enableCompression(false);
		return factory;
	}

	/**
	 * Start a client.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Start another client with the settings of this one, to change some. It shares the
	 * HTTP engine unless it is given one of its own; this client stays as it is.
	 * @return a builder
	 */
	public Builder mutate() {
		return new Builder(this.settings);
	}

	/**
	 * The id of the workspace.
	 * @return the id
	 */
	public String workspaceId() {
		return this.workspaceId;
	}

	/**
	 * The address of ContactHub, without {@code /workspaces}.
	 * @return the address, without a slash at its end
	 */
	public URI baseUrl() {
		return this.endpoint.base();
	}

	/**
	 * The longest time that a call may take, see {@link Builder#callTimeout(Duration)}.
	 * @return the time
	 */
	public Duration callTimeout() {
		return this.settings.callTimeout;
	}

	/**
	 * Implement an interface whose methods are annotated with
	 * {@link org.springframework.web.service.annotation.HttpExchange @HttpExchange}.
	 * Paths are relative to the workspace, such as {@code /segments/{id}}. Its calls are
	 * authenticated, repeated and translated like those of the repositories: an id that
	 * would leave its segment of the path is an {@link IllegalArgumentException}, and an
	 * answer without a body is a
	 * {@link org.springframework.dao.DataRetrievalFailureException} unless the method
	 * returns nothing or a {@code ResponseEntity}.
	 * @param <T> the type of the interface
	 * @param type the interface
	 * @return its implementation
	 */
	public <T> T createApi(Class<T> type) {
		return this.proxies.createClient(type);
	}

	/**
	 * Stream all elements of a list, page by page of 50. Pages are read ahead on threads
	 * of their own, see {@link Builder#prefetch(int)}, in the context of the thread that
	 * reads the stream, see {@link CallerContext}, and with the token that it has then.
	 * The stream ends with a {@link java.util.concurrent.CancellationException} when the
	 * thread that reads it is interrupted while it waits for a page.
	 * @param <T> the type of the elements
	 * @param pages reads one page
	 * @return a sequential stream, which should be closed unless it is read to its end;
	 * the first request is made when the first element is asked for
	 */
	public <T> Stream<T> stream(Function<Pageable, ApiPage<T>> pages) {
		PageSpliterator<T> spliterator = new PageSpliterator<>(pages, this.prefetch, this.readers::read);
		return StreamSupport.stream(spliterator, false).onClose(spliterator::close);
	}

	@Override
	public String toString() {
		return "ContactHubClient[" + this.endpoint.workspaceUrl() + "]";
	}

	/**
	 * Builder of a {@link ContactHubClient}.
	 */
	public static final class Builder {

		private @Nullable String workspaceId;

		private @Nullable Supplier<String> token;

		private String baseUrl = DEFAULT_BASE_URL;

		private boolean insecureAllowed;

		private Function<Supplier<Duration>, ClientHttpRequestFactory> requestFactory = (
				timeLeft) -> defaultRequestFactory();

		private Duration callTimeout = Duration.ofSeconds(60);

		private DataSize maxResponseSize = MAX_RESPONSE_SIZE;

		private ObservationRegistry observations = ObservationRegistry.NOOP;

		private final List<Consumer<RestClient.Builder>> restClient = new ArrayList<>();

		private JsonMapper jsonMapper = ContactHubJson.mapper();

		private RetrySettings retry = RetrySettings.defaults();

		private ApiErrorTranslator translator = ApiErrorTranslator.byStatus();

		private int prefetch = 2;

		private @Nullable TaskDecorator taskDecorator;

		private @Nullable RateLimit rateLimit;

		private TracingHeader tracing = new TracingHeader(TracingId.HEADER, () -> null);

		private Builder() {
		}

		private Builder(Builder other) {
			this.workspaceId = other.workspaceId;
			this.token = other.token;
			this.baseUrl = other.baseUrl;
			this.insecureAllowed = other.insecureAllowed;
			this.requestFactory = other.requestFactory;
			this.restClient.addAll(other.restClient);
			this.jsonMapper = other.jsonMapper;
			this.retry = other.retry;
			this.translator = other.translator;
			this.prefetch = other.prefetch;
			this.taskDecorator = other.taskDecorator;
			this.rateLimit = other.rateLimit;
			this.tracing = other.tracing;
			this.callTimeout = other.callTimeout;
			this.maxResponseSize = other.maxResponseSize;
			this.observations = other.observations;
		}

		/**
		 * Set the workspace; required.
		 * @param workspaceId the id of the workspace
		 * @return this builder
		 */
		public Builder workspaceId(String workspaceId) {
			this.workspaceId = workspaceId;
			return this;
		}

		/**
		 * Set a token that never changes; this or the other method is required.
		 * @param token the token of a source of the workspace
		 * @return this builder
		 * @throws IllegalArgumentException when the token is blank
		 */
		public Builder token(String token) {
			Assert.hasText(token, "token is missing: give the token of a source of the workspace");
			return token(() -> token);
		}

		/**
		 * Set where the token comes from.
		 * @param token is asked at every request, repeated ones too, by many threads, so
		 * that the token can change; a token that is blank or not ASCII is an
		 * {@link IllegalStateException} then
		 * @return this builder
		 */
		public Builder token(Supplier<String> token) {
			this.token = token;
			return this;
		}

		/**
		 * Set the address of ContactHub.
		 * @param baseUrl an https address; {@code /hub/v1} is added to one without a
		 * path, and a slash, {@code /workspaces} or {@code /workspaces/} and the id of
		 * the workspace at its end make no difference
		 * @return this builder
		 */
		public Builder baseUrl(String baseUrl) {
			Assert.notNull(baseUrl, "baseUrl is null: give the address of ContactHub, or leave it out");
			this.baseUrl = baseUrl;
			return this;
		}

		/**
		 * Set whether the token may be sent unencrypted to another machine, which is
		 * refused otherwise.
		 * @param allowed whether the base URL may be a plain http address that is not a
		 * loopback one
		 * @return this builder
		 */
		public Builder allowInsecureBaseUrl(boolean allowed) {
			this.insecureAllowed = allowed;
			return this;
		}

		/**
		 * Set the HTTP engine. It must have time-outs and must neither follow redirects
		 * nor repeat requests. One that follows redirects is told not to, or refused when
		 * the client is built, as is one that cannot send PATCH. Without one, the JDK's
		 * client is used, with 2 s to connect and 10 s for an answer.
		 * @param requestFactory the factory of requests
		 * @return this builder
		 */
		public Builder requestFactory(ClientHttpRequestFactory requestFactory) {
			return requestFactory((timeLeft) -> requestFactory);
		}

		/**
		 * Set the HTTP engine, as {@link #requestFactory(ClientHttpRequestFactory)}, that
		 * gives up by itself when the time of a call is over. Without its help that is
		 * noticed only while the body of an answer is read.
		 * @param engine makes the factory of requests; it is given what tells how much
		 * time is left to the call on the present thread
		 * @return this builder
		 */
		public Builder requestFactory(Function<Supplier<Duration>, ClientHttpRequestFactory> engine) {
			this.requestFactory = engine;
			return this;
		}

		/**
		 * Set the longest time that a call may take, with all its requests and the waits
		 * between them; 60 s if not set. It bounds answers that come in so slowly that no
		 * read time-out stops them.
		 * @param callTimeout the time
		 * @return this builder
		 * @throws IllegalArgumentException when it is less than 1 ms
		 */
		public Builder callTimeout(Duration callTimeout) {
			Assert.notNull(callTimeout, "callTimeout is null: give a time, or leave it out");
			Assert.isTrue(callTimeout.toMillis() > 0,
					() -> "callTimeout is " + callTimeout + ": it must be at least 1ms");
			this.callTimeout = callTimeout;
			return this;
		}

		/**
		 * Set the greatest size of an answer, 10 MB if not set. A longer one is not read
		 * to its end and ends in a
		 * {@link org.springframework.dao.DataRetrievalFailureException}.
		 * @param maxResponseSize the size, of the body after decompression
		 * @return this builder
		 * @throws IllegalArgumentException when it is less than 1 byte
		 */
		public Builder maxResponseSize(DataSize maxResponseSize) {
			Assert.isTrue(maxResponseSize.toBytes() > 0,
					() -> "maxResponseSize is " + maxResponseSize + ": it must be at least 1B");
			this.maxResponseSize = maxResponseSize;
			return this;
		}

		/**
		 * Set where calls and requests are observed; nowhere if not set. A call is
		 * {@code contacthub.calls}, each of its requests {@code http.client.requests}.
		 * Neither has ids, query strings or the token.
		 * @param observationRegistry the registry
		 * @return this builder
		 */
		public Builder observationRegistry(ObservationRegistry observationRegistry) {
			this.observations = observationRegistry;
			return this;
		}

		/**
		 * Customize the {@code RestClient}, which has its request factory already; its
		 * address, authentication, error handling and JSON are set after this.
		 * @param customizer changes the builder of the client
		 * @return this builder
		 */
		public Builder restClient(Consumer<RestClient.Builder> customizer) {
			this.restClient.add(customizer);
			return this;
		}

		/**
		 * Customize the {@code RestClient}, as {@link #restClient(Consumer)}, by what is
		 * meant for other clients too: of the request factories that it sets, only some
		 * take the place of the one that is set already.
		 * @param customizer changes the builder of the client
		 * @param accepted whether to take a request factory
		 * @return this builder
		 */
		public Builder restClient(Consumer<RestClient.Builder> customizer,
				Predicate<ClientHttpRequestFactory> accepted) {
			return restClient((client) -> customizer.accept(RequestFactoryFilter.of(client, (foreign) -> {
				Engines.checkMethods(foreign);
				return accepted.test(foreign) ? foreign : null;
			})));
		}

		/**
		 * Set the JSON mapper; {@link ContactHubJson#mapper()} if not set.
		 * @param jsonMapper a mapper rebuilt from {@link ContactHubJson#mapper()}
		 * @return this builder
		 */
		public Builder jsonMapper(JsonMapper jsonMapper) {
			this.jsonMapper = jsonMapper;
			return this;
		}

		/**
		 * Set how requests are repeated; {@link RetrySettings#defaults()} if not set.
		 * @param retry the settings
		 * @return this builder
		 */
		public Builder retry(RetrySettings retry) {
			this.retry = retry;
			return this;
		}

		/**
		 * Set how failures become exceptions; {@link ApiErrorTranslator#byStatus()} if
		 * not set.
		 * @param translator the translation
		 * @return this builder
		 */
		public Builder errorTranslator(ApiErrorTranslator translator) {
			this.translator = translator;
			return this;
		}

		/**
		 * Set how many pages a stream reads ahead, at the same time, while the elements
		 * before them are worked on; 2 if not set.
		 * @param prefetch the number of pages, 0 to read each page when it is needed
		 * @return this builder
		 * @throws IllegalArgumentException when it is negative
		 */
		public Builder prefetch(int prefetch) {
			Assert.isTrue(prefetch >= 0, () -> "prefetch is " + prefetch + ": it must not be negative");
			this.prefetch = prefetch;
			return this;
		}

		/**
		 * Set what pages that are read ahead carry from the thread that reads the stream
		 * to the one that reads the page; {@link CallerContext} if not set.
		 * @param taskDecorator is given each page when it is asked for
		 * @return this builder
		 */
		public Builder taskDecorator(TaskDecorator taskDecorator) {
			Assert.notNull(taskDecorator, "taskDecorator is null: give one, or leave it out");
			this.taskDecorator = taskDecorator;
			return this;
		}

		/**
		 * Set how many requests begin within any second at most, those of all threads and
		 * repeated ones together; without limit if not set. A request waits for its turn
		 * as long as its call has time, and fails as not connected if there is none.
		 * Clients that are made of this one by {@link ContactHubClient#mutate()} share
		 * the limit.
		 * @param maxRequestsPerSecond the number of requests, 0 for no limit
		 * @return this builder
		 * @throws IllegalArgumentException when it is not from 0 to 100,000
		 */
		public Builder maxRequestsPerSecond(int maxRequestsPerSecond) {
			this.rateLimit = (maxRequestsPerSecond != 0) ? new RateLimit(maxRequestsPerSecond) : null;
			return this;
		}

		/**
		 * Set how requests name what they belong to, unless a call is given a
		 * {@link TracingId} of its own.
		 * @param header the name of the header, empty to send none;
		 * {@value TracingId#HEADER} if not set
		 * @param id gives the id of the present trace, {@code null} for none; it is asked
		 * on the thread that makes the request
		 * @return this builder
		 */
		public Builder tracing(String header, Supplier<@Nullable String> id) {
			Assert.notNull(header, "header is null: give the name of the header for tracing ids, or an empty text");
			Assert.notNull(id, "id is null: give what knows the id, or () -> null");
			this.tracing = new TracingHeader(header, id);
			return this;
		}

		/**
		 * Build the client; no request is made.
		 * @return the client
		 * @throws IllegalArgumentException when the workspace id or the token is missing,
		 * the base URL is malformed or insecure, or the HTTP engine cannot send PATCH or
		 * follows redirects
		 */
		public ContactHubClient build() {
			return new ContactHubClient(this);
		}

	}

}
