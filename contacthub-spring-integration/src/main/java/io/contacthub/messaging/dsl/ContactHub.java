package io.contacthub.messaging.dsl;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.messaging.CustomerMessageHandler;
import io.contacthub.messaging.EventMessageHandler;
import io.contacthub.messaging.UpdateMessageSource;
import io.contacthub.update.UpdateRepository;

import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * Factory of the beginnings and ends of flows that are in ContactHub.
 * <pre class="code">{@code
 * IntegrationFlow orders = IntegrationFlow.from("orders")
 *     .transform(Order.class, this::toEvent)
 *     .handle(ContactHub.outboundEvents(publisher))
 *     .get();
 * IntegrationFlow changes = IntegrationFlow
 *     .from(ContactHub.inboundUpdates(workspace.updates(), offsets),
 *             (endpoint) -> endpoint.poller((poller) -> poller.fixedDelay(5_000)))
 *     .handle(Update.class, (update, headers) -> handle(update))
 *     .get();
 * }</pre> The first flow begins at the channel {@code orders}, which can as well be
 * Kafka, JMS or anything else that Spring Integration reads.
 */
public final class ContactHub {

	private ContactHub() {
	}

	/**
	 * Return the beginning of a flow whose messages hold what has changed.
	 * @param updates the updates of the workspace
	 * @param offsets keeps where the source is
	 * @return the specification of the source
	 * @see UpdateMessageSource
	 */
	public static UpdateSourceSpec inboundUpdates(UpdateRepository updates, ConcurrentMetadataStore offsets) {
		return new UpdateSourceSpec(updates, offsets);
	}

	/**
	 * Return the end of a flow whose messages hold events, to be accepted by a publisher.
	 * @param publisher the publisher
	 * @return the specification of the handler
	 * @see EventMessageHandler#EventMessageHandler(EventPublisher)
	 */
	public static EventHandlerSpec outboundEvents(EventPublisher publisher) {
		return new EventHandlerSpec(new EventMessageHandler(publisher));
	}

	/**
	 * Return the end of a flow whose messages hold events, to be added before the message
	 * is acknowledged.
	 * @param events the repository
	 * @return the specification of the handler
	 * @see EventMessageHandler#EventMessageHandler(EventRepository)
	 */
	public static EventHandlerSpec outboundEvents(EventRepository events) {
		return new EventHandlerSpec(new EventMessageHandler(events));
	}

	/**
	 * Return the end of a flow whose messages hold customers, or changes of them.
	 * @param customers the repository
	 * @return the specification of the handler
	 * @see CustomerMessageHandler
	 */
	public static CustomerHandlerSpec outboundCustomers(CustomerRepository customers) {
		return new CustomerHandlerSpec(new CustomerMessageHandler(customers));
	}

}
