package io.contacthub.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.health.ContactHubHealthContributorAutoConfiguration;
import io.contacthub.autoconfigure.http.Engine;
import io.contacthub.autoconfigure.metrics.ContactHubMetricsAutoConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.json.JsonObject;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.test.MockServerRestClientCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what an application can change of the client, and what it cannot.
 */
@DisplayName("An application")
class ExtensionPointTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, JacksonAutoConfiguration.class,
				HttpMessageConvertersAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class,
				ContactHubAutoConfiguration.class, ContactHubMetricsAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl() + "/hub/v1");

	@Test
	@DisplayName("makes no request when it starts, and needs no network to start")
	void startsWithoutNetwork() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		server.verify(0, anyRequestedFor(anyUrl()));
		this.runner.withPropertyValues("contacthub.base-url=https://no-such-host.invalid")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("can change its token while it runs, by connection details")
	void rotatesToken() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		AtomicReference<String> token = new AtomicReference<>("one");
		this.runner.withBean(ContactHubConnectionDetails.class, () -> new ContactHubConnectionDetails() {

			@Override
			public String getWorkspaceId() {
				return "w1";
			}

			@Override
			public String getToken() {
				return token.get();
			}

			@Override
			public String getNodeId() {
				return "n1";
			}

			@Override
			public String getBaseUrl() {
				return server.baseUrl();
			}

		}).run((context) -> {
			CustomerRepository customers = context.getBean(CustomerRepository.class);
			customers.findById("c1");
			token.set("two");
			customers.findById("c1");
			server.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer one")));
			server.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer two")));
		});
	}

	@Test
	@DisplayName("that changes its own JSON wildly sends the same documents and reads the same customers")
	void keepsTheWire() {
		server.stubFor(any(anyUrl()).willReturn(
				okJson("{\"id\":\"c1\",\"externalId\":\"e1\",\"registeredAt\":\"2017-03-02T12:12:53.074+0000\"}")));
		this.runner.run((context) -> write(context.getBean(Node.class)));
		List<String> usual = bodies();
		server.resetRequests();
		this.runner
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE",
					"spring.jackson.default-property-inclusion=always", "spring.jackson.date-format=dd.MM.yyyy",
					"spring.jackson.serialization.indent-output=true",
					"spring.jackson.deserialization.fail-on-unknown-properties=true",
					"spring.jackson.mapper.sort-properties-alphabetically=true",
					"spring.jackson.datatype.datetime.write-dates-as-timestamps=true", "spring.jackson.time-zone=GMT+9")
			.withBean(JsonMapperBuilderCustomizer.class,
					() -> (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE))
			.run((context) -> {
				Customer customer = write(context.getBean(Node.class));
				assertThat(customer.externalId()).isEqualTo("e1");
				assertThat(customer.registeredAt()).hasToString("2017-03-02T12:12:53.074Z");
			});
		assertThat(bodies()).isEqualTo(usual).hasSize(2);
	}

	private static Customer write(Node node) {
		node.events().add(Event.of(FormCompiled.builder().formName("f").build()).in(EventContext.WEB).by(customer()));
		return node.customers().insert(customer());
	}

	private static Customer customer() {
		return Customer.builder()
			.id("c1")
			.externalId("e1")
			.base((base) -> base.dob(LocalDate.of(1990, 12, 31)).firstName("Ann"))
			.extended(JsonObject.of("some_name", 1, "otherName", null))
			.build();
	}

	private static List<String> bodies() {
		return server.getAllServeEvents()
			.stream()
			.map((event) -> event.getRequest().getMethod() + " " + event.getRequest().getBodyAsString())
			.map((body) -> body.replaceAll("\"date\":\"[^\"]*\"", ""))
			.toList();
	}

	@Test
	@DisplayName("can change the JSON of the client for its own types, in order")
	void customizesJson() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		List<String> calls = new ArrayList<>();
		this.runner.withBean("second", ContactHubJsonMapperBuilderCustomizer.class, () -> new Ordered(2, (builder) -> {
			calls.add("second");
			builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
		})).withBean("first", ContactHubJsonMapperBuilderCustomizer.class, () -> new Ordered(1, (builder) -> {
			calls.add("first");
			builder.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
		})).run((context) -> {
			context.getBean(Workspace.class)
				.client()
				.createApi(SegmentApi.class)
				.add(new Segment("young", LocalDate.of(2026, 1, 1)));
			context.getBean(CustomerRepository.class).insert(customer());
			server.verify(1, postRequestedFor(anyUrl())
				.withRequestBody(equalToJson("{\"segment_name\":\"young\",\"valid_from\":\"2026-01-01\"}")));
			server.verify(1,
					postRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"externalId\":\"e1\"}", true, true)));
			assertThat(calls).containsExactly("first", "second");
		});
	}

	@Test
	@DisplayName("can be tested with the mock server of @RestClientTest")
	void worksWithMockServer() {
		MockServerRestClientCustomizer mock = new MockServerRestClientCustomizer();
		this.runner.withBean(RestClientCustomizer.class, () -> mock)
			.withPropertyValues("contacthub.base-url=https://hub.example.com/hub/v1")
			.run((context) -> {
				mock.getServer()
					.expect(MockRestRequestMatchers
						.requestTo("https://hub.example.com/hub/v1/workspaces/w1/customers/c1"))
					.andExpect(MockRestRequestMatchers.method(HttpMethod.GET))
					.andExpect(MockRestRequestMatchers.header("Authorization", "Bearer t0ken"))
					.andRespond(MockRestResponseCreators.withSuccess("{\"id\":\"c1\",\"extra\":\"mocked\"}",
							MediaType.APPLICATION_JSON));
				assertThat(context.getBean(CustomerRepository.class).getById("c1").extra()).isEqualTo("mocked");
				mock.getServer().verify();
			});
	}

	@Test
	@DisplayName("has its calls observed, with names and tags of few values")
	void isObserved() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"secret-id\"}")));
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.runner.withBean(TestObservationRegistry.class, () -> registry)
			.run((context) -> context.getBean(CustomerRepository.class).findById("secret-id"));
		TestObservationRegistryAssert.assertThat(registry)
			.hasObservationWithNameEqualTo("contacthub.calls")
			.that()
			.hasLowCardinalityKeyValue("operation", "GET /customers/{id}")
			.hasLowCardinalityKeyValue("outcome", "SUCCESS")
			.hasLowCardinalityKeyValue("attempts", "1");
		TestObservationRegistryAssert.assertThat(registry)
			.hasObservationWithNameEqualTo("http.client.requests")
			.that()
			.hasLowCardinalityKeyValue("uri", "/hub/v1/workspaces/{workspaceId}/customers/{id}")
			.hasHighCardinalityKeyValue("http.url",
					server.baseUrl() + "/hub/v1/workspaces/{workspaceId}/customers/{id}")
			.hasHighCardinalityKeyValue("contacthub.attempt", "1");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("can send all requests through a proxy, with every engine")
	void usesProxy(Engine engine) {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.base-url=http://contacthub.invalid/hub/v1",
					"contacthub.allow-insecure-base-url=true", "contacthub.http.proxy.host=localhost",
					"contacthub.http.proxy.port=" + server.getPort())
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
		assertThat(server.getAllServeEvents()).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.getRequest().getAbsoluteUrl()).contains("contacthub.invalid"));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("can switch a proxy off by a blank host, with every engine")
	void usesNoProxyWithoutHost(Engine engine) {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.http.proxy.host=", "contacthub.retry.enabled=false")
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("can trust a certificate by an SSL bundle, and trusts no other")
	void usesSslBundle(Engine engine) throws Exception {
		Path keyStore = keyStore();
		WireMockServer secure = new WireMockServer(WireMockConfiguration.options()
			.dynamicHttpsPort()
			.httpDisabled(true)
			.keystorePath(keyStore.toString())
			.keystorePassword("password")
			.keyManagerPassword("password"));
		secure.start();
		try {
			secure.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
			ApplicationContextRunner secured = this.runner
				.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
				.withPropertyValues("contacthub.base-url=https://localhost:" + secure.httpsPort() + "/hub/v1",
						"spring.ssl.bundle.pem.hub.truststore.certificate=file:" + certificate(keyStore));
			secured.withPropertyValues("contacthub.http.ssl.bundle=hub")
				.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
			secured.run((context) -> assertThat(
					catchThrowable(() -> context.getBean(CustomerRepository.class).insert(customer())))
				.isInstanceOfSatisfying(ContactHubFailure.class, (failure) -> {
					assertThat(failure.reason()).isEqualTo(FailureReason.UNTRUSTED_SERVER);
					assertThat(failure.attempts()).isEqualTo(1);
				}));
			secure.verify(1, anyRequestedFor(anyUrl()));
		}
		finally {
			secure.stop();
		}
	}

	@Test
	@DisplayName("that ends closes the engine, whose threads would keep it from ending")
	void closesEngine() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::jetty)
			.run((context) -> {
				assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent();
				assertThat(newThreadsOfJetty(before)).isNotEmpty();
			});
		Awaitility.await().untilAsserted(() -> assertThat(newThreadsOfJetty(before)).isEmpty());
	}

	private static List<Thread> newThreadsOfJetty(Set<Thread> before) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread) && thread.getName().startsWith("HttpClient@"))
			.toList();
	}

	@Test
	@Timeout(60)
	@DisplayName("waits no longer than the call time-out, though the read time-out is longer")
	void limitsSilence() throws IOException {
		// connects and says nothing
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			this.runner
				.withPropertyValues(
						"contacthub.base-url=http://" + silent.getInetAddress().getHostAddress() + ":"
								+ silent.getLocalPort(),
						"contacthub.http.read-timeout=1h", "contacthub.http.call-timeout=500ms")
				.run((context) -> assertThat(
						catchThrowable(() -> context.getBean(CustomerRepository.class).findById("c1")))
					.isInstanceOf(QueryTimeoutException.class));
		}
	}

	private Path keyStore() throws IOException, InterruptedException {
		Path keyStore = this.folder.resolve("server.p12");
		Process keytool = new ProcessBuilder(
				System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool", "-genkeypair",
				"-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", "password", "-keypass",
				"password", "-alias", "server", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost")
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
		return keyStore;
	}

	private Path certificate(Path keyStore) throws Exception {
		Certificate certificate = KeyStore.getInstance(keyStore.toFile(), "password".toCharArray())
			.getCertificate("server");
		String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
		return Files.writeString(this.folder.resolve("server.crt"), pem, StandardCharsets.US_ASCII);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk", "jetty" })
	@EnabledForJreRange(min = JRE.JAVA_21)
	@DisplayName("can call from virtual threads, which are never pinned")
	void worksOnVirtualThreads(String engine) throws Exception {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}").withFixedDelay(20)));
		ExecutorService virtual = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		Path file = this.folder.resolve("pinned.jfr");
		try (Recording recording = new Recording()) {
			recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
			this.runner.withConfiguration(AutoConfigurations.of(ContactHubHealthContributorAutoConfiguration.class))
				.withPropertyValues("spring.threads.virtual.enabled=true",
						"spring.http.clients.imperative.factory=" + engine, "contacthub.health.timeout=20s",
						"contacthub.health.time-to-live=0s")
				.run((context) -> {
					CustomerRepository customers = context.getBean(CustomerRepository.class);
					EventRepository events = context.getBean(EventRepository.class);
					EventPublisher publisher = context.getBean(EventPublisher.class);
					HealthIndicator health = context.getBean(HealthIndicator.class);
					Callable<Boolean> call = () -> publisher
						.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(customer()))
							&& customers.findById("c1").isPresent() && events.findById("v1").isPresent()
							&& health.health() != null;
					// whoever comes while another thread initializes a class, one of the
					// JDK
					// say, is pinned
					assertThat(virtual.submit(call).get()).isTrue();
					recording.start();
					List<Future<Boolean>> calls = new ArrayList<>();
					for (int i = 0; i < 200; i++) {
						calls.add(virtual.submit(call));
					}
					for (Future<Boolean> result : calls) {
						assertThat(result.get()).isTrue();
					}
				});
			recording.stop();
			recording.dump(file);
		}
		finally {
			virtual.shutdownNow();
		}
		assertThat(RecordingFile.readAllEvents(file))
			.noneMatch((event) -> event.getStackTrace() != null && event.getStackTrace()
				.getFrames()
				.stream()
				.anyMatch((frame) -> frame.getMethod().getType().getName().startsWith("io.contacthub")));
	}

	/** A customizer with an order. */
	record Ordered(int order, ContactHubJsonMapperBuilderCustomizer customizer)
			implements
				ContactHubJsonMapperBuilderCustomizer,
				org.springframework.core.Ordered {

		@Override
		public void customize(JsonMapper.Builder builder) {
			this.customizer.customize(builder);
		}

		@Override
		public int getOrder() {
			return this.order;
		}

	}

	/** A type of the application. */
	record Segment(String segmentName, LocalDate validFrom) {

	}

	/** Operations that the library has no method for. */
	interface SegmentApi {

		@PostExchange("/segments")
		Map<String, Object> add(@RequestBody Segment segment);

	}

}
