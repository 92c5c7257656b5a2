package io.contacthub.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
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
import java.util.stream.Collectors;
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
import io.contacthub.client.DeclaredOperation;
import io.contacthub.customer.Customer;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
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
import org.springframework.util.ClassUtils;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.NumberUtils;
import org.springframework.util.ReflectionUtils;

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

	private static final String FORM = "what is made";

	private static final Customer CUSTOMER = Customer.builder().id("c1").extra("x").build();

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(CUSTOMER);

	private static final Event STORED_EVENT = EVENT.withId("v1")
		.withRegisteredAt(Instant.EPOCH)
		.withUpdatedAt(Instant.EPOCH);

	/** One operation of each method and form, as applications call it. */
	private static final Map<String, Consumer<Node>> OPERATIONS = new LinkedHashMap<>();

	static {
		OPERATIONS.put("GET /customers/{id}", (node) -> node.customers().findById("c1"));
		OPERATIONS.put("POST /customers", (node) -> node.customers().insert(CUSTOMER));
		OPERATIONS.put("PUT /customers/{id}", (node) -> node.customers().replace(CUSTOMER));
		OPERATIONS.put("PATCH /customers/{id}",
				(node) -> node.customers().patch("c1", (patch) -> patch.set("extra", "x")));
		OPERATIONS.put("DELETE /customers/{id}", (node) -> node.customers().deleteById("c1"));
		OPERATIONS.put("POST /events", (node) -> node.events().add(EVENT));
		OPERATIONS.put("PUT /events/{id}", (node) -> node.events().replace(STORED_EVENT));
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
	@DisplayName("names every form of operations and every failure")
	void isComplete() {
		assertThat(rows()).extracting((row) -> row.get(FORM))
			.containsExactly(Arrays.stream(Form.values()).map((form) -> form.label).toArray(String[]::new));
		assertThat(DeclaredOperation.all(null)).hasSize(105).extracting(Form::of).contains(Form.values());
		assertThat(DeclaredOperation.all(null)).extracting(DeclaredOperation::name).containsAll(OPERATIONS.keySet());
		assertThat(rows().get(0).keySet()).containsAll(FAILURES.keySet()).contains("not connected").hasSize(15);
	}

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	@DisplayName("is true for each method, with each engine")
	Stream<DynamicTest> isTrue() {
		Map<String, DeclaredOperation> declared = DeclaredOperation.all(null)
			.stream()
			.collect(Collectors.toMap(DeclaredOperation::name, (operation) -> operation));
		return Arrays.stream(Engine.values())
			.flatMap((engine) -> OPERATIONS.entrySet().stream().flatMap((operation) -> {
				Map<String, String> row = row(declared.get(operation.getKey()));
				return row.keySet()
					.stream()
					.skip(2)
					.filter((failure) -> isWorthItsTime(engine, operation.getKey(), row, failure))
					.map((failure) -> cell(engine, operation.getKey(), operation.getValue(), failure, row));
			}));
	}

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	@DisplayName("is true for each operation")
	Stream<DynamicTest> isTrueForAll() {
		return DeclaredOperation.all(null).stream().flatMap((operation) -> {
			Map<String, String> row = row(operation);
			return FAILURES.keySet()
				.stream()
				.filter((failure) -> !failure.equals("not in time"))
				.map((failure) -> cell(Engine.APACHE, operation.name(), (node) -> call(node, operation), failure, row));
		});
	}

	private static DynamicTest cell(Engine engine, String operation, Consumer<Node> call, String failure,
			Map<String, String> row) {
		return DynamicTest.dynamicTest(engine + ": " + operation + ", " + failure + ": " + row.get(failure),
				() -> check(engine, call, failure, row.get(failure)));
	}

	/**
	 * Time-outs take their time: with all engines those are tried that are not repeated,
	 * the others with the engine of the starter.
	 */
	private static boolean isWorthItsTime(Engine engine, String operation, Map<String, String> row, String failure) {
		return !failure.equals("not in time") || engine == Engine.APACHE || row.get(failure).equals("1")
				|| operation.startsWith("GET");
	}

	private static void call(Node node, DeclaredOperation operation) {
		Method method = operation.method();
		method.setAccessible(true);
		ReflectionUtils.invokeMethod(method, node.workspace().client().createApi(operation.api()),
				Arrays.stream(method.getParameters()).map(RepetitionMatrixTests::argument).toArray());
	}

	private static Object argument(Parameter parameter) {
		Class<?> type = parameter.getType();
		if (parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
			return null;
		}
		if (type == MultiValueMap.class) {
			return new LinkedMultiValueMap<>(Map.of("page", List.of("0"), "size", List.of("1")));
		}
		if (ClassUtils.isPrimitiveOrWrapper(type)) {
			return NumberUtils.convertNumberToTargetClass(1,
					ClassUtils.resolvePrimitiveIfNecessary(type).asSubclass(Number.class));
		}
		if (ApiObject.class.isAssignableFrom(type)) {
			return JsonObject.of("id", "x1").as(type);
		}
		return (type == JsonObject.class) ? JsonObject.of("a", 1) : "x1";
	}

	private static void check(Engine engine, Consumer<Node> call, String failure, String cell)
			throws InterruptedException {
		Stage stage = stages.take();
		try {
			check(stage, engine, call, failure, cell);
		}
		finally {
			stages.add(stage);
		}
	}

	private static void check(Stage stage, Engine engine, Consumer<Node> call, String failure, String cell) {
		boolean connected = !failure.equals("not connected");
		AtomicInteger arrivals = stage.behave(connected ? FAILURES.get(failure) : null);
		boolean special = !connected || failure.equals("not in time");
		Node node = stage.application(special ? engine + ", " + failure : engine.name())
			.getBean(Workspace.class)
			.node("n1");
		if (cell.equals("–")) {
			call.accept(node);
			Awaitility.await()
				.pollInterval(Duration.ofMillis(5))
				.during(Duration.ofMillis(15))
				.untilAsserted(() -> assertThat(arrivals).hasValue(1));
			return;
		}
		DataAccessException thrown = catchThrowableOfType(DataAccessException.class, () -> call.accept(node));
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

	private static Map<String, String> row(DeclaredOperation operation) {
		return rows().get(Form.of(operation).ordinal());
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
			return Files.readAllLines(Path.of("..", "docs", "reference.md"))
				.stream()
				.dropWhile((line) -> !line.startsWith("| " + FORM + " |"))
				.takeWhile((line) -> line.startsWith("|"))
				.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Forms of operations, in the order of the rows, which follow from how each is
	 * declared.
	 */
	private enum Form {

		REPEATABLE("a read, or a write that may be made twice"),

		REPEATABLE_WITHOUT_ANSWER("such a write that returns nothing"),

		CREATION("a creation"),

		CREATION_WITHOUT_ANSWER("a creation whose answer only tells its id");

		private final String label;

		Form(String label) {
			this.label = label;
		}

		static Form of(DeclaredOperation operation) {
			if (operation.name().startsWith("POST")) {
				return operation.answers() ? CREATION : CREATION_WITHOUT_ANSWER;
			}
			return operation.answers() ? REPEATABLE : REPEATABLE_WITHOUT_ANSWER;
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
							"contacthub.http.read-timeout=" + (name.endsWith("not in time") ? "1s" : "10s"),
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
