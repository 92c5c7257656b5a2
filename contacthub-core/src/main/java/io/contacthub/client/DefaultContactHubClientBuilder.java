package io.contacthub.client;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.DateTimes;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.task.TaskDecorator;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The settings of a client, and what is made of them. They are copied as a whole, so that
 * none can be forgotten; therefore each of them is a value that does not change.
 */
final class DefaultContactHubClientBuilder implements ContactHubClient.Builder, Cloneable {

	private static final String TOKEN = "give the token of a source of the workspace";

	private @Nullable String workspaceId;

	private @Nullable Supplier<String> token;

	private String baseUrl = ContactHubClient.DEFAULT_BASE_URL;

	private boolean insecureAllowed;

	private HttpEngine engine = HttpEngine.lazy(JdkRequestFactory::of);

	private Duration callTimeout = Duration.ofSeconds(60);

	private DataSize maxResponseSize = DataSize.ofMegabytes(10);

	private ObservationRegistry observations = ObservationRegistry.NOOP;

	private List<Consumer<RestClient.Builder>> customizers = List.of();

	private JsonMapper jsonMapper = ContactHubJson.mapper();

	private RetrySettings retry = RetrySettings.defaults();

	private ApiErrorTranslator translator = ApiErrorTranslator.byStatus();

	private int prefetch = 2;

	private @Nullable TaskDecorator taskDecorator;

	private @Nullable RateLimit rateLimit;

	private @Nullable Function<ContactHubClient, DocumentValidator> documentValidator;

	private TracingHeader tracing = new TracingHeader(TracingId.HEADER, () -> null);

	/**
	 * Copy all settings.
	 */
	DefaultContactHubClientBuilder copy() {
		try {
			return (DefaultContactHubClientBuilder) clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public ContactHubClient.Builder workspaceId(String workspaceId) {
		this.workspaceId = workspaceId;
		return this;
	}

	@Override
	public ContactHubClient.Builder token(String token) {
		if (!StringUtils.hasText(token)) {
			throw new IllegalSettingException("token", null, TOKEN);
		}
		return token(() -> token);
	}

	@Override
	public ContactHubClient.Builder token(Supplier<String> token) {
		this.token = token;
		return this;
	}

	@Override
	public ContactHubClient.Builder baseUrl(String baseUrl) {
		Assert.notNull(baseUrl, "baseUrl is null: give the address of ContactHub, or leave it out");
		this.baseUrl = baseUrl;
		return this;
	}

	@Override
	public ContactHubClient.Builder allowInsecureBaseUrl(boolean allowed) {
		this.insecureAllowed = allowed;
		return this;
	}

	@Override
	public ContactHubClient.Builder requestFactory(ClientHttpRequestFactory requestFactory) {
		return requestFactory((timeLeft) -> requestFactory);
	}

	@Override
	public ContactHubClient.Builder requestFactory(HttpEngine engine) {
		this.engine = engine;
		return this;
	}

	@Override
	public ContactHubClient.Builder callTimeout(Duration callTimeout) {
		Assert.notNull(callTimeout, "callTimeout is null: give a time, or leave it out");
		if (callTimeout.compareTo(Duration.ofMillis(1)) < 0) {
			throw new IllegalSettingException("callTimeout", callTimeout, "it must be at least 1ms");
		}
		this.callTimeout = callTimeout;
		return this;
	}

	@Override
	public ContactHubClient.Builder maxResponseSize(DataSize maxResponseSize) {
		if (maxResponseSize.toBytes() <= 0) {
			throw new IllegalSettingException("maxResponseSize", maxResponseSize, "it must be at least 1B");
		}
		this.maxResponseSize = maxResponseSize;
		return this;
	}

	@Override
	public ContactHubClient.Builder observationRegistry(ObservationRegistry observationRegistry) {
		this.observations = observationRegistry;
		return this;
	}

	@Override
	public ContactHubClient.Builder restClient(Consumer<RestClient.Builder> customizer) {
		this.customizers = Stream.concat(this.customizers.stream(), Stream.of(customizer)).toList();
		return this;
	}

	@Override
	public ContactHubClient.Builder restClient(Consumer<RestClient.Builder> customizer,
			Predicate<ClientHttpRequestFactory> accepted) {
		return restClient((client) -> customizer.accept(RequestFactoryFilter.of(client, (foreign) -> {
			EngineChecks.checkMethods(foreign);
			return accepted.test(foreign) ? foreign : null;
		})));
	}

	@Override
	public ContactHubClient.Builder jsonMapper(JsonMapper jsonMapper) {
		this.jsonMapper = jsonMapper;
		return this;
	}

	@Override
	public ContactHubClient.Builder retry(RetrySettings retry) {
		this.retry = retry;
		return this;
	}

	@Override
	public ContactHubClient.Builder errorTranslator(ApiErrorTranslator translator) {
		this.translator = translator;
		return this;
	}

	@Override
	public ContactHubClient.Builder prefetch(int prefetch) {
		if (prefetch < 0) {
			throw new IllegalSettingException("prefetch", prefetch, "it must not be negative");
		}
		this.prefetch = prefetch;
		return this;
	}

	@Override
	public ContactHubClient.Builder taskDecorator(TaskDecorator taskDecorator) {
		Assert.notNull(taskDecorator, "taskDecorator is null: give one, or leave it out");
		this.taskDecorator = taskDecorator;
		return this;
	}

	@Override
	public ContactHubClient.Builder maxRequestsPerSecond(int maxRequestsPerSecond) {
		return rateLimit((maxRequestsPerSecond != 0) ? new RateLimit(maxRequestsPerSecond) : null);
	}

	/**
	 * Set the limit that requests keep to, with its clock.
	 */
	DefaultContactHubClientBuilder rateLimit(@Nullable RateLimit rateLimit) {
		this.rateLimit = rateLimit;
		return this;
	}

	@Override
	public ContactHubClient.Builder tracing(String header, Supplier<@Nullable String> id) {
		Assert.notNull(header, "header is null: give the name of the header for tracing ids, or an empty text");
		Assert.notNull(id, "id is null: give what knows the id, or () -> null");
		RequestChecks.checkHeader(header, List.of());
		this.tracing = new TracingHeader(header, id);
		return this;
	}

	@Override
	public ContactHubClient.Builder documentValidator(Function<ContactHubClient, DocumentValidator> validator) {
		Assert.notNull(validator, "validator is null: give what makes one, or leave it out");
		this.documentValidator = validator;
		return this;
	}

	@Override
	public ContactHubClient build() {
		return copy().client();
	}

	/**
	 * Make the client of these settings, which are its own.
	 */
	private ContactHubClient client() {
		String id = this.workspaceId;
		if (id == null || !StringUtils.hasText(id)) {
			throw new IllegalSettingException("workspaceId", null,
					"give the id of the workspace, it is shown in ContactHub's settings");
		}
		Supplier<String> tokens = this.token;
		if (tokens == null) {
			throw new IllegalSettingException("token", null, TOKEN);
		}
		Endpoint endpoint = Endpoint.of(this.baseUrl, id, this.insecureAllowed);
		SharedEngine shared = SharedEngine.of(this.engine);
		this.engine = shared;
		DocumentValidation validation = new DocumentValidation(this.documentValidator, this.jsonMapper);
		SingletonSupplier<HttpServiceProxyFactory> proxies = SingletonSupplier
			.of(() -> proxies(endpoint, shared.requestFactory(CallDeadline::timeLeft), tokens, validation));
		if (!shared.isLazy() || !this.customizers.isEmpty()) {
			// what the application has a part in fails now if it fails
			proxies.obtain();
		}
		TaskDecorator context = (this.taskDecorator != null) ? this.taskDecorator
				: TaskContext.decorator(this.observations);
		return validation.of(new DefaultContactHubClient(id, endpoint, this.callTimeout, proxies, this.prefetch,
				(task) -> context.decorate(CarriedToken.carry(tokens, task)), this));
	}

	private HttpServiceProxyFactory proxies(Endpoint endpoint, ClientHttpRequestFactory requestFactory,
			Supplier<String> tokens, DocumentValidation validation) {
		RestClient restClient = new RestClientAssembly(endpoint, tokens, this.tracing, this.maxResponseSize,
				this.observations, this.jsonMapper)
			.restClient(requestFactory, this.customizers);
		Duration timeout = this.callTimeout;
		Map<Method, CallTerms> terms = new ConcurrentHashMap<>();
		return HttpServiceProxyFactory.builder()
			.conversionService(conversions())
			.customArgumentResolver(PathVariables::refuseNull)
			.httpRequestValuesProcessor((method, parameters, arguments, values) -> CallContext.addTo(values, timeout,
					terms.computeIfAbsent(method, CallTerms::of)))
			.exchangeAdapter(new ExchangeDecorator(RestClientAdapter.create(restClient), new RequestRetrier(this.retry),
					this.translator, new CallObservations(this.observations), endpoint,
					new RequestChecks(this.jsonMapper), validation, this.rateLimit))
			.build();
	}

	/**
	 * Make what turns the parameters of an application's own interfaces into texts: dates
	 * as everywhere, not in the language of the machine.
	 */
	private static FormattingConversionService conversions() {
		DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
		conversions.addConverter(LocalDate.class, String.class, DateTimes::format);
		conversions.addConverter(Instant.class, String.class, DateTimes::format);
		conversions.addConverter(OffsetDateTime.class, String.class, (value) -> DateTimes.format(value.toInstant()));
		conversions.addConverter(ZonedDateTime.class, String.class, (value) -> DateTimes.format(value.toInstant()));
		return conversions;
	}

}
