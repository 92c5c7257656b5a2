package io.contacthub.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.contacthub.autoconfigure.http.Engine;
import io.contacthub.autoconfigure.http.EngineSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.util.unit.DataSize;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the requests of an auto-configured client, with the HTTP engine that the
 * starter brings.
 */
@DisplayName("The auto-configured client")
@ExtendWith(OutputCaptureExtension.class)
class ContactHubWireTests {

	private static final String TOKEN = "s3cret-t0ken-of-the-source";

	private static final String CUSTOMER = "/hub/v1/workspaces/w1/customers/c1";

	private static final Event EVENT = Event.builder()
		.customerId("c1")
		.type(EventType.LOGGED_IN)
		.context(EventContext.WEB)
		.build();

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true).containerThreads(40))
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
						RestClientAutoConfiguration.class, ContactHubAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=" + TOKEN, "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl() + "/hub/v1", "contacthub.retry.initial-interval=1ms",
				"contacthub.retry.max-interval=5ms");

	@Test
	@DisplayName("sends a POST that is answered 503 once")
	void sendsPostOnce() {
		server.stubFor(any(anyUrl()).willReturn(status(503)));
		run((customers, events) -> {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> events.add(EVENT));
			server.verify(1, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("repeats a GET that is answered 503 as often as it says, and not more often")
	void repeatsGet() {
		server.stubFor(any(anyUrl()).willReturn(status(503)));
		run((customers, events) -> {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> customers.findById("c1"));
			server.verify(3, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("sends PATCH")
	void sendsPatch() {
		server.stubFor(patch(CUSTOMER).willReturn(okJson("{\"id\":\"c1\"}")));
		run((customers, events) -> {
			assertThat(customers.patch("c1", (change) -> change.set("extra", "x")).id()).isEqualTo("c1");
			server.verify(1, patchRequestedFor(urlEqualTo(CUSTOMER)));
		});
	}

	@Test
	@DisplayName("keeps no cookies and follows no redirects")
	void remembersNothing() {
		server.stubFor(get(CUSTOMER).willReturn(okJson("{\"id\":\"c1\"}").withHeader("Set-Cookie", "a=b; Path=/")));
		server.stubFor(get("/hub/v1/workspaces/w1/customers/c2").willReturn(temporaryRedirect(CUSTOMER)));
		run((customers, events) -> {
			customers.findById("c1");
			customers.findById("c1");
			server.verify(0, getRequestedFor(anyUrl()).withHeader("Cookie", equalTo("a=b")));
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> customers.findById("c2"));
			server.verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
		});
	}

	@Test
	@DisplayName("gives up after the read time-out")
	void timesOut() {
		server.stubFor(get(CUSTOMER).willReturn(okJson("{}").withFixedDelay(3000)));
		this.runner.withPropertyValues("contacthub.http.read-timeout=100ms", "contacthub.retry.enabled=false")
			.run((context) -> assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> context.getBean(CustomerRepository.class).findById("c1")));
	}

	@Test
	@DisplayName("takes the time-outs of all clients of the application where it has none of its own")
	void inheritsTimeouts() {
		server.stubFor(get(CUSTOMER).willReturn(okJson("{}").withFixedDelay(3000)));
		this.runner.withPropertyValues("spring.http.clients.read-timeout=100ms", "contacthub.retry.enabled=false")
			.run((context) -> assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> context.getBean(CustomerRepository.class).findById("c1")));
	}

	@Test
	@DisplayName("has time-outs also where all clients of the application have none")
	void inheritsNoEndlessTimeouts() {
		HttpClientSettings endless = HttpClientSettings.defaults()
			.withConnectTimeout(Duration.ZERO)
			.withReadTimeout(Duration.ofSeconds(-1));
		EngineSettings settings = EngineSettingsResolver.resolve(endless,
				new ConnectionProperties.Http(null, null, null, 1, DataSize.ofMegabytes(1),
						new ConnectionProperties.Ssl(null),
						new ConnectionProperties.Proxy(null, 1, null, null, List.of()), null, ""),
				null, "contacthub");
		assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
		assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	@DisplayName("makes more than five requests at a time")
	void isNotThrottled() throws IOException {
		CountDownLatch arrived = new CountDownLatch(20);
		serve((exchange) -> {
			arrived.countDown();
			Awaitility.await().untilAsserted(() -> assertThat(arrived.getCount()).isZero());
			answer(exchange, 200);
		}, (customers) -> {
			List<CompletableFuture<Void>> calls = IntStream.range(0, 20)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> customers.findById("c1"),
						(task) -> new Thread(task).start()))
				.toList();
			assertThat(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)))
				.succeedsWithin(Duration.ofSeconds(20));
		});
	}

	@Test
	@DisplayName("makes one request after the other on the same connection, failed ones too")
	void reusesConnections() throws IOException {
		Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
		serve((exchange) -> {
			clients.add(exchange.getRemoteAddress());
			answer(exchange, exchange.getRequestURI().getPath().endsWith("c1") ? 200 : 404);
		}, (customers) -> {
			for (int i = 0; i < 20; i++) {
				assertThat(customers.findById("c1")).isPresent();
				assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> customers.findById("c2"));
			}
		});
		assertThat(clients).hasSize(1);
	}

	/**
	 * Run a client on a server that handles each request in a thread of its own.
	 */
	private void serve(HttpHandler handler, Consumer<CustomerRepository> calls) throws IOException {
		HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		plain.setExecutor((task) -> new Thread(task).start());
		plain.createContext("/", handler);
		plain.start();
		try {
			this.runner.withPropertyValues("contacthub.base-url=http://localhost:" + plain.getAddress().getPort())
				.run((context) -> calls.accept(context.getBean(CustomerRepository.class)));
		}
		finally {
			plain.stop(0);
		}
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		byte[] body = "{\"id\":\"c1\"}".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	@DisplayName("reads as many pages ahead as it is told")
	void readsAhead(int prefetch) {
		for (int i = 0; i < 9; i++) {
			server.stubFor(any(anyUrl()).withQueryParam("page", equalTo(String.valueOf(i)))
				.willReturn(okJson("{\"elements\":[{\"id\":\"c1\"}],\"page\":{\"size\":50,\"totalElements\":450,"
						+ "\"totalPages\":9,\"number\":" + i + "}}")));
		}
		this.runner.withPropertyValues("contacthub.stream.prefetch=" + prefetch).run((context) -> {
			try (Stream<Customer> customers = context.getBean(CustomerRepository.class).stream()) {
				customers.iterator().next();
				Awaitility.await().untilAsserted(() -> server.verify(1 + prefetch, anyRequestedFor(anyUrl())));
				Thread.sleep(50);
				server.verify(1 + prefetch, anyRequestedFor(anyUrl()));
			}
		});
	}

	@Test
	@DisplayName("sends the same JSON whatever the application does to its own")
	void keepsItsJson() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\",\"externalId\":\"e1\"}")));
		this.runner
			.withBean(RestClientCustomizer.class,
					() -> (client) -> client.configureMessageConverters(
							(converters) -> converters.addCustomConverter(new ByteArrayHttpMessageConverter())))
			.run((context) -> assertThat(
					context.getBean(CustomerRepository.class).findById("c1").orElseThrow().externalId())
				.isEqualTo("e1"));
	}

	@Test
	@DisplayName("throws what the application's translation makes of an error")
	void translatesByBean() {
		server.stubFor(any(anyUrl()).willReturn(status(418)));
		this.runner
			.withBean(ApiErrorTranslator.class,
					() -> (operation) -> new InvalidDataAccessApiUsageException("teapot " + operation.attempts()))
			.run((context) -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> context.getBean(CustomerRepository.class).findById("c1"))
				.withMessage("teapot 1"));
	}

	@Test
	@DisplayName("works with the client of the JDK")
	void worksWithJdkClient() {
		server.stubFor(patch(CUSTOMER).willReturn(okJson("{\"id\":\"c1\"}")));
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::jdk)
			.run((context) -> assertThat(
					context.getBean(CustomerRepository.class).patch("c1", (change) -> change.set("extra", "x")).id())
				.isEqualTo("c1"));
		server.verify(1, patchRequestedFor(urlEqualTo(CUSTOMER)).withoutHeader("Upgrade"));
	}

	@Test
	@DisplayName("follows no redirects with the client of the JDK either")
	void followsNoRedirectsWithJdkClient() {
		server.stubFor(get(CUSTOMER).willReturn(temporaryRedirect("/elsewhere")));
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::jdk)
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> context.getBean(CustomerRepository.class).findById("c1"))
				.withMessageContaining("status 302"));
		server.verify(1, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("writes its token and the documents to no log, at any level, whether a call succeeds or fails")
	void keepsItsSecret(Engine engine, CapturedOutput output) {
		server.stubFor(any(anyUrl()).willReturn(ok()));
		server.stubFor(get(CUSTOMER).willReturn(okJson("{\"id\":\"c1\"}").withHeader("X-Echo", "answer-header")));
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level level = root.getLevel();
		ListAppender<ILoggingEvent> events = new ListAppender<>();
		// other threads may still log while it is read
		events.list = new CopyOnWriteArrayList<>();
		events.start();
		root.addAppender(events);
		root.setLevel(Level.TRACE);
		try {
			this.runner.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder).run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				customers.findById("c1");
				assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> customers.findById("c2"))
					.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain(TOKEN));
				for (int status : new int[] { 401, 409, 503 }) {
					server.stubFor(any(anyUrl()).willReturn(status(status)));
					assertThatExceptionOfType(DataAccessException.class)
						.isThrownBy(() -> customers.insert(Customer.builder()
							.base((base) -> base.credential((credential) -> credential.password("pa55word")))
							.build()))
						.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain(TOKEN, "pa55word"));
					assertThatExceptionOfType(DataAccessException.class)
						.isThrownBy(() -> customers.findAll(PageRequest.of(0, 1)));
				}
			});
		}
		finally {
			root.setLevel(level);
			root.detachAppender(events);
		}
		server.verify(getRequestedFor(urlEqualTo(CUSTOMER)).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
		List<String> log = events.list.stream()
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage()
					+ ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.toList();
		assertThat(log)
			.anyMatch((line) -> line.startsWith("io.contacthub.client")
					&& line.contains("GET /customers failed at attempt 1 (status 503): repeating it in"))
			.anyMatch((line) -> line.startsWith("org.springframework.web.client"))
			.noneMatch((line) -> line.contains(TOKEN) || line.contains("pa55word"));
		assertThat(output.toString()).doesNotContain(TOKEN).doesNotContain("pa55word");
		if (engine == Engine.APACHE) {
			assertThat(log).anyMatch((line) -> line.startsWith("org.apache.hc.client5"))
				.noneMatch((line) -> line.contains("answer-header"));
		}
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private void run(Calls calls) {
		this.runner.run((context) -> calls.make(context.getBean(CustomerRepository.class),
				context.getBean(EventRepository.class)));
	}

	/** Calls of the repositories. */
	interface Calls {

		void make(CustomerRepository customers, EventRepository events);

	}

}
