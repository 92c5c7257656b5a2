package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.contacthub.Workspace;
import io.contacthub.autoconfigure.http.ClientEngines;
import io.contacthub.autoconfigure.http.EngineSettings;
import io.contacthub.client.CallerContext;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.json.ContactHubJson;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Factory of workspaces, made of properties and of the beans of the application that have
 * a say in them. Public for this library.
 */
public class WorkspaceFactory
		implements BeanFactoryAware, EnvironmentAware, InitializingBean, DisposableBean, SmartLifecycle {

	private static final Log logger = LogFactory.getLog(WorkspaceFactory.class);

	/** It came with Spring Boot 4.1, and so did the HTTP client of the starter. */
	private static final String COOKIE_HANDLING = "org.springframework.boot.http.client.HttpCookieHandling";

	private static final String COMMON_BUNDLE = "spring.http.clients.ssl.bundle";

	private static final String MOCK_SERVERS = "org.springframework.test.web.";

	private final ObjectProvider<ClientHttpRequestFactoryBuilder<?>> engine;

	private final ObjectProvider<HttpClientSettings> httpSettings;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<RestClientCustomizer> restClientCustomizers;

	private final ObjectProvider<ContactHubJsonMapperBuilderCustomizer> jsonCustomizers;

	private final ObjectProvider<ApiErrorTranslator> translator;

	private final ObjectProvider<ObservationRegistry> observations;

	private final ObjectProvider<ContactHubClientCustomizer> customizers;

	private final SingletonSupplier<TaskDecorator> taskDecorator;

	private final ObjectProvider<EventPublisherListener> eventListeners;

	private final ObjectProvider<TraceId> traceIds;

	private @Nullable BeanFactory beans;

	private @Nullable Environment environment;

	private final Map<ConnectionName, ContactHubProperties> properties = new ConcurrentHashMap<>();

	private final Set<String> ignored = ConcurrentHashMap.newKeySet();

	private volatile boolean running;

	private final ClientEngines engines = new ClientEngines();

	WorkspaceFactory(ObjectProvider<ClientHttpRequestFactoryBuilder<?>> engine,
			ObjectProvider<HttpClientSettings> httpSettings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RestClientCustomizer> restClientCustomizers,
			ObjectProvider<ContactHubJsonMapperBuilderCustomizer> jsonCustomizers,
			ObjectProvider<ApiErrorTranslator> translator, ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<ContactHubClientCustomizer> customizers, ObjectProvider<TaskDecorator> taskDecorators,
			ObjectProvider<EventPublisherListener> eventListeners, ObjectProvider<TraceId> traceIds) {
		if (!ClassUtils.isPresent(COOKIE_HANDLING, null)) {
			throw ContactHubConfigurationException.springBootTooOld();
		}
		this.engine = engine;
		this.httpSettings = httpSettings;
		this.sslBundles = sslBundles;
		this.restClientCustomizers = restClientCustomizers;
		this.jsonCustomizers = jsonCustomizers;
		this.translator = translator;
		this.observations = observations;
		this.customizers = customizers;
		this.taskDecorator = SingletonSupplier.of(() -> taskDecorator(observations, taskDecorators));
		this.eventListeners = eventListeners;
		this.traceIds = traceIds;
	}

	/**
	 * What work on threads of the client carries from those that asked for it: what the
	 * library does, and what the application has its own executors carry.
	 * @return the decorator of such work
	 */
	public TaskDecorator taskDecorator() {
		return this.taskDecorator.obtain();
	}

	private static TaskDecorator taskDecorator(ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<TaskDecorator> others) {
		List<TaskDecorator> decorators = new ArrayList<>();
		decorators.add(CallerContext.decorator(observations.getIfAvailable(() -> ObservationRegistry.NOOP)));
		others.orderedStream().forEach(decorators::add);
		return new CompositeTaskDecorator(decorators);
	}

	/**
	 * Make a publisher.
	 */
	EventPublisher publisher(EventRepository events, ContactHubProperties.Publisher properties) {
		return EventPublisher.create(events, checked("contacthub.events.publisher.", properties::settings),
				this.eventListeners.getIfAvailable(), taskDecorator());
	}

	@Override
	public void setBeanFactory(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Refuse what cannot be meant at start, whether or not it is needed.
	 */
	@Override
	public void afterPropertiesSet() {
		if (this.environment != null) {
			boolean byProperties = isNeeded("contactHubWorkspace")
					&& !(this.beans instanceof ConfigurableListableBeanFactory factory
							&& OnMainConnectionCondition.hasConnectionDetails(factory));
			PropertyChecks.check(this.environment, this::properties, byProperties,
					byProperties && isNeeded("contactHubNode"));
		}
	}

	/**
	 * The properties of a workspace with a name, which take their time to be bound.
	 */
	ContactHubProperties properties(ConnectionName workspace) {
		return this.properties.computeIfAbsent(workspace,
				(name) -> NamedConnections.properties(Objects.requireNonNull(this.environment), name));
	}

	private boolean isNeeded(String bean) {
		return this.beans != null && this.beans.containsBean(bean);
	}

	/**
	 * Make a workspace.
	 * @param details where it is
	 * @param properties its settings
	 * @param prefix where the properties are, for messages
	 * @return the workspace, of which nothing has been asked yet
	 */
	Workspace create(ContactHubConnectionDetails details, ContactHubProperties properties, String prefix) {
		List<ContactHubConfigurationException> faults = new ArrayList<>();
		String id = value(details::getWorkspaceId, prefix + ".workspace-id", faults);
		// a missing token must not wait for the first request to show
		String token = value(details::getToken, prefix + ".token", faults);
		String baseUrl = value(details::getBaseUrl, prefix + ".base-url", faults);
		if (details instanceof PropertiesContactHubConnectionDetails) {
			if (!faults.isEmpty() && prefix.equals("contacthub") && isNeeded("contactHubNode")) {
				value(details::getNodeId, prefix + ".node-id", faults);
			}
		}
		else {
			PropertyChecks.checkConnectionDetails(faults, prefix, id, token, baseUrl);
		}
		PropertyChecks.throwAny(faults);
		try {
			return Workspace.builder()
				.id(id)
				.baseUrl(baseUrl)
				.client((client) -> configure(client.token(details::getToken), properties, baseUrl, prefix))
				.build();
		}
		catch (IllegalArgumentException ex) {
			throw explain(ex, prefix);
		}
	}

	private static String value(Supplier<@Nullable String> source, String property,
			List<ContactHubConfigurationException> faults) {
		try {
			String value = PropertyChecks.stripped(source.get());
			return ContactHubConfigurationException.required(property, value);
		}
		catch (ContactHubConfigurationException ex) {
			faults.add(ex);
		}
		return "";
	}

	private void configure(ContactHubClient.Builder client, ContactHubProperties properties, String baseUrl,
			String prefix) {
		ContactHubProperties.Http http = properties.http();
		EngineSettings settings = EngineSettingsResolver.resolve(
				this.httpSettings.getIfAvailable(HttpClientSettings::defaults), http, this.sslBundles.getIfAvailable(),
				prefix);
		client.allowInsecureBaseUrl(properties.allowInsecureBaseUrl())
			.jsonMapper(jsonMapper())
			.retry(checked(prefix + ".retry.", properties.retry()::settings));
		checked(prefix + ".http.",
				() -> client.callTimeout(settings.callTimeout()).maxResponseSize(settings.maxResponseSize()));
		checked(prefix + ".stream.", () -> client.prefetch(properties.stream().prefetch()));
		ClientHttpRequestFactoryBuilder<?> engine = this.engine.getIfAvailable(ClientHttpRequestFactoryBuilder::detect);
		EngineSettingsResolver.checkProxy(engine, settings.proxy(), baseUrl, prefix);
		client.requestFactory((timeLeft) -> engine(engine, settings, http, timeLeft));
		this.observations.ifAvailable(client::observationRegistry);
		client.taskDecorator(taskDecorator());
		Integer rate = http.maxRequestsPerSecond();
		if (rate != null) {
			client.maxRequestsPerSecond(rate);
		}
		Supplier<@Nullable String> traceId = this.traceIds.getIfAvailable(() -> () -> null);
		client.tracing(http.tracingHeader(), traceId);
		this.restClientCustomizers.orderedStream()
			.forEach((customizer) -> client.restClient(customizer::customize,
					(factory) -> isOfMockServer(factory) || ignored(factory)));
		this.translator.ifAvailable(client::errorTranslator);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(client));
	}

	/**
	 * The engine, which is exchanged whenever its SSL bundle is updated.
	 */
	private ClientHttpRequestFactory engine(ClientHttpRequestFactoryBuilder<?> builder, EngineSettings settings,
			ContactHubProperties.Http http, Supplier<Duration> timeLeft) {
		EngineSettingsResolver.checkEngine(builder);
		SslBundles bundles = this.sslBundles.getIfAvailable();
		SslBundle bundle = settings.common().sslBundle();
		String name = bundleName(http);
		if (bundles == null || bundle == null || !bundles.getBundleNames().contains(name)
				|| bundles.getBundle(name) != bundle) {
			return this.engines.create(builder, settings, timeLeft);
		}
		return this.engines.createRenewed(builder, settings, bundle,
				(handler) -> bundles.addBundleUpdateHandler(name, handler), timeLeft);
	}

	private String bundleName(ContactHubProperties.Http http) {
		String own = http.ssl().bundle();
		String common = (this.environment != null) ? this.environment.getProperty(COMMON_BUNDLE) : null;
		return StringUtils.hasText(own) ? own : String.valueOf(common);
	}

	private static boolean isOfMockServer(ClientHttpRequestFactory factory) {
		ClientHttpRequestFactory inner = factory;
		while (inner instanceof AbstractClientHttpRequestFactoryWrapper wrapper) {
			inner = wrapper.getDelegate();
		}
		return inner.getClass().getName().startsWith(MOCK_SERVERS);
	}

	private boolean ignored(ClientHttpRequestFactory factory) {
		String name = factory.getClass().getName();
		if (this.ignored.add(name)) {
			logger.warn("A RestClientCustomizer sets a request factory, " + name
					+ ", which is ignored for ContactHub: its connections are as contacthub.http.* and "
					+ "spring.http.clients.* say. To use the request factory nonetheless, set it by a bean of type "
					+ "ContactHubClientCustomizer: (client) -> client.requestFactory(...)");
		}
		return false;
	}

	@Override
	public void start() {
		this.running = true;
	}

	/**
	 * Close the connections that are kept: a process may be frozen now, and be thawed
	 * when they have gone stale.
	 */
	@Override
	public void stop() {
		this.engines.closeIdle();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * After the publishers have sent their events.
	 */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 8192;
	}

	/**
	 * Close the engines, of which some have threads that keep an application from ending.
	 * The workspaces, which depend on this bean, are gone by then.
	 */
	@Override
	public void destroy() {
		this.engines.close();
	}

	private JsonMapper jsonMapper() {
		JsonMapper.Builder builder = ContactHubJson.mapper().rebuild();
		this.jsonCustomizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	/**
	 * Have a setting that is refused named by its property.
	 */
	static <T> T checked(String prefix, Supplier<T> settings) {
		try {
			return settings.get();
		}
		catch (IllegalArgumentException ex) {
			String message = String.valueOf(ex.getMessage());
			int end = message.indexOf(' ');
			if (end < 0) {
				throw ex;
			}
			String name = DataObjectPropertyName.toDashedForm(message.substring(0, end));
			throw new ContactHubConfigurationException(prefix + name, message.substring(end + 1) + ".", """
					Give another value, or remove the property to have its default:

					%s""".formatted(ContactHubConfigurationException.lines(prefix.substring(0, prefix.length() - 1),
					"# " + name + ": <value>")));
		}
	}

	/**
	 * Have what the client refuses named by its property.
	 */
	static RuntimeException explain(IllegalArgumentException ex, String prefix) {
		String message = String.valueOf(ex.getMessage());
		if (message.startsWith("requestFactory ")) {
			return ContactHubConfigurationException.requestFactory(message.substring("requestFactory ".length()));
		}
		if (message.startsWith("workspaceId ")) {
			return new ContactHubConfigurationException(prefix + ".workspace-id",
					message.substring("workspaceId ".length()) + ".", """
							Give the id of the workspace:

							%s""".formatted(
							ContactHubConfigurationException.lines(prefix, "workspace-id: <id of the workspace>")));
		}
		if (ex instanceof IllegalSettingException setting && setting.setting().equals("allowInsecureBaseUrl")) {
			String fault = setting.remedy()
				.replaceFirst("^(the token would be sent unencrypted) to ('.*'), ", "is $2: $1, ");
			return new ContactHubConfigurationException(prefix + ".base-url", fault + ".", """
					Give the address with https. Only where nobody can listen in, allow that the token is sent \
					unencrypted:

					%s""".formatted(ContactHubConfigurationException.lines(prefix, "allow-insecure-base-url: true")));
		}
		if (!message.startsWith("baseUrl ")) {
			return ex;
		}
		String fault = message.substring("baseUrl ".length()) + ".";
		return new ContactHubConfigurationException(prefix + ".base-url", fault, """
				Give the address of ContactHub, or remove the property:

				%s""".formatted(
				ContactHubConfigurationException.lines(prefix, "base-url: " + ContactHubClient.DEFAULT_BASE_URL)));
	}

}
