package io.contacthub.samples.orders;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.integration.transformer.MessageTransformationException;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The whole application on the emulator.
 */
@SpringBootTest(properties = { "orders.demo=false", "spring.datasource.url=jdbc:h2:mem:orders" })
@AutoConfigureContactHubEmulator
@DisplayName("The stream of orders")
class OrderStreamTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	@Qualifier("orders")
	private MessageChannel topic;

	@Autowired
	private DurableEventPublisher publisher;

	@Autowired
	private ContactHubEmulator emulator;

	@BeforeEach
	void forgetRefused() {
		this.publisher.refused().find(100).forEach((event) -> this.publisher.refused().delete(event.id()));
	}

	@Test
	@DisplayName("becomes one event for each order")
	void sendsEvents() {
		for (int number = 0; number < 100; number++) {
			receive(order(number, "paypal"));
		}
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		verifyEvents(100);
		for (int number = 0; number < 100; number++) {
			this.emulator.wireMock()
				.verifyThat(1,
						WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events"))
							.withRequestBody(WireMock.matchingJsonPath("$.properties.orderId",
									WireMock.equalTo(String.valueOf(number)))));
		}
	}

	@Test
	@DisplayName("has each order in the form of ContactHub, at the time when it was placed")
	void convertsOrders() {
		receive(order(1, "paypal"));
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		this.emulator.wireMock()
			.verifyThat(WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events"))
				.withRequestBody(WireMock.equalToJson("""
						{"type": "completedOrder", "context": "ECOMMERCE", "date": "2026-01-01T10:00:00.000Z",
						"bringBackProperties": {"type": "EXTERNAL_ID", "value": "C1",
							"nodeId": "${json-unit.any-string}"},
						"properties": {"orderId": "1", "paymentMethod": "paypal", "amount": {"total": 24.90},
							"products": [{"id": "A7", "name": "Lamp", "quantity": 2, "price": 12.45}]}}""")));
	}

	@Test
	@DisplayName("keeps an order that ContactHub refuses, with the reason, and the others go on")
	void keepsRefused() {
		receive(order(1, "voucher"));
		receive(order(2, "cash"));
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		verifyEvents(2);
		assertThat(this.publisher.refused().find(10)).singleElement().satisfies((refused) -> {
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.reason()).contains("/properties/paymentMethod");
			assertThat(refused.event().properties()).isInstanceOfSatisfying(CompletedOrder.class,
					(properties) -> assertThat(properties.orderId()).isEqualTo("1"));
		});
	}

	@Test
	@DisplayName("sends a refused order again when it is told to")
	void replays() {
		this.emulator.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/events"))
				.inScenario("mended")
				.whenScenarioStateIs("Started")
				.willSetStateTo("mended")
				.willReturn(WireMock.badRequest()));
		receive(order(1, "cash"));
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		assertThat(this.publisher.refused().count()).isEqualTo(1);
		assertThat(this.publisher.refused().replayAll()).isEqualTo(1);
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		assertThat(this.publisher.refused().count()).isZero();
		verifyEvents(2);
	}

	@Test
	@DisplayName("sends nothing of what is rolled back")
	void rollsBack(@Autowired PlatformTransactionManager transactions) {
		new TransactionTemplate(transactions).executeWithoutResult((status) -> {
			receive(order(1, "cash"));
			status.setRollbackOnly();
		});
		receive(order(2, "cash"));
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		verifyEvents(1);
	}

	@Test
	@DisplayName("leaves to the broker what is no order")
	void refusesOthers() {
		assertThatExceptionOfType(MessageTransformationException.class).isThrownBy(() -> receive("no order"));
		assertThat(this.publisher.flush(PATIENCE)).isTrue();
		verifyEvents(0);
	}

	@RepeatedTest(2)
	@DisplayName("tells the book of customers what has changed")
	void hearsOfChanges(@Autowired CustomerRepository customers, @Autowired CustomerBook book) {
		Customer customer = customers.insert(Customer.builder()
			.externalId("C1")
			.base((base) -> base.contacts((contacts) -> contacts.email("ann@example.com")))
			.build());
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(book.email("C1")).isEqualTo("ann@example.com"));
		customers.patch(String.valueOf(customer.id()),
				(patch) -> patch.set(CustomerFields.BASE.CONTACTS.EMAIL, "ann@example.org"));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(book.email("C1")).isEqualTo("ann@example.org"));
	}

	private void receive(String json) {
		this.topic.send(MessageBuilder.withPayload(json.getBytes(StandardCharsets.UTF_8))
			.copyHeaders(Map.of("kafka_receivedTopic", "orders", "kafka_receivedPartitionId", 0, "kafka_offset", 17L,
					"kafka_receivedMessageKey", "C1"))
			.build());
	}

	private void verifyEvents(int requests) {
		this.emulator.wireMock().verifyThat(requests, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events")));
	}

	private static String order(int number, String payment) {
		return """
				{"number": "%d", "customer": "C1", "placedAt": "2026-01-01T10:00:00Z", "payment": "%s", "total": 24.90,
				"lines": [{"article": "A7", "name": "Lamp", "quantity": 2, "price": 12.45}]}""".formatted(number,
				payment);
	}

}
