package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for calls that have to end while a server keeps them, which it does for longer
 * than a test may take.
 */
@DisplayName("A call")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class StoppedCallTests {

	private final CountDownLatch ended = new CountDownLatch(1);

	private MisbehavingServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = new MisbehavingServer();
	}

	@AfterEach
	void stop() throws IOException {
		this.ended.countDown();
		this.server.close();
	}

	private ApplicationContextRunner runner(Engine engine) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=" + this.server.url(), "contacthub.retry.initial-interval=1ms",
					"contacthub.retry.max-interval=2ms");
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@EnumSource
	@DisplayName("ends in time when the server takes nothing of a long request")
	void endsWhileSending(Engine engine) {
		this.server.behave(RawBehaviour.deaf((conversation) -> conversation.waitFor(this.ended)));
		Map<String, Object> document = Map.of("text", "x".repeat(16 * 1024 * 1024));
		runner(engine).withPropertyValues("contacthub.http.read-timeout=1s", "contacthub.http.call-timeout=2s")
			.run((context) -> {
				SegmentApi segments = context.getBean(Workspace.class).client().createApi(SegmentApi.class);
				assertThat(catchThrowable(() -> segments.add(document))).isInstanceOf(QueryTimeoutException.class)
					.isInstanceOfSatisfying(ContactHubFailure.class,
							(failure) -> assertThat(failure.attempts()).isEqualTo(1));
			});
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@EnumSource
	@DisplayName("ends in time when the server takes no connection")
	void endsWhileConnecting(Engine engine) throws IOException {
		try (FaultServers servers = new FaultServers()) {
			runner(engine)
				.withPropertyValues("contacthub.base-url=" + servers.addressThatIsFull(),
						"contacthub.http.connect-timeout=1h", "contacthub.http.call-timeout=1s")
				.run((context) -> {
					CustomerRepository customers = context.getBean(CustomerRepository.class);
					assertThat(catchThrowable(() -> customers.findById("c1"))).isInstanceOf(ContactHubFailure.class);
				});
		}
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@EnumSource
	@DisplayName("whose thread is interrupted while it reads is not repeated, and leaves the thread interrupted")
	void endsWhenInterrupted(Engine engine) throws InterruptedException {
		// before, its stream ignored interrupts and forgot them
		Assumptions.assumeTrue(engine != Engine.JDK || JRE.currentVersionNumber() >= 20);
		CountDownLatch half = new CountDownLatch(1);
		this.server.behave(RawBehaviour.reading((conversation) -> {
			conversation
				.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":");
			conversation.pause(200);
			half.countDown();
			conversation.fallSilent();
		}));
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		AtomicBoolean interrupted = new AtomicBoolean();
		runner(engine).withPropertyValues("contacthub.http.read-timeout=3s").run((context) -> {
			CustomerRepository customers = context.getBean(CustomerRepository.class);
			Thread caller = new Thread(() -> {
				thrown.set(catchThrowable(() -> customers.findById("c1")));
				interrupted.set(Thread.currentThread().isInterrupted());
			});
			caller.start();
			half.await();
			caller.interrupt();
			caller.join();
		});
		assertThat(thrown.get()).isInstanceOfSatisfying(ContactHubFailure.class,
				(failure) -> assertThat(failure.attempts()).isEqualTo(1));
		assertThat(interrupted).isTrue();
		assertThat(this.server.requests("")).isEqualTo(1);
	}

	/** An operation that the library has no method for, nor a limit. */
	interface SegmentApi {

		@PostExchange("/segments")
		Map<String, Object> add(@RequestBody Map<String, Object> segment);

	}

}
