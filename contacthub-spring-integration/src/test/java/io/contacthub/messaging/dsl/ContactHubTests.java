package io.contacthub.messaging.dsl;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Repeatability;
import io.contacthub.event.EventPublisher;
import io.contacthub.messaging.EmulatedNode;
import io.contacthub.messaging.UpdateMessageSource;
import io.contacthub.messaging.UpdateStart;
import io.contacthub.update.EntityType;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.expression.common.LiteralExpression;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.handler.advice.RequestHandlerRetryAdvice;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Flows that begin or end in ContactHub.
 */
@DisplayName("A flow of Spring Integration")
@Timeout(60)
class ContactHubTests {

	private static final String EVENT = """
			{"customerId":"c1","type":"loggedIn","context":"WEB","date":"2026-01-01T10:00:00.000Z","properties":{}}""";

	private final EmulatedNode hub = new EmulatedNode();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
			Integration.class);

	private final IntegrationFlowContext flows = this.context.getBean(IntegrationFlowContext.class);

	@AfterEach
	void close() {
		this.context.close();
		this.hub.close();
	}

	@Test
	@DisplayName("ends with events that are added")
	void addsEvents() {
		IntegrationFlow flow = (definition) -> definition.handle(ContactHub.outboundEvents(this.hub.node().events()));
		send(flow, EVENT);
		this.hub.verify(1, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events"))
			.withRequestBody(WireMock.equalToJson(EVENT)));
	}

	@Test
	@DisplayName("ends with events that are added as it says")
	void addsEventsAsSet() {
		this.hub.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/events"))
				.inScenario("away")
				.whenScenarioStateIs("Started")
				.willSetStateTo("there")
				.willReturn(WireMock.aResponse().withStatus(503)));
		IntegrationFlow flow = (definition) -> definition.handle(ContactHub.outboundEvents(this.hub.node().events())
			.bulkSettings(BulkSettings.defaults()
				.withDelivery(Delivery.AT_LEAST_ONCE)
				.withPause(new PauseSettings(Duration.ofMillis(10), 1, Duration.ofMillis(10), 0))));
		send(flow, List.of(EVENT));
		this.hub.verifyRequests(2);
	}

	@Test
	@DisplayName("ends with events that are published")
	void publishesEvents() {
		try (EventPublisher publisher = EventPublisher.create(this.hub.node().events(),
				EventPublisher.Settings.defaults(), null)) {
			IntegrationFlow flow = (definition) -> definition
				.<String, byte[]>transform((text) -> text.getBytes(StandardCharsets.UTF_8))
				.handle(ContactHub.outboundEvents(publisher));
			send(flow, EVENT);
			assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
			assertThat(publisher.sent()).isEqualTo(1);
		}
	}

	@Test
	@DisplayName("ends with customers that are written as it says")
	void writesCustomers() {
		IntegrationFlow flow = (definition) -> definition
			.handle(ContactHub.outboundCustomers(this.hub.node().customers())
				.write(CustomerWrite.insert())
				.change(CustomerWrite.patch().onlyChanges())
				.bulkSettings(BulkSettings.defaults().withConcurrency(2)));
		send(flow, List.of("{\"base\":{\"firstName\":\"Ann\"}}", Customer.builder().externalId("A2").build()));
		this.hub.verify(2, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/customers")));
		this.hub.verifyRequests(2);
	}

	@Test
	@DisplayName("repeats, with the advice of Spring Integration, what was certainly not carried out")
	void repeats() {
		this.hub.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/events"))
				.inScenario("busy")
				.whenScenarioStateIs("Started")
				.willSetStateTo("free")
				.willReturn(WireMock.aResponse().withStatus(503).withHeader("Retry-After", "0")));
		send(repeating(), EVENT);
		this.hub.verifyRequests(2);
	}

	@Test
	@DisplayName("repeats nothing that would be refused again, or may have been carried out")
	void doesNotRepeat() {
		IntegrationFlow flow = repeating();
		String input = start(flow);
		this.hub.answerEvents("c1", WireMock.aResponse().withStatus(400));
		assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(input, EVENT))
			.satisfies((ex) -> assertThat(ContactHubFailure.in(ex)).get()
				.isInstanceOf(DataIntegrityViolationException.class));
		this.hub.verifyRequests(1);
		this.hub.answerEvents("c1", WireMock.aResponse().withStatus(503));
		assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(input, EVENT));
		this.hub.verifyRequests(2);
	}

	private IntegrationFlow repeating() {
		RequestHandlerRetryAdvice advice = new RequestHandlerRetryAdvice();
		advice.setRetryPolicy(RetryPolicy.builder()
			.maxRetries(5)
			.delay(Duration.ofMillis(10))
			.predicate((failure) -> ContactHubFailure.in(failure)
				.filter((found) -> found.repeatability() == Repeatability.ALWAYS)
				.isPresent())
			.build());
		return (definition) -> definition.handle(ContactHub.outboundEvents(this.hub.node().events()),
				(endpoint) -> endpoint.advice(advice));
	}

	@Test
	@DisplayName("begins with what has changed")
	void readsUpdates() throws InterruptedException {
		BlockingQueue<Message<?>> received = new LinkedBlockingQueue<>();
		SimpleMetadataStore offsets = new SimpleMetadataStore();
		Customer customer = this.hub.node().customers().insert(Customer.builder().externalId("A1").build());
		IntegrationFlow flow = IntegrationFlow.from(ContactHub.inboundUpdates(this.hub.workspace().updates(), offsets)
			.key("orders")
			.filter(UpdateFilter.builder().entity(EntityType.CUSTOMER).build())
			.start(UpdateStart.BEGINNING)
			.pageSize(10)
			.maxAttempts(2)
			.backOff(PauseSettings.defaults())
			.skipListener((update, failure) -> {
			})
			.messageHeaders(Map.of("origin", new LiteralExpression("hub"))),
				(endpoint) -> endpoint.poller((poller) -> poller.fixedDelay(10)))
			.handle(received::add)
			.get();
		this.flows.registration(flow).register();
		Message<?> message = received.poll(20, TimeUnit.SECONDS);
		assertThat(message).isNotNull();
		assertThat(message.getHeaders()).containsEntry("origin", "hub");
		assertThat(message.getPayload()).isInstanceOfSatisfying(Update.class,
				(update) -> assertThat(update.entity().id()).isEqualTo(customer.id()));
		// stored when the flow has returned, which is after it has handed the message on
		await().untilAsserted(() -> assertThat(offsets.get("orders")).isNotNull());
	}

	@Test
	@DisplayName("has one source only, which is set before it is there")
	void setsBefore() {
		UpdateSourceSpec spec = ContactHub.inboundUpdates(this.hub.workspace().updates(), new SimpleMetadataStore());
		UpdateMessageSource source = spec.getObject();
		assertThat(spec.getObject()).isSameAs(source);
		assertThatIllegalStateException().isThrownBy(() -> spec.pageSize(10))
			.withMessage("The source is there already: set it before");
	}

	private void send(IntegrationFlow flow, Object payload) {
		send(start(flow), payload);
	}

	private String start(IntegrationFlow flow) {
		return this.flows.registration(flow).register().getId();
	}

	private void send(String flow, Object payload) {
		this.flows.getRegistrationById(flow).getInputChannel().send(new GenericMessage<>(payload));
	}

	/**
	 * Nothing but what flows need.
	 */
	@EnableIntegration
	static class Integration {

	}

}
