package io.contacthub.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Publishes events at a steady rate while ContactHub is away, for 15 s, unless
 * {@code -Dcontacthub.outage=2s} asks for less. All outages happen at the same time.
 */
@DisplayName("During an outage")
class PublisherOutageTests {

	private static final Duration OUTAGE = DurationStyle.detectAndParse(System.getProperty("contacthub.outage", "15s"));

	private static final int EVENTS_PER_SECOND = 10;

	@TestFactory
	@DisplayName("nothing is lost that was certainly not carried out, and nothing else that is to arrive")
	Stream<DynamicTest> losesNothing() {
		Map<String, Future<?>> trials = new LinkedHashMap<>();
		ExecutorService threads = Executors.newCachedThreadPool();
		for (String trial : List.of("503, at-most-once", "503, at-least-once", "502, at-most-once",
				"502, at-least-once", "429, at-most-once", "refused, at-most-once",
				"503 with Retry-After, at-most-once")) {
			trials.put(trial, threads.submit(() -> {
				new Trial(trial.split(", ")[0], trial.split(", ")[1]).run();
				return null;
			}));
		}
		threads.shutdown();
		return trials.entrySet().stream().map((trial) -> DynamicTest.dynamicTest(trial.getKey(), () -> {
			try {
				trial.getValue().get();
			}
			catch (ExecutionException ex) {
				throw ex.getCause();
			}
		}));
	}

	/**
	 * One outage.
	 */
	private static final class Trial {

		private final List<String> received = new CopyOnWriteArrayList<>();

		private final List<String> told = new CopyOnWriteArrayList<>();

		private final int port = freePort();

		private final String outage;

		private final String delivery;

		private volatile int status;

		private volatile boolean retryAfter;

		private HttpServer server;

		Trial(String outage, String delivery) {
			this.outage = outage;
			this.delivery = delivery;
		}

		void run() throws IOException {
			try {
				boolean certain = !this.outage.equals("502") && !this.outage.equals("503");
				int outages = (int) (OUTAGE.toMillis() * EVENTS_PER_SECOND / 1000);
				answerWith(202);
				new ApplicationContextRunner()
					.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
					.withBean(EventPublisherListener.class,
							() -> (event, failure) -> this.told.add(String.valueOf(event.customerId())))
					.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
							"contacthub.base-url=http://localhost:" + this.port,
							"contacthub.events.publisher.delivery=" + this.delivery)
					.run((context) -> {
						EventPublisher publisher = context.getBean(EventPublisher.class);
						publish(publisher, 0, 5);
						assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
						begin();
						publish(publisher, 5, outages);
						answerWith(202);
						publish(publisher, 5 + outages, 5);
						assertThat(publisher.flush(Duration.ofSeconds(60))).isTrue();
						assertThat(publisher.sent() + publisher.failed()).isEqualTo(10 + outages);
						assertThat(publisher.dropped()).isZero();
					});
				assertThat(this.received).doesNotHaveDuplicates();
				assertThat(this.received.size() + this.told.size()).isEqualTo(10 + outages);
				if (certain || this.delivery.equals("at-least-once")) {
					assertThat(this.told).isEmpty();
				}
				else {
					// those that were on their way each time, and not those behind them
					assertThat(this.told).isNotEmpty().hasSizeLessThan(outages * 3 / 4);
				}
			}
			finally {
				if (this.server != null) {
					this.server.stop(0);
				}
			}
		}

		private static void publish(EventPublisher publisher, int first, int count) {
			for (int i = first; i < first + count; i++) {
				assertThat(publisher
					.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("customer-" + i + "-")))
					.isTrue();
				LockSupport.parkNanos(Duration.ofSeconds(1).dividedBy(EVENTS_PER_SECOND).toNanos());
			}
		}

		private void begin() {
			if (this.outage.equals("refused")) {
				this.server.stop(0);
				this.server = null;
				return;
			}
			this.retryAfter = this.outage.contains("Retry-After");
			this.status = Integer.parseInt(this.outage.substring(0, 3));
		}

		private void answerWith(int status) throws IOException {
			this.status = status;
			this.retryAfter = false;
			if (this.server == null) {
				this.server = HttpServer.create(new InetSocketAddress("localhost", this.port), 0);
				this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
					Thread thread = new Thread(task);
					thread.setDaemon(true);
					return thread;
				}));
				this.server.createContext("/", this::handle);
				this.server.start();
			}
		}

		private void handle(HttpExchange exchange) throws IOException {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			int status = this.status;
			if (status == 202) {
				this.received.add(body.replaceFirst(".*(customer-\\d+-).*", "$1"));
			}
			if (this.retryAfter) {
				exchange.getResponseHeaders().set("Retry-After", "1");
			}
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		}

		/**
		 * A port that nobody is given by chance meanwhile: those of the system begin
		 * above.
		 */
		private static int freePort() {
			for (int i = 0; i < 100; i++) {
				int port = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
				try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
					return socket.getLocalPort();
				}
				catch (IOException ex) {
					// another one may be free
				}
			}
			throw new TestAbortedException("There is no free port");
		}

	}

}
