package io.contacthub.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.http.Engine;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Education;
import io.contacthub.customer.SessionId;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what the reference says of the repetition of requests: each cell of its
 * table, on each engine.
 */
@DisplayName("The table of repetitions")
class RepetitionMatrixTests {

	/** As many cells are looked at side by side: most of the time they wait. */
	private static final int STAGES = 4;

	private static final Customer CUSTOMER = Customer.builder().id("c1").extra("x").build();

	private static final Education EDUCATION = Education.builder().id("e1").build();

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(CUSTOMER);

	private static final Event STORED_EVENT = EVENT.withId("v1")
		.withRegisteredAt(Instant.EPOCH)
		.withUpdatedAt(Instant.EPOCH);

	private static final Map<String, Consumer<Node>> OPERATIONS = new LinkedHashMap<>();

	static {
		OPERATIONS.put("customers.findById", (node) -> node.customers().findById("c1"));
		OPERATIONS.put("customers.findAll", (node) -> node.customers().findAll(PageRequest.of(0, 1)));
		OPERATIONS.put("customers.insert", (node) -> node.customers().insert(CUSTOMER));
		OPERATIONS.put("customers.replace", (node) -> node.customers().replace(CUSTOMER));
		OPERATIONS.put("customers.patch", (node) -> node.customers().patch("c1", (patch) -> patch.set("extra", "x")));
		OPERATIONS.put("customers.deleteById", (node) -> node.customers().deleteById("c1"));
		OPERATIONS.put("customers.findSources", (node) -> node.customers().findSources("c1"));
		OPERATIONS.put("customers.findSource", (node) -> node.customers().findSource("c1", "s1"));
		OPERATIONS.put("educations.findById", (node) -> node.customers().educations("c1").findById("e1"));
		OPERATIONS.put("educations.insert", (node) -> node.customers().educations("c1").insert(EDUCATION));
		OPERATIONS.put("educations.replace", (node) -> node.customers().educations("c1").replace(EDUCATION));
		OPERATIONS.put("educations.deleteById", (node) -> node.customers().educations("c1").deleteById("e1"));
		OPERATIONS.put("sessions.findAll", (node) -> node.customers().sessions("c1").findAll());
		OPERATIONS.put("sessions.findById", (node) -> node.customers().sessions("c1").findById("s1"));
		OPERATIONS.put("sessions.add", (node) -> node.customers().addSession("c1", SessionId.of("s1")));
		OPERATIONS.put("sessions.deleteById", (node) -> node.customers().sessions("c1").deleteById("s1"));
		OPERATIONS.put("events.findById", (node) -> node.events().findById("v1"));
		OPERATIONS.put("events.find", (node) -> node.events().find(EventFilter.ofNode(), PageRequest.of(0, 1)));
		OPERATIONS.put("events.add", (node) -> node.events().add(EVENT));
		OPERATIONS.put("events.replace", (node) -> node.events().replace(STORED_EVENT));
		OPERATIONS.put("events.deleteById", (node) -> node.events().deleteById("v1"));
	}

	private static final Map<String, ResponseDefinitionBuilder> FAILURES = new LinkedHashMap<>();

	static {
		FAILURES.put("connection lost", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		FAILURES.put("not in time", okJson("{}").withFixedDelay(3000));
		for (int status : new int[] { 408, 423, 429, 500, 502, 503, 504 }) {
			FAILURES.put(String.valueOf(status), status(status));
		}
		FAILURES.put("503 + R", status(503).withHeader("Retry-After", "0"));
		FAILURES.put("other", status(418));
		FAILURES.put("unreadable", okJson("<html>"));
	}

	private static final BlockingQueue<Stage> stages = new LinkedBlockingQueue<>();

	@BeforeAll
	static void start() throws IOException {
		for (int i = 0; i < STAGES; i++) {
			stages.add(new Stage());
		}
	}

	@AfterAll
	static void stop() throws IOException {
		for (Stage stage : stages) {
			stage.close();
		}
		stages.clear();
	}

	@Test
	@DisplayName("names every operation and every failure")
	void isComplete() {
		assertThat(rows()).extracting((row) -> row.get("operation").replace("`", ""))
			.containsExactlyElementsOf(OPERATIONS.keySet());
		assertThat(rows().get(0).keySet()).containsAll(FAILURES.keySet()).contains("not connected").hasSize(15);
	}

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	@DisplayName("is true")
	Stream<DynamicTest> isTrue() {
		return Arrays.stream(Engine.values())
			.flatMap((engine) -> rows().stream()
				.flatMap((row) -> row.keySet()
					.stream()
					.skip(2)
					.filter((failure) -> isWorthItsTime(engine, row, failure))
					.map((failure) -> {
						String operation = row.get("operation").replace("`", "");
						return DynamicTest.dynamicTest(
								engine + ": " + operation + ", " + failure + ": " + row.get(failure),
								() -> check(engine, operation, failure, row.get(failure)));
					})));
	}

	/**
	 * Time-outs take their time: with all engines those are tried that are not repeated,
	 * the others with the engine of the starter.
	 */
	private static boolean isWorthItsTime(Engine engine, Map<String, String> row, String failure) {
		return !failure.equals("not in time") || engine == Engine.APACHE || row.get(failure).equals("1")
				|| row.get("operation").contains("findById");
	}

	private static void check(Engine engine, String operation, String failure, String cell)
			throws InterruptedException {
		Stage stage = stages.take();
		try {
			check(stage, engine, operation, failure, cell);
		}
		finally {
			stages.add(stage);
		}
	}

	private static void check(Stage stage, Engine engine, String operation, String failure, String cell) {
		boolean connected = !failure.equals("not connected");
		AtomicInteger arrivals = stage.behave(connected ? FAILURES.get(failure) : null);
		boolean special = !connected || failure.equals("not in time");
		Node node = stage.application(special ? engine + ", " + failure : engine.name())
			.getBean(Workspace.class)
			.node("n1");
		if (cell.equals("–")) {
			OPERATIONS.get(operation).accept(node);
			Awaitility.await()
				.pollInterval(Duration.ofMillis(5))
				.during(Duration.ofMillis(15))
				.untilAsserted(() -> assertThat(arrivals).hasValue(1));
			return;
		}
		DataAccessException thrown = catchThrowableOfType(DataAccessException.class,
				() -> OPERATIONS.get(operation).accept(node));
		int attempts = Integer.parseInt(cell);
		assertThat(thrown).isInstanceOf(ContactHubFailure.class);
		assertThat(((ContactHubFailure) thrown).attempts()).isEqualTo(attempts);
		if (connected) {
			boolean get = ((ContactHubFailure) thrown).operation().startsWith("GET");
			// the client of the JDK makes a GET once more on a connection it kept
			int most = (engine == Engine.JDK && get) ? 2 * attempts : attempts;
			// the right number, and then none more
			Awaitility.await()
				.pollInterval(Duration.ofMillis(5))
				.during(Duration.ofMillis(15))
				.untilAsserted(() -> assertThat(arrivals.get()).isBetween(attempts, most));
		}
	}

	private static List<Map<String, String>> rows() {
		List<List<String>> lines = table();
		List<Map<String, String>> rows = new ArrayList<>();
		for (List<String> line : lines.subList(2, lines.size())) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < line.size(); i++) {
				row.put(lines.get(0).get(i), line.get(i));
			}
			rows.add(row);
		}
		return rows;
	}

	private static List<List<String>> table() {
		try {
			return Files.readAllLines(Path.of("..", "REFERENCE.md"))
				.stream()
				.dropWhile((line) -> !line.startsWith("| operation |"))
				.takeWhile((line) -> line.startsWith("|"))
				.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A server and the applications that call it, for one cell at a time. */
	private static final class Stage implements AutoCloseable {

		private final Arrivals arrivals = new Arrivals();

		private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
			.dynamicPort()
			.http2PlainDisabled(true)
			.containerThreads(60)
			.extensions(this.arrivals));

		private final Map<String, ConfigurableApplicationContext> applications = new HashMap<>();

		/** Has a port that nobody listens on, and keeps others from doing so. */
		private final Socket closed = new Socket();

		Stage() throws IOException {
			this.server.start();
			this.closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		}

		/**
		 * Answer every request in a way from now on.
		 * @return how many requests arrive
		 */
		AtomicInteger behave(ResponseDefinitionBuilder answer) {
			this.server.resetAll();
			this.arrivals.count.set(0);
			if (answer != null) {
				this.server.stubFor(any(anyUrl()).willReturn(answer));
			}
			return this.arrivals.count;
		}

		ConfigurableApplicationContext application(String name) {
			return this.applications.computeIfAbsent(name, this::start);
		}

		private ConfigurableApplicationContext start(String name) {
			ClientHttpRequestFactoryBuilder<?> engine = Engine.valueOf(name.split(",")[0]).builder();
			int port = name.endsWith("not connected") ? this.closed.getLocalPort() : this.server.port();
			// an application that starts sets the logging of all up
			synchronized (stages) {
				return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
					.initializers((context) -> context.getBeanFactory().registerSingleton("engine", engine))
					.properties("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
							"contacthub.base-url=http://localhost:" + port,
							"contacthub.http.read-timeout=" + (name.endsWith("not in time") ? "500ms" : "10s"),
							"contacthub.retry.initial-interval=1ms", "contacthub.retry.max-interval=2ms",
							"spring.main.banner-mode=off", "logging.level.root=warn")
					.run();
			}
		}

		@Override
		public void close() throws IOException {
			this.applications.values().forEach(ConfigurableApplicationContext::close);
			this.closed.close();
			this.server.stop();
		}

	}

	/** Counts requests when they arrive, and not only when they have been answered. */
	private static final class Arrivals implements ServeEventListener {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public void beforeMatch(ServeEvent event, Parameters parameters) {
			this.count.incrementAndGet();
		}

		@Override
		public String getName() {
			return "arrivals";
		}

	}

	/** An application with nothing but the client. */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(ContactHubAutoConfiguration.class)
	static class Application {

	}

}
