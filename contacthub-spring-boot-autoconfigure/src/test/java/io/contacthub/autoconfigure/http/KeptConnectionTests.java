package io.contacthub.autoconfigure.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.http.KeepingServer.Turn;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for connections that are kept open between two requests, on which the server says
 * more than it was asked for, or which it closes.
 */
@DisplayName("A kept connection")
class KeptConnectionTests {

	private static final String STRANGER = "{\"id\":\"stranger\",\"externalId\":\"stranger\"}";

	private static final Set<FailureReason> LOST_OR_LATE = EnumSet.of(FailureReason.CONNECTION_LOST,
			FailureReason.TIMED_OUT);

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

	/** It warns of each connection that breaks. */
	private static final Logger REACTOR_NETTY = (Logger) LoggerFactory.getLogger("reactor.netty");

	@TempDir
	static Path folder;

	private static Path keyStore;

	@BeforeAll
	static void prepare() throws Exception {
		REACTOR_NETTY.setLevel(Level.OFF);
		keyStore = folder.resolve("server.p12");
		Process keytool = new ProcessBuilder(
				System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool", "-genkeypair",
				"-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", "password", "-keypass",
				"password", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost")
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
	}

	@AfterAll
	static void restore() {
		REACTOR_NETTY.setLevel(null);
	}

	static Stream<Arguments> surpluses() {
		return Arrays.stream(Engine.values())
			.flatMap((engine) -> Arrays.stream(Surplus.values())
				.flatMap((surplus) -> Stream
					.of(Arguments.of(engine, surplus, true, false), Arguments.of(engine, surplus, false, false),
							Arguments.of(engine, surplus, true, true), Arguments.of(engine, surplus, false, true))
					.filter((arguments) -> engine == Engine.APACHE || !arguments.get()[2].equals(arguments.get()[3]))));
	}

	@ParameterizedTest(name = "{0}, {1}, together: {2}, TLS: {3}")
	@MethodSource("surpluses")
	@DisplayName("on which something comes that nobody asked for never gives it to the next call, which is made on another")
	void neverGivesSurplusToNextCall(Engine engine, Surplus surplus, boolean together, boolean secure)
			throws Exception {
		for (String method : (engine == Engine.APACHE) ? METHODS : METHODS.subList(0, 2)) {
			try (KeepingServer server = server(secure)) {
				CountDownLatch said = new CountDownLatch(1);
				server.behave((turn) -> {
					if (!turn.request().contains("first")) {
						turn.answer();
						return;
					}
					turn.send(surplus.answer(turn) + (together ? surplus.text : ""));
					if (!together) {
						Thread.sleep(5);
						turn.send(surplus.text);
					}
					said.countDown();
				});
				run(engine, server, secure, (customers) -> {
					call(customers, surplus.bodiless ? "DELETE" : "PATCH", "first");
					assertThat(said.await(1, TimeUnit.MINUTES)).isTrue();
					// what was sent has to arrive, and threads of the engine to look at
					// it
					Thread.sleep(50);
					if ((engine == Engine.REACTOR_NETTY && surplus.isUndecodable())
							|| (engine != Engine.APACHE && secure)) {
						// its decoder keeps them; and what is decrypted already is seen
						// late
						Throwable failure = catchThrowable(() -> call(customers, method, "second"));
						if (failure != null) {
							// Jetty may wait in vain for the rest of an answer within TLS
							assertThat(((ContactHubFailure) failure).reason()).isIn((engine == Engine.JETTY)
									? LOST_OR_LATE : EnumSet.of(FailureReason.CONNECTION_LOST));
						}
					}
					else {
						call(customers, method, "second");
					}
					assertThat(server.requests(method, "second")).isEqualTo(1);
				});
			}
		}
	}

	@Test
	@DisplayName("is not kept by an application that stops or pauses, which may be frozen then, and opened again after that")
	void isNotKeptWhileStopped() throws Exception {
		try (KeepingServer server = server(false)) {
			server.behave(Turn::answer);
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
				.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
						"contacthub.base-url=http://localhost:" + server.port())
				.run((context) -> {
					CustomerRepository customers = context.getBean(CustomerRepository.class);
					ConfigurableApplicationContext application = context
						.getSourceApplicationContext(ConfigurableApplicationContext.class);
					for (Runnable pause : List.<Runnable>of(application::stop, application::pause)) {
						call(customers, "GET", "first");
						assertThat(server.open()).isEqualTo(1);
						pause.run();
						Awaitility.await().until(() -> server.open() == 0);
						call(customers, "GET", "second");
						application.restart();
						call(customers, "GET", "third");
					}
				});
		}
	}

	static Stream<Arguments> closings() {
		return Arrays.stream(Engine.values())
			.flatMap((engine) -> Arrays.stream(Closing.values())
				.flatMap((closing) -> Stream.of(false, true)
					.filter((secure) -> engine == Engine.APACHE || !secure)
					.map((secure) -> Arguments.of(engine, closing, secure))));
	}

	@ParameterizedTest(name = "{0}, {1}, TLS: {2}")
	@MethodSource("closings")
	@DisplayName("that the server closes without a word is not used again, so that no call fails, and none arrives twice")
	void isNotUsedOnceClosed(Engine engine, Closing closing, boolean secure) throws Exception {
		try (KeepingServer server = server(secure)) {
			server.behave(closing::play);
			server.closeAfter(closing.idleMillis);
			int calls = (engine == Engine.APACHE) ? 1000 : 100;
			List<String> failures = new ArrayList<>();
			run(engine, server, secure, (customers) -> {
				for (int i = 0; i < calls; i++) {
					String id = "c" + i + "x";
					String method = (i % 2 == 0) ? "POST" : METHODS.get(i / 2 % METHODS.size());
					Throwable failure = catchThrowable(() -> call(customers, method, id));
					long arrived = server.requests(method, id);
					if (failure != null) {
						failures.add(id + ": " + failure + ", " + failure.getCause());
						assertThat(failure).isInstanceOfSatisfying(ContactHubFailure.class,
								(lost) -> assertThat(lost.reason()).isEqualTo(FailureReason.CONNECTION_LOST));
					}
					assertThat(arrived).isLessThanOrEqualTo(1);
					assertThat(failure != null || arrived == 1).isTrue();
					closing.between(server, i);
				}
			});
			if (engine == Engine.APACHE) {
				assertThat(failures).isEmpty();
			}
			else {
				// their threads see that a connection was closed only when they look
				assertThat(failures).hasSizeLessThan(calls / 2);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("is used for all calls, one after the other, when the server keeps it")
	void isUsedForAllCalls(Engine engine) throws Exception {
		try (KeepingServer server = server(false)) {
			run(engine, server, false,
					(customers) -> IntStream.range(0, 100).forEach((i) -> call(customers, "POST", "c" + i + "x")));
			assertThat(server.requests()).hasSize(100);
			// others may open one before they have given the last one back
			boolean one = engine == Engine.APACHE || engine == Engine.JDK;
			assertThat(server.connections()).isLessThanOrEqualTo(one ? 1 : 10);
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("that the server closes instead of an answer to a POST has it arrive once")
	void hasPostArriveOnceWhenClosed(Engine engine) throws Exception {
		try (KeepingServer server = server(false)) {
			server.behave((turn) -> {
				if (turn.is("POST")) {
					turn.close(false);
				}
				else {
					turn.answer();
				}
			});
			run(engine, server, false, (customers) -> {
				for (int i = 0; i < 5; i++) {
					String id = "c" + i + "x";
					call(customers, "GET", id);
					assertThat(catchThrowable(() -> call(customers, "POST", id))).isInstanceOfSatisfying(
							ContactHubFailure.class, (failure) -> assertThat(failure.attempts()).isEqualTo(1));
					Awaitility.await()
						.during(Duration.ofMillis(50))
						.untilAsserted(() -> assertThat(server.requests("POST", id)).isEqualTo(1));
				}
			});
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("never gives the answer to one request to another, though an interim answer comes before it")
	void keepsAnswersApartAfterInterimOnes(Engine engine) throws Exception {
		try (KeepingServer server = server(false)) {
			server.behave((turn) -> {
				turn.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
				Thread.sleep(100);
				turn.answer();
			});
			run(engine, server, false, (customers) -> {
				for (int i = 0; i < 5; i++) {
					String id = "c" + i;
					try {
						assertThat(customers.getById(id).id()).isEqualTo(id);
					}
					catch (DataAccessException ex) {
						// one engine takes the interim answer for the answer
						assertThat(ex).hasMessageContaining("status 103");
					}
				}
			});
		}
	}

	/**
	 * Make a call, whose answer must be the one to it.
	 */
	private static void call(CustomerRepository customers, String method, String id) {
		switch (method) {
			case "GET" -> assertThat(customers.getById(id).id()).isEqualTo(id);
			case "POST" ->
				assertThat(customers.insert(Customer.builder().externalId(id).build()).externalId()).isEqualTo(id);
			case "PUT" ->
				assertThat(customers.replace(Customer.builder().id(id).externalId(id).build()).id()).isEqualTo(id);
			case "PATCH" -> assertThat(customers.patch(id, (patch) -> patch.set("externalId", id)).id()).isEqualTo(id);
			default -> customers.deleteById(id);
		}
	}

	private static KeepingServer server(boolean secure) throws Exception {
		if (!secure) {
			return new KeepingServer(ServerSocketFactory.getDefault());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(KeyStore.getInstance(keyStore.toFile(), "password".toCharArray()), "password".toCharArray());
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), null, null);
		return new KeepingServer(tls.getServerSocketFactory());
	}

	private static void run(Engine engine, KeepingServer server, boolean secure, Calls calls) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=" + (secure ? "https" : "http") + "://localhost:" + server.port(),
					"contacthub.retry.enabled=false", "contacthub.http.ssl.bundle=" + (secure ? "hub" : ""),
					"spring.ssl.bundle.jks.hub.truststore.location=file:" + keyStore,
					"spring.ssl.bundle.jks.hub.truststore.password=password")
			.run((context) -> calls.make(context.getBean(CustomerRepository.class)));
	}

	/** Calls of a repository. */
	@FunctionalInterface
	interface Calls {

		void make(CustomerRepository customers) throws Exception;

	}

	/** What a server says beyond its answer. */
	enum Surplus {

		SECOND_ANSWER(Turn.ok(STRANGER), false),

		SECOND_ANSWER_IN_CHUNKS(Turn.ok(STRANGER), false) {
			@Override
			String answer(Turn turn) {
				return Turn.head("200 OK") + "Transfer-Encoding: chunked\r\n\r\n"
						+ Integer.toHexString(turn.customer().length()) + "\r\n" + turn.customer() + "\r\n0\r\n\r\n";
			}
		},

		SECOND_ANSWER_WITHOUT_BODY(Turn.head("204 No Content") + "\r\n", false),

		BEGINNING_OF_AN_ANSWER(Turn.ok(STRANGER).substring(0, 60), false),

		HALF_AN_ANSWER(Turn.ok(STRANGER).substring(0, Turn.ok(STRANGER).length() - 9), false),

		LONGER_BODY(STRANGER, false),

		GARBAGE("garbage\r\n\r\n\u0000\u0016\u0003garbage", false),

		ANSWER_AFTER_204(Turn.ok(STRANGER), true) {
			@Override
			String answer(Turn turn) {
				return Turn.head("204 No Content") + "\r\n";
			}
		},

		BODY_AFTER_204(STRANGER + "\r\n", true) {
			@Override
			String answer(Turn turn) {
				return Turn.head("204 No Content") + "\r\n";
			}
		};

		private final String text;

		private final boolean bodiless;

		Surplus(String text, boolean bodiless) {
			this.text = text;
			this.bodiless = bodiless;
		}

		String answer(Turn turn) {
			return Turn.ok(turn.customer());
		}

		/**
		 * Whether it does not show that it is no answer before more comes.
		 */
		boolean isUndecodable() {
			return this == LONGER_BODY || this == BEGINNING_OF_AN_ANSWER || this == HALF_AN_ANSWER;
		}

	}

	/** When and how a server closes connections. */
	enum Closing {

		AFTER_EACH_ANSWER(1, false, 0, 0),

		AFTER_EACH_ANSWER_BY_RESET(1, true, 0, 0),

		AFTER_THREE_ANSWERS(3, false, 0, 0),

		AFTER_THREE_ANSWERS_BY_RESET(3, true, 0, 0),

		AFTER_SEVEN_ANSWERS(7, false, 0, 0),

		WHEN_IDLE(Integer.MAX_VALUE, false, 5, 0),

		BETWEEN_CALLS(Integer.MAX_VALUE, false, 0, 9),

		BETWEEN_CALLS_BY_RESET(Integer.MAX_VALUE, true, 0, 9);

		private final int answers;

		private final boolean reset;

		private final int idleMillis;

		private final int calls;

		Closing(int answers, boolean reset, int idleMillis, int calls) {
			this.answers = answers;
			this.reset = reset;
			this.idleMillis = idleMillis;
			this.calls = calls;
		}

		void play(Turn turn) throws IOException {
			turn.answer();
			if (turn.position() >= this.answers) {
				turn.close(this.reset);
			}
		}

		void between(KeepingServer server, int call) throws IOException, InterruptedException {
			if (this.calls > 0 && call % this.calls == 0) {
				server.closeConnections(this.reset);
			}
			if (this.idleMillis > 0) {
				// around the time at which the server closes
				Thread.sleep(3 + call % 5);
			}
		}

	}

}
