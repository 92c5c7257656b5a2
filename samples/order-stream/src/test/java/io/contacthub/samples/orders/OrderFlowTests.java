package io.contacthub.samples.orders;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;

import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.PaymentMethod;
import io.contacthub.test.EventRecorder;
import io.contacthub.test.RecordEvents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The flow alone: no ContactHub, no database, and a recorder in place of the publisher.
 */
@SpringBootTest(classes = OrderFlowConfiguration.class)
@EnableIntegration
@DisplayName("The flow of orders")
class OrderFlowTests {

	private static final String ORDER = """
			{"number": "1", "customer": "C1", "placedAt": "2026-01-01T10:00:00Z", "payment": "cash", "total": 24.90,
			"lines": []}""";

	@RecordEvents
	private EventRecorder published;

	@Autowired
	@Qualifier("orders")
	private MessageChannel topic;

	@Test
	@DisplayName("publishes the event of an order")
	void publishes() {
		receive(ORDER);
		assertThat(this.published.events(EventType.COMPLETED_ORDER)).singleElement().satisfies((event) -> {
			assertThat(event.date()).isEqualTo("2026-01-01T10:00:00Z");
			assertThat(event.properties()).isInstanceOfSatisfying(CompletedOrder.class, (properties) -> {
				assertThat(properties.paymentMethod()).isEqualTo(PaymentMethod.CASH);
				assertThat(properties.amount().total()).isEqualTo(new BigDecimal("24.90"));
			});
		});
	}

	@Test
	@DisplayName("leaves an order to the broker that cannot be published")
	void leavesToBroker() {
		this.published.refuse(new RejectedExecutionException("as intended"));
		assertThatExceptionOfType(MessageHandlingException.class).isThrownBy(() -> receive(ORDER))
			.withCauseInstanceOf(RejectedExecutionException.class);
		assertThat(this.published.events()).extracting(Event::type).isEmpty();
	}

	private void receive(String json) {
		this.topic.send(new GenericMessage<>(json.getBytes(StandardCharsets.UTF_8)));
	}

}
