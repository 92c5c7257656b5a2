package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.http.KeepingServer.Turn;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for connections that are kept open between two requests, which one side closes.
 * It matters when it does, so no two of them are tried at the same time.
 */
@DisplayName("A kept connection that is closed, or might have been,")
class ClosedConnectionTests extends AbstractKeptConnectionTests {

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
