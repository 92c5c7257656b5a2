package io.contacthub.autoconfigure.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.error.ApiErrorTranslator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.ReactiveHealthEndpointWebExtension;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactHubHealthContributorAutoConfiguration}, through a running
 * endpoint of the Actuator.
 */
@DisplayName("The health of ContactHub")
class ContactHubHealthContributorAutoConfigurationTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private static final String CUSTOMERS = "{\"elements\":[{\"id\":\"ann@example.com\"}],"
			+ "\"page\":{\"size\":1,\"totalElements\":7,\"totalPages\":7,\"number\":0}}";

	private static final Map<List<String>, ConfigurableApplicationContext> APPLICATIONS = new HashMap<>();

	/** What is not about time must not fail for the lack of it. */
	private static final String PATIENT = "contacthub.health.timeout=1h";

	private static final String ALWAYS_NEW = "contacthub.health.time-to-live=0s";

	private RestClient client;

	/**
	 * Start an application, or use one that runs already with the same properties.
	 */
	private void start(String... properties) {
		ConfigurableApplicationContext application = APPLICATIONS.computeIfAbsent(List.of(properties),
				(more) -> new SpringApplicationBuilder(Application.class)
					.properties("server.port=0", "contacthub.workspace-id=w1", "contacthub.token=t0ken",
							"contacthub.node-id=n1", "contacthub.base-url=" + server.baseUrl(),
							"management.endpoint.health.show-details=always", PATIENT, "spring.main.banner-mode=off",
							"logging.level.root=error")
					.properties(properties)
					.run());
		this.client = RestClient.builder()
			// Apache HttpClient would repeat what is answered 503
			.requestFactory(new JdkClientHttpRequestFactory())
			.baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port")
					+ "/actuator/health")
			.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
			})
			.build();
	}

	@AfterAll
	static void stop() {
		APPLICATIONS.values().forEach(ConfigurableApplicationContext::close);
		APPLICATIONS.clear();
	}

	private ResponseEntity<String> get(String path) {
		return this.client.get().uri(path).retrieve().toEntity(String.class);
	}

	private static void answer(ResponseDefinitionBuilder answer) {
		server.stubFor(any(anyUrl()).willReturn(answer));
	}

	@Test
	@DisplayName("is told, and asked for again, when a decorator of the application fails; and needs no turn of the others")
	void survivesDecorators() {
		answer(okJson(CUSTOMERS));
		AtomicBoolean odd = new AtomicBoolean(true);
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubHealthContributorAutoConfiguration.class))
			.withBean(TaskDecorator.class, () -> (task) -> () -> {
				Assert.state(!odd.get(), "odd");
				task.run();
			})
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
					"contacthub.base-url=" + server.baseUrl(), PATIENT, ALWAYS_NEW,
					"contacthub.http.max-requests-per-second=1")
			.run((context) -> {
				HealthIndicator health = context.getBean(HealthIndicator.class);
				assertThat(health.health())
					.isEqualTo(Health.down().withDetail("reason", IllegalStateException.class.getName()).build());
				odd.set(false);
				for (int i = 0; i < 3; i++) {
					assertThat(health.health()).isEqualTo(Health.up().build());
				}
			});
	}

	@Test
	@DisplayName("is asked for in the context of who asks, on a thread of its own")
	void hasContext() {
		answer(okJson(CUSTOMERS));
		TestObservationRegistry registry = TestObservationRegistry.create();
		List<String> seen = new CopyOnWriteArrayList<>();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubHealthContributorAutoConfiguration.class))
			.withBean(ObservationRegistry.class, () -> registry)
			.withBean(ContactHubClientCustomizer.class, () -> (client) -> client
				.restClient((restClient) -> restClient.requestInterceptor((request, body, execution) -> {
					seen.add(MDC.get("probe"));
					return execution.execute(request, body);
				})))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
					"contacthub.base-url=" + server.baseUrl(), PATIENT)
			.run((context) -> {
				Observation probe = Observation.start("probe", registry);
				MDC.put("probe", "liveness");
				probe.scoped(() -> assertThat(context.getBean(HealthIndicator.class).health().getStatus())
					.isEqualTo(Status.UP));
				MDC.remove("probe");
				probe.stop();
				assertThat(seen).containsExactly("liveness");
				TestObservationRegistryAssert.assertThat(registry)
					.hasObservationWithNameEqualTo("contacthub.calls")
					.that()
					.hasParentObservationEqualTo(probe);
			});
	}

	@Test
	@DisplayName("is UP when the customers of the node can be counted, by the cheapest request there is")
	void isUp() {
		answer(okJson(CUSTOMERS));
		start(ALWAYS_NEW);
		assertThat(get("/contacthub")).satisfies((answer) -> {
			assertThat(answer.getStatusCode().value()).isEqualTo(200);
			assertThat(answer.getBody()).isEqualTo("{\"status\":\"UP\"}");
		});
		server.verify(1,
				getRequestedFor(urlPathEqualTo("/hub/v1/workspaces/w1/customers"))
					.withQueryParam("nodeId", equalTo("n1"))
					.withQueryParam("size", equalTo("1"))
					.withQueryParam("fields", equalTo("id"))
					.withHeader("Authorization", equalTo("Bearer t0ken")));
	}

	@ParameterizedTest
	@CsvSource({ "401,DOWN", "403,DOWN", "404,DOWN", "500,DOWN", "502,DOWN", "503,DOWN", "302,DOWN", "429,UP",
			"423,UP" })
	@DisplayName("is judged by the status alone, is not asked for twice, and tells nothing of what ContactHub said")
	void isJudgedByStatus(int status, String health) {
		answer(status(status).withHeader("Retry-After", "0")
			.withBody("{\"message\":\"ann@example.com\",\"logref\":\"ann\",\"data\":{\"a\":\"ann\"}}"));
		start(ALWAYS_NEW);
		ResponseEntity<String> answer = get("/contacthub");
		assertThat(answer.getStatusCode().value()).isEqualTo(health.equals("UP") ? 200 : 503);
		assertThat(answer.getBody()).contains("\"status\":\"" + health + "\"")
			.contains("\"reason\":\"ERROR_STATUS\"", "\"httpStatus\":" + status)
			.doesNotContain("ann", "t0ken", "localhost");
		server.verify(1, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	@DisplayName("is DOWN when the network fails")
	void isDown(Fault fault) {
		answer(aResponse().withStatus(200).withFault(fault));
		start(ALWAYS_NEW);
		assertThat(get("/contacthub").getBody()).contains("\"status\":\"DOWN\"", "\"reason\":\"CONNECTION_LOST\"")
			.doesNotContain("t0ken", "localhost");
		server.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is DOWN when what answers is not ContactHub")
	void isDownWhenUnreadable() {
		answer(okJson("<html>ann"));
		start(ALWAYS_NEW);
		assertThat(get("/contacthub").getBody()).contains("\"status\":\"DOWN\"", "\"reason\":\"UNREADABLE_ANSWER\"")
			.doesNotContain("ann");
	}

	@Test
	@DisplayName("costs one request, however many ask at the same time and one after the other")
	void isKept() throws Exception {
		answer(okJson(CUSTOMERS).withFixedDelay(300));
		start("contacthub.health.time-to-live=1h");
		server.verify(0, anyRequestedFor(anyUrl()));
		ExecutorService callers = Executors.newFixedThreadPool(20);
		try {
			List<Callable<Integer>> probes = IntStream.range(0, 1000)
				.mapToObj((i) -> (Callable<Integer>) () -> get("/contacthub").getStatusCode().value())
				.toList();
			for (Future<Integer> probe : callers.invokeAll(probes)) {
				assertThat(probe.get()).isEqualTo(200);
			}
		}
		finally {
			callers.shutdownNow();
		}
		server.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is DOWN when ContactHub says nothing, and asked for anew")
	void timesOut() throws IOException {
		try (SilentServer silent = new SilentServer()) {
			start("contacthub.base-url=" + silent.address(), "contacthub.health.timeout=1s",
					"contacthub.http.read-timeout=1h", ALWAYS_NEW);
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
				assertThat(get("/contacthub").getBody()).contains("\"status\":\"DOWN\"", "\"reason\":\"TIMED_OUT\"");
				return silent.connections() > 1;
			});
		}
	}

	@Test
	@DisplayName("has a part for each node, where there are several")
	void isComposite() {
		answer(okJson(CUSTOMERS));
		start("contacthub.nodes.shop=n2", "contacthub.workspaces.partner.workspace-id=w2",
				"contacthub.workspaces.partner.token=t2", "contacthub.workspaces.partner.node-id=n3");
		assertThat(get("/contacthub").getBody()).contains("\"contactHubNode\":{\"status\":\"UP\"}",
				"\"shopContactHubNode\":{\"status\":\"UP\"}", "\"partnerContactHubNode\":{\"status\":\"UP\"}");
		server.verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is asked for of all nodes at the same time")
	void asksAllAtOnce() throws Exception {
		try (SilentServer silent = new SilentServer()) {
			start("contacthub.nodes.a=n2", "contacthub.nodes.b=n3", "contacthub.nodes.c=n4", "contacthub.nodes.d=n5",
					"contacthub.nodes.e=n6", "contacthub.nodes.f=n7", "contacthub.nodes.g=n8",
					"contacthub.base-url=" + silent.address(), "contacthub.http.read-timeout=1h");
			CompletableFuture<ResponseEntity<String>> answer = CompletableFuture.supplyAsync(() -> get("/contacthub"));
			// the first of them is not answered before the last has come
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> silent.connections() == 8);
			silent.hangUp();
			assertThat(answer.get(2, TimeUnit.MINUTES).getBody().split("CONNECTION_LOST", -1)).hasSize(9);
		}
	}

	@Test
	@DisplayName("costs one request for each of several nodes, and for none of those that are not looked at")
	void asksOnce() {
		answer(okJson(CUSTOMERS));
		start("contacthub.nodes.shop=n2", ALWAYS_NEW);
		for (int i = 1; i <= 3; i++) {
			assertThat(get("/contacthub").getStatusCode().value()).isEqualTo(200);
			server.verify(2 * i, anyRequestedFor(anyUrl()));
		}
		server.resetRequests();
		for (int i = 0; i < 3; i++) {
			get("/contacthub/shopContactHubNode");
		}
		server.verify(3, getRequestedFor(anyUrl()).withQueryParam("nodeId", equalTo("n2")));
		Awaitility.await()
			.untilAsserted(() -> server.verify(1, getRequestedFor(anyUrl()).withQueryParam("nodeId", equalTo("n1"))));
	}

	@Test
	@DisplayName("is judged by what ContactHub said, whatever exceptions the application makes of it")
	void ignoresTranslator() {
		answer(status(429));
		start("translate=true", ALWAYS_NEW);
		assertThat(get("/contacthub").getBody()).contains("\"status\":\"UP\"", "\"httpStatus\":429");
	}

	@Test
	@DisplayName("is there in reactive applications as well")
	void worksInReactiveApplications() {
		answer(okJson(CUSTOMERS));
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubHealthContributorAutoConfiguration.class, HealthContributorAutoConfiguration.class,
					HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
					EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=" + server.baseUrl(), PATIENT)
			.run((context) -> assertThat(context.getBean(ReactiveHealthEndpointWebExtension.class)
				.health(ApiVersion.V3, null, SecurityContext.NONE, true, "contacthub")
				.block()
				.getBody()
				.getStatus()).isEqualTo(Status.UP));
	}

	@Test
	@DisplayName("is no part of liveness and readiness")
	void isNotInProbes() {
		answer(status(503));
		start("spring.application.name=probed");
		assertThat(get("/liveness").getBody()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(get("/readiness").getBody()).isEqualTo("{\"status\":\"UP\"}");
		server.verify(0, anyRequestedFor(anyUrl()));
		assertThat(get("").getBody()).contains("\"contacthub\":{").contains("\"status\":\"DOWN\"");
	}

	@Test
	@DisplayName("can be switched off, and is replaced by a bean of the application")
	void switchesOff() {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubHealthContributorAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1");
		runner.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class));
		runner.withPropertyValues("management.health.contacthub.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubHealthContributorAutoConfiguration.class))
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w1",
					"contacthub.workspaces.partner.token=t")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubHealthContributorAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.nodes.shop=n1")
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class));
		runner.withPropertyValues("contacthub.health.timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("'contacthub.health.timeout' is PT0S: it must be at least 1ms."));
		runner.withPropertyValues("contacthub.health.time-to-live=-1s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("'contacthub.health.time-to-live' is PT-1S: it must not be negative."));
		runner.withPropertyValues("contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
		runner.withClassLoader(new FilteredClassLoader(ConditionalOnEnabledHealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
		runner
			.withBean("contacthubHealthIndicator", HealthContributor.class,
					() -> (HealthIndicator) () -> Health.up().build())
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class)
				.doesNotHaveBean("contacthubHealthContributor"));
	}

	/**
	 * A server that takes connections and says nothing.
	 */
	private static final class SilentServer implements AutoCloseable {

		private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

		private final List<Socket> connections = new CopyOnWriteArrayList<>();

		SilentServer() throws IOException {
			Thread thread = new Thread(this::accept);
			thread.setDaemon(true);
			thread.start();
		}

		private void accept() {
			try {
				while (true) {
					this.connections.add(this.socket.accept());
				}
			}
			catch (IOException ex) {
				// closed
			}
		}

		String address() {
			return "http://localhost:" + this.socket.getLocalPort();
		}

		int connections() {
			return this.connections.size();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
			hangUp();
		}

		void hangUp() throws IOException {
			for (Socket connection : this.connections) {
				connection.close();
			}
		}

	}

	/** A web application with the Actuator. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		@ConditionalOnBooleanProperty("translate")
		ApiErrorTranslator translator() {
			return (operation) -> new InvalidDataAccessApiUsageException("of the application");
		}

	}

}
