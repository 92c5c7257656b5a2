package io.contacthub.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for when the HTTP engine is made.
 */
@DisplayName("The HTTP engine")
class LazyEngineTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
				RestClientAutoConfiguration.class, RestClientObservationAutoConfiguration.class,
				ContactHubAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl());

	private static Collection<?> resources(ApplicationContext context) {
		Object engines = ReflectionTestUtils.getField(context.getBean(ClientEngineConfigurer.class), "engines");
		Object resources = (engines != null) ? ReflectionTestUtils.getField(engines, "resources") : null;
		return (resources != null) ? (Collection<?>) resources : List.of();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty" })
	@DisplayName("is made with the first call where the application has no part in it")
	void isMadeWithTheFirstCall(String factory) {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		this.runner
			.withPropertyValues("spring.http.clients.imperative.factory=" + factory,
					"contacthub.http.proxy.host=127.0.0.1", "contacthub.http.proxy.port=" + server.getPort())
			.run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThat(resources(context)).isEmpty();
				assertThat(customers.findById("c1")).isPresent();
				assertThat(resources(context)).isNotEmpty();
			});
	}

	@Test
	@DisplayName("is made at start with customizers of it, which fail then if they fail")
	void isMadeAtStartWithCustomizers() {
		AtomicInteger engines = new AtomicInteger();
		ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> customizer = (
				builder) -> builder.withCustomizer((factory) -> engines.incrementAndGet());
		this.runner.withBean(ClientHttpRequestFactoryBuilderCustomizer.class, () -> customizer)
			.run((context) -> assertThat(engines).hasValue(1));
	}

	@Test
	@DisplayName("is made at start when it is a bean of the application")
	void isMadeAtStartWhenItIsABean() {
		AtomicInteger engines = new AtomicInteger();
		this.runner
			.withBean(ClientHttpRequestFactoryBuilder.class,
					() -> ClientHttpRequestFactoryBuilder.httpComponents()
						.withCustomizer((factory) -> engines.incrementAndGet()))
			.run((context) -> assertThat(engines).hasValue(1));
	}

	@Test
	@DisplayName("is made at start with an SSL bundle, whose faults show then")
	void isMadeAtStartWithSslBundle() {
		this.runner
			.withPropertyValues("contacthub.http.ssl.bundle=b",
					"spring.ssl.bundle.jks.b.truststore.location=classpath:no-such-file.jks")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	@DisplayName("is closed when a call after the end of the application was the first one")
	void isClosedAfterTheEnd() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		CustomerRepository[] customers = new CustomerRepository[1];
		this.runner.run((context) -> customers[0] = context.getBean(CustomerRepository.class));
		assertThatException().isThrownBy(() -> customers[0].findById("c1"));
	}

}
