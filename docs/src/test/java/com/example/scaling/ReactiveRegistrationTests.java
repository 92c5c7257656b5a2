package com.example.scaling;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

import com.example.AbstractEmulatorTests;
import io.contacthub.client.TracingId;
import io.contacthub.customer.Customer;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the page about many instances says of reactive applications.
 */
@DisplayName("A reactive application")
class ReactiveRegistrationTests extends AbstractEmulatorTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("contacthub.workspace-id=" + EMULATOR.workspaceId(),
				"contacthub.node-id=" + EMULATOR.nodeId(), "contacthub.token=" + EMULATOR.token(),
				"contacthub.base-url=" + EMULATOR.baseUrl(), "contacthub.events.publisher.store=jdbc",
				"spring.batch.job.enabled=false", "spring.datasource.generate-unique-name=true");

	@Test
	@DisplayName("makes calls on a thread that may wait, with the tracing id")
	void calls() {
		String id = NODE.customers().insert(Customer.of(Map.of("externalId", "A1"))).id();
		run((context) -> {
			Customer customer = context.getBean(ReactiveRegistration.class).customer(id, "request-1").block();
			assertThat(customer).isNotNull().extracting(Customer::externalId).isEqualTo("A1");
			EMULATOR.wireMock()
				.verifyThat(1, getRequestedFor(urlPathMatching(".*/customers/" + id)).withHeader(TracingId.HEADER,
						equalTo("request-1")));
		});
	}

	@Test
	@DisplayName("publishes with the transaction of the thread")
	void publishesWithTransaction() {
		run((context) -> {
			ReactiveRegistration registration = context.getBean(ReactiveRegistration.class);
			registration.register("4711").block();
			assertThatExceptionOfType(DuplicateKeyException.class)
				.isThrownBy(() -> registration.register("4711").block());
			assertPublished(context, 1);
		});
	}

	@Test
	@DisplayName("publishes what fails, when the transaction is that of a method which returns a Mono")
	void publishesInSpiteOfFailure() {
		run((context) -> {
			assertThatExceptionOfType(NoSuchElementException.class)
				.isThrownBy(() -> context.getBean(Careless.class).register().block());
			assertPublished(context, 1);
		});
	}

	private void run(ThrowingConsumer<AssertableApplicationContext> test) {
		this.runner.run((context) -> {
			context.getBean(JdbcClient.class).sql("create table subscriber (id varchar(20) primary key)").update();
			test.accept(context);
		});
	}

	private static void assertPublished(AssertableApplicationContext context, int count) {
		assertThat(context.getBean(DurableEventPublisher.class).flush(Duration.ofSeconds(20))).isTrue();
		EMULATOR.wireMock().verifyThat(count, postRequestedFor(urlPathMatching(".*/events")));
	}

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ ReactiveRegistration.class, Careless.class })
	static class Application {

	}

	/**
	 * What does not work.
	 */
	static class Careless {

		private final EventPublisher events;

		Careless(EventPublisher events) {
			this.events = events;
		}

		@Transactional
		Mono<Void> register() {
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
			this.events.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byExternalId("4711"));
			return Mono.error(NoSuchElementException::new);
		}

	}

}
