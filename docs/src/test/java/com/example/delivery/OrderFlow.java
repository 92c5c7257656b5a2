package com.example.delivery;

import java.nio.charset.StandardCharsets;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Repeatability;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.messaging.dsl.ContactHub;

import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.endpoint.MessageProducerSupport;
import org.springframework.integration.handler.advice.RequestHandlerRetryAdvice;

/**
 * Orders of a broker that become events.
 */
class OrderFlow {

	// tag::orders[]
	@Bean
	IntegrationFlow orders(MessageProducerSupport broker, EventPublisher publisher) {
		// such as Kafka.messageDrivenChannelAdapter(consumers, "orders").getObject()
		return IntegrationFlow.from(broker)
			.transform(byte[].class, this::toEvent)
			.handle(ContactHub.outboundEvents(publisher))
			.get();
	}
	// end::orders[]

	private Event toEvent(byte[] order) {
		String[] parts = new String(order, StandardCharsets.UTF_8).split(" ");
		return Event.of(CompletedOrder.builder().orderId(parts[0]).build())
			.in(EventContext.ECOMMERCE)
			.byExternalId(parts[1]);
	}

	// tag::advice[]
	@Bean
	RequestHandlerRetryAdvice repetition() {
		RequestHandlerRetryAdvice advice = new RequestHandlerRetryAdvice();
		advice.setRetryPolicy(RetryPolicy.builder()
			.predicate((failure) -> ContactHubFailure.in(failure)
				.filter((found) -> found.repeatability() == Repeatability.ALWAYS)
				.isPresent())
			.build());
		return advice;
	}
	// end::advice[]

}
