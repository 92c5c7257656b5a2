package io.contacthub.samples.orders;

import io.contacthub.event.EventPublisher;
import io.contacthub.messaging.dsl.ContactHub;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Transformers;

/**
 * The way of an order from the broker to ContactHub.
 */
@Configuration(proxyBeanMethods = false)
class OrderFlowConfiguration {

	/**
	 * Stand in for the broker: its messages are those that Kafka's adapter makes.
	 */
	@Bean
	DirectChannel orders() {
		return new DirectChannel();
	}

	/**
	 * With {@code spring-integration-kafka}, the first line is the one to change:
	 * <pre>{@code
	 * IntegrationFlow.from(Kafka.messageDrivenChannelAdapter(consumerFactory, "orders"))
	 * }</pre> The message is acknowledged when the flow returns: then the event is in the
	 * database. When it throws, the broker sends the message again.
	 */
	@Bean
	IntegrationFlow orderFlow(EventPublisher publisher) {
		return IntegrationFlow.from("orders")
			.transform(Transformers.fromJson(Order.class))
			.transform(Order.class, OrderEvents::event)
			.handle(ContactHub.outboundEvents(publisher))
			.get();
	}

}
