package io.contacthub.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.autoconfigure.http.Engine;
import io.contacthub.customer.CustomerRepository;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for HTTP engines that the application brings.
 */
@DisplayName("A request factory of the application")
class ForeignEngineTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@RegisterExtension
	static final WireMockExtension other = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class,
				ContactHubAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl() + "/hub/v1");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		logger().setLevel(Level.WARN);
		logger().addAppender(this.log);
	}

	@AfterEach
	void stopListening() {
		logger().detachAppender(this.log);
		logger().setLevel(null);
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(ClientCustomizers.class);
	}

	@BeforeEach
	void answer() {
		server.stubFor(get(urlPathEqualTo("/hub/v1/workspaces/w1/customers/c1")).willReturn(okJson("{\"id\":\"c1\"}")));
		server.stubFor(get(urlPathEqualTo("/hub/v1/workspaces/w1/customers/moved"))
			.willReturn(temporaryRedirect("http://127.0.0.1:" + other.getPort() + "/elsewhere")));
		other.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"moved\",\"extra\":\"of another server\"}")));
	}

	private static RestClientCustomizer global(ClientHttpRequestFactory factory) {
		return (client) -> client.requestFactory(factory);
	}

	private static ClientHttpRequestFactory following(Engine engine) {
		return engine.builder().build(HttpClientSettings.defaults().withRedirects(HttpRedirects.FOLLOW));
	}

	private static FailureAnalysis analyze(AssertableApplicationContext context) {
		FailureAnalysis analysis = new ContactHubConfigurationFailureAnalyzer(new MockEnvironment())
			.analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		return analysis;
	}

	@Test
	@DisplayName("that a RestClientCustomizer sets is ignored, and one warning says so and what to do")
	void ignoresThatOfOtherClients() {
		List<URI> requests = new ArrayList<>();
		JdkClientHttpRequestFactory jdk = new JdkClientHttpRequestFactory();
		ClientHttpRequestFactory own = new ClientHttpRequestFactory() {

			@Override
			public org.springframework.http.client.ClientHttpRequest createRequest(URI uri, HttpMethod method)
					throws java.io.IOException {
				requests.add(uri);
				return jdk.createRequest(uri, method);
			}

		};
		this.runner.withBean("one", RestClientCustomizer.class, () -> global(own))
			.withBean("two", RestClientCustomizer.class, () -> (client) -> client.apply(global(own)::customize))
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.token=t2")
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
		assertThat(requests).isEmpty();
		assertThat(this.log.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.contains("RestClientCustomizer", own.getClass().getName(), "ContactHubClientCustomizer",
					"contacthub.http");
		server.verify(1, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("that a ContactHubClientCustomizer sets is used, either way")
	void usesThatOfTheClient() {
		List<HttpMethod> requests = new ArrayList<>();
		JdkClientHttpRequestFactory jdk = new JdkClientHttpRequestFactory();
		ClientHttpRequestFactory own = (uri, method) -> {
			requests.add(method);
			return jdk.createRequest(uri, method);
		};
		this.runner.withBean(ContactHubClientCustomizer.class, () -> (client) -> client.requestFactory(own))
			.run((context) -> {
				assertThat(requests).isEmpty();
				assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent();
			});
		this.runner
			.withBean(ContactHubClientCustomizer.class,
					() -> (client) -> client.restClient((restClient) -> restClient.requestFactory(own)))
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
		assertThat(requests).containsExactly(HttpMethod.GET, HttpMethod.GET);
		assertThat(this.log.list).isEmpty();
	}

	@Test
	@DisplayName("of a mock server is used, also when it is wrapped or another one is set after it")
	void usesThatOfMockServer() {
		for (boolean buffered : new boolean[] { false, true }) {
			List<MockRestServiceServer> servers = new ArrayList<>();
			RestClientCustomizer mock = (client) -> {
				MockRestServiceServer.MockRestServiceServerBuilder builder = MockRestServiceServer.bindTo(client);
				servers.add((buffered ? builder.bufferContent() : builder).build());
			};
			this.runner.withBean("one", RestClientCustomizer.class, () -> mock)
				.withBean("two", RestClientCustomizer.class, () -> global(new JdkClientHttpRequestFactory()))
				.run((context) -> {
					servers.get(0)
						.expect(MockRestRequestMatchers
							.requestTo(server.baseUrl() + "/hub/v1/workspaces/w1/customers/c1"))
						.andExpect(MockRestRequestMatchers.header("Authorization", "Bearer t0ken"))
						.andRespond(MockRestResponseCreators.withSuccess("{\"id\":\"c1\",\"extra\":\"mocked\"}",
								MediaType.APPLICATION_JSON));
					assertThat(context.getBean(CustomerRepository.class).getById("c1").extra()).isEqualTo("mocked");
				});
		}
		server.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is refused at start when it cannot send PATCH, wherever it comes from and however it is wrapped")
	void refusesWithoutPatch() {
		SimpleClientHttpRequestFactory simple = new SimpleClientHttpRequestFactory();
		for (ClientHttpRequestFactory factory : new ClientHttpRequestFactory[] { simple,
				new BufferingClientHttpRequestFactory(simple),
				new InterceptingClientHttpRequestFactory(new BufferingClientHttpRequestFactory(simple), null) }) {
			this.runner.withBean(RestClientCustomizer.class, () -> global(factory)).run(this::assertWithoutPatch);
			this.runner.withBean(ContactHubClientCustomizer.class, () -> (client) -> client.requestFactory(factory))
				.run(this::assertWithoutPatch);
			this.runner
				.withBean(ContactHubClientCustomizer.class,
						() -> (client) -> client.restClient((restClient) -> restClient.requestFactory(factory)))
				.run(this::assertWithoutPatch);
		}
	}

	@Test
	@DisplayName("is used in place of one that a property chooses, which is not looked at")
	void replacesWithoutPatch() {
		this.runner.withPropertyValues("spring.http.clients.imperative.factory=simple")
			.withBean(ContactHubClientCustomizer.class,
					() -> (client) -> client.requestFactory(new JdkClientHttpRequestFactory()))
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
	}

	private void assertWithoutPatch(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		assertThat(analyze(context).getDescription()).contains("RestClientCustomizer", "ContactHubClientCustomizer",
				"SimpleClientHttpRequestFactory", "PATCH");
		assertThat(analyze(context).getAction()).endsWith("factory: http-components\n");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("of other clients that follows redirects never has the token")
	void followsNoRedirectsOfOtherClients(Engine engine) {
		this.runner.withBean(RestClientCustomizer.class, () -> global(following(engine)))
			.run((context) -> assertThat(
					catchThrowable(() -> context.getBean(CustomerRepository.class).findById("moved")))
				.hasMessageContaining("302"));
		other.verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("follows no redirect with the token, or is refused at start")
	void followsNoRedirects(Engine engine) {
		assertFollowsNone((client) -> client.requestFactory(following(engine)));
		assertFollowsNone((client) -> client.restClient((restClient) -> restClient.requestFactory(following(engine))));
		assertFollowsNone((client) -> client
			.requestFactory(new BufferingClientHttpRequestFactory(following(engine), (uri, method) -> true)));
		assertFollowsNone((client) -> {
			ClientHttpRequestFactory factory = following(engine);
			client.requestFactory((ClientHttpRequestFactory) (uri, method) -> factory.createRequest(uri, method));
		});
	}

	private void assertFollowsNone(ContactHubClientCustomizer customizer) {
		this.runner.withBean(ContactHubClientCustomizer.class, () -> customizer).run((context) -> {
			if (context.getStartupFailure() != null) {
				assertThat(analyze(context).getDescription()).contains("follows redirects", "the token");
			}
			else {
				assertThat(catchThrowable(() -> context.getBean(CustomerRepository.class).findById("moved")))
					.isNotNull();
			}
		});
		other.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("of Apache HttpClient with a strategy of its own follows redirects for others only")
	void leavesOthersAsTheyAre() {
		HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(
				HttpClients.custom().setRedirectStrategy(new DefaultRedirectStrategy() {

					@Override
					public boolean isRedirectAllowed(HttpHost currentTarget, HttpHost newTarget, HttpRequest redirect,
							HttpContext context) {
						return true;
					}

				}).build());
		this.runner.withBean(ContactHubClientCustomizer.class, () -> (client) -> client.requestFactory(factory))
			.run((context) -> {
				assertThat(catchThrowable(() -> context.getBean(CustomerRepository.class).findById("moved")))
					.hasMessageContaining("302");
				assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent();
				other.verify(0, anyRequestedFor(anyUrl()));
				assertThat(RestClient.create(server.baseUrl())
					.mutate()
					.requestFactory(factory)
					.build()
					.get()
					.uri("/hub/v1/workspaces/w1/customers/moved")
					.retrieve()
					.body(String.class)).contains("of another server");
			});
	}

	@Test
	@DisplayName("that hides one without PATCH has its requests stopped")
	void stopsHiddenOnes() {
		SimpleClientHttpRequestFactory simple = new SimpleClientHttpRequestFactory();
		this.runner
			.withBean(ContactHubClientCustomizer.class, () -> (client) -> client.requestFactory(simple::createRequest))
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> context.getBean(CustomerRepository.class).findById("c1"))
				.havingRootCause()
				.withMessageContaining("SimpleClientHttpRequestFactory"));
	}

	@Test
	@DisplayName("of a builder of the application's own is refused when there is a proxy that it does not know")
	void refusesProxyUnknownToIt() {
		this.runner
			.withBean(ClientHttpRequestFactoryBuilder.class, () -> (settings) -> new JdkClientHttpRequestFactory())
			.withPropertyValues("contacthub.http.proxy.host=proxy.example.com")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageStartingWith("'contacthub.http.proxy.host' is set, and the application has an HTTP engine"));
	}

	@Test
	@DisplayName("of the JDK that follows no redirects is used as it is")
	void usesHarmlessOnes() {
		for (ClientHttpRequestFactoryBuilder<?> builder : List.of(ClientHttpRequestFactoryBuilder.jdk(),
				ClientHttpRequestFactoryBuilder.jetty(), ClientHttpRequestFactoryBuilder.reactor(),
				ClientHttpRequestFactoryBuilder.httpComponents())) {
			this.runner
				.withBean(ContactHubClientCustomizer.class,
						() -> (client) -> client.requestFactory(
								builder.build(HttpClientSettings.defaults().withRedirects(HttpRedirects.DONT_FOLLOW))))
				.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
		}
		this.runner
			.withBean(ContactHubClientCustomizer.class,
					() -> (client) -> client
						.requestFactory(new JdkClientHttpRequestFactory(HttpClient.newHttpClient())))
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
	}

}
