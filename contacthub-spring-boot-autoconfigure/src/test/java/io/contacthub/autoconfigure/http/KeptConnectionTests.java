package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.contacthub.autoconfigure.http.KeepingServer.Turn;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for connections that are kept open between two requests, on which the server says
 * more or less than it was asked for.
 */
@DisplayName("A kept connection")
class KeptConnectionTests extends AbstractKeptConnectionTests {

	private static final String STRANGER = "{\"id\":\"stranger\",\"externalId\":\"stranger\"}";

	private static final Set<FailureReason> LOST_OR_LATE = EnumSet.of(FailureReason.CONNECTION_LOST,
			FailureReason.TIMED_OUT);

	static Stream<Arguments> surpluses() {
		return Arrays.stream(Engine.values())
			.flatMap((engine) -> Arrays.stream(Surplus.values())
				.flatMap((surplus) -> Stream
					.of(Arguments.of(engine, surplus, true, false), Arguments.of(engine, surplus, false, false),
							Arguments.of(engine, surplus, true, true), Arguments.of(engine, surplus, false, true))
					.filter((arguments) -> engine == Engine.APACHE || !arguments.get()[2].equals(arguments.get()[3]))));
	}

	@ParameterizedTest(name = "{0}, {1}, together: {2}, TLS: {3}")
	@Execution(ExecutionMode.CONCURRENT)
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
					Thread.sleep(100);
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

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
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
	@Execution(ExecutionMode.CONCURRENT)
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

}
