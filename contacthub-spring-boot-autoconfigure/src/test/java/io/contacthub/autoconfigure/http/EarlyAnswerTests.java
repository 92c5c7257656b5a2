package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.http.RawBehaviour.Script;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for answers that come before the request has been sent to its end.
 */
@DisplayName("An answer to the beginning of a long request")
class EarlyAnswerTests {

	private static final Logger REACTOR_NETTY = (Logger) LoggerFactory.getLogger("reactor.netty");

	private static final String TOO_LONG = "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";

	@BeforeAll
	static void silence() {
		REACTOR_NETTY.setLevel(Level.OFF);
	}

	@AfterAll
	static void restore() {
		REACTOR_NETTY.setLevel(null);
	}

	static Stream<Arguments> refusals() {
		return Arrays.stream(Engine.values())
			.flatMap((engine) -> Arrays.stream(Refusal.values())
				.flatMap((refusal) -> Stream.of(100_000, 16_000_000)
					.map((size) -> Arguments.of(engine, refusal, size))));
	}

	@ParameterizedTest(name = "{0}, {1}, {2} bytes")
	@MethodSource("refusals")
	@DisplayName("is told as what it is, always with Apache HttpClient, and never has the request repeated")
	void isTold(Engine engine, Refusal refusal, int size) throws IOException {
		try (MisbehavingServer server = new MisbehavingServer()) {
			server.behave(RawBehaviour.deaf((conversation) -> {
				conversation.readBytes(2000);
				conversation.send(TOO_LONG);
				refusal.script.play(conversation);
			}));
			run(engine, server, (segments) -> {
				for (int i = 0; i < 5; i++) {
					RuntimeException thrown = catchThrowableOfType(RuntimeException.class,
							() -> segments.add(Map.of("text", "x".repeat(size))));
					assertThat(thrown).isInstanceOf(ContactHubFailure.class);
					ContactHubFailure failure = (ContactHubFailure) thrown;
					assertThat(failure.attempts()).isEqualTo(1);
					if (engine == Engine.APACHE || failure.apiError() != null) {
						assertThat(failure.apiError().status()).isEqualTo(413);
					}
					else {
						assertThat(failure.reason()).isIn(FailureReason.CONNECTION_LOST, FailureReason.TIMED_OUT);
					}
				}
				assertThat(server.requests("")).isEqualTo(5);
			});
		}
	}

	@Test
	@DisplayName("that is an interim one does not keep the rest of the request from being sent")
	void goesOnAfterInterimAnswer() throws IOException {
		try (MisbehavingServer server = new MisbehavingServer()) {
			server.behave(RawBehaviour.deaf((conversation) -> {
				conversation.readBytes(2000);
				conversation.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
				conversation.readBytes(15_990_000);
				conversation
					.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"id\":1}");
			}));
			run(Engine.APACHE, server, (segments) -> assertThat(segments.add(Map.of("text", "x".repeat(16_000_000))))
				.containsEntry("id", 1));
		}
	}

	private static void run(Engine engine, MisbehavingServer server, Calls calls) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=" + server.url(), "contacthub.http.read-timeout=2s",
					"contacthub.http.call-timeout=4s")
			.run((context) -> calls.make(context.getBean(Workspace.class).client().createApi(SegmentApi.class)));
	}

	/** What a server does after it has refused a request. */
	enum Refusal {

		CLOSE((conversation) -> {
		}),

		RESET(Conversation::reset),

		READ_ON(Conversation::fallSilent);

		private final Script script;

		Refusal(Script script) {
			this.script = script;
		}

	}

	/** An operation that the library has no method for, nor a limit. */
	interface SegmentApi {

		@PostExchange("/segments")
		Map<String, Object> add(@RequestBody Map<String, Object> segment);

	}

	/** Calls of the operation. */
	@FunctionalInterface
	interface Calls {

		void make(SegmentApi segments);

	}

}
