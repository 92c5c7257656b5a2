package io.contacthub.samples.orders;

import java.nio.charset.StandardCharsets;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.test.EventRecorder;
import io.contacthub.test.RecordEvents;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole application with a recorder in place of the publisher, which would keep the
 * events in the database.
 */
@SpringBootTest(properties = { "orders.demo=false", "spring.datasource.url=jdbc:h2:mem:recorded" })
@AutoConfigureContactHubEmulator
@DisplayName("The stream of orders, recorded,")
class RecordedStreamTests {

	@RecordEvents
	private EventRecorder published;

	@Autowired
	@Qualifier("orders")
	private MessageChannel topic;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	@DisplayName("has what is committed")
	void commits() {
		receive(false);
		assertThat(this.published.events()).hasSize(1);
	}

	@Test
	@DisplayName("has nothing of what is rolled back, as in production")
	void rollsBack() {
		receive(true);
		assertThat(this.published.events()).isEmpty();
	}

	@Test
	@DisplayName("has the recorder where the publisher with the database is injected")
	void isInjected(@Autowired DurableEventPublisher publisher) {
		assertThat(publisher).isSameAs(this.published);
	}

	private void receive(boolean rollback) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.topic.send(new GenericMessage<>("""
					{"number": "1", "customer": "C1", "placedAt": "2026-01-01T10:00:00Z", "payment": "cash",
					"total": 24.90, "lines": []}""".getBytes(StandardCharsets.UTF_8)));
			if (rollback) {
				status.setRollbackOnly();
			}
		});
	}

}
