package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

import io.contacthub.autoconfigure.http.ClientEngines;
import io.contacthub.autoconfigure.http.EngineSettings;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.HttpEngine;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Configurer of the HTTP engines of clients, which are those of the application's other
 * clients with other settings. It has them as long as the application runs.
 */
class ClientEngineConfigurer implements DisposableBean, SmartLifecycle {

	/** It came with Spring Boot 4.1, and so did the HTTP client of the starter. */
	private static final String COOKIE_HANDLING = "org.springframework.boot.http.client.HttpCookieHandling";

	private static final String COMMON_BUNDLE = "spring.http.clients.ssl.bundle";

	private final ObjectProvider<ClientHttpRequestFactoryBuilder<?>> engine;

	private final ObjectProvider<HttpClientSettings> settings;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	private final ClientEngines engines = new ClientEngines();

	private volatile boolean running;

	ClientEngineConfigurer(ObjectProvider<ClientHttpRequestFactoryBuilder<?>> engine,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
			ConfigurableListableBeanFactory beans, Environment environment) {
		if (!ClassUtils.isPresent(COOKIE_HANDLING, null)) {
			throw ContactHubConfigurationException.springBootTooOld();
		}
		this.engine = engine;
		this.settings = settings;
		this.sslBundles = sslBundles;
		this.beans = beans;
		this.environment = environment;
	}

	/**
	 * Set the engine of a client, and the longest time of a call, which is not shorter
	 * than the engine waits.
	 * @param client the builder of the client
	 * @param http the settings
	 * @param baseUrl where its requests go
	 * @param prefix where the properties are, for messages
	 */
	void configure(ContactHubClient.Builder client, ConnectionProperties.Http http, String baseUrl, String prefix) {
		EngineSettings settings = EngineSettingsResolver.resolve(common(), http, this.sslBundles.getIfAvailable(),
				prefix);
		ClientHttpRequestFactoryBuilder<?> engine = this.engine.getIfAvailable(ClientHttpRequestFactoryBuilder::detect);
		EngineSettingsResolver.checkProxy(engine, settings.proxy(), baseUrl, prefix);
		HttpEngine factory = (timeLeft) -> create(engine, settings, http, timeLeft);
		client.callTimeout(settings.callTimeout())
			.requestFactory(isPlain(engine, settings) ? HttpEngine.lazy(factory) : factory);
	}

	/**
	 * Return the longest time of a call.
	 * @param http the settings
	 */
	Duration callTimeout(ConnectionProperties.Http http) {
		return EngineSettingsResolver.callTimeout(common(), http);
	}

	private HttpClientSettings common() {
		return this.settings.getIfAvailable(HttpClientSettings::defaults);
	}

	/**
	 * Return whether an engine is as Spring Boot makes it: there is nothing in it that
	 * the application would have to be told of at start.
	 */
	private boolean isPlain(ClientHttpRequestFactoryBuilder<?> engine, EngineSettings settings) {
		return ClientEngines.know(engine) && settings.common().sslBundle() == null
				&& names(ClientHttpRequestFactoryBuilderCustomizer.class).length == 0
				&& Arrays.stream(names(ClientHttpRequestFactoryBuilder.class)).allMatch(this::isFromSpringBoot);
	}

	private String[] names(Class<?> type) {
		return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type, true, false);
	}

	private boolean isFromSpringBoot(String bean) {
		return this.beans.containsBeanDefinition(bean) && ImperativeHttpClientAutoConfiguration.class.getName()
			.equals(this.beans.getBeanDefinition(bean).getFactoryBeanName());
	}

	/**
	 * Make the engine, which is exchanged whenever its SSL bundle is updated.
	 */
	private ClientHttpRequestFactory create(ClientHttpRequestFactoryBuilder<?> builder, EngineSettings settings,
			ConnectionProperties.Http http, Supplier<Duration> timeLeft) {
		EngineSettingsResolver.checkEngine(builder);
		SslBundle bundle = settings.common().sslBundle();
		// without a bundle it may be made late, when the application has ended
		SslBundles bundles = (bundle != null) ? this.sslBundles.getIfAvailable() : null;
		String name = bundleName(http);
		if (bundles == null || bundle == null || !bundles.getBundleNames().contains(name)
				|| bundles.getBundle(name) != bundle) {
			return this.engines.create(builder, settings, timeLeft);
		}
		return this.engines.createRenewed(builder, settings, bundle,
				(handler) -> bundles.addBundleUpdateHandler(name, handler), timeLeft);
	}

	private String bundleName(ConnectionProperties.Http http) {
		String own = http.ssl().bundle();
		return StringUtils.hasText(own) ? own : String.valueOf(this.environment.getProperty(COMMON_BUNDLE));
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
	 * Return the phase after that of the publishers, which have sent their events then.
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

}
