package io.contacthub.messaging;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.update.Update;

import org.springframework.integration.StaticMessageHeaderAccessor;
import org.springframework.integration.acks.AcknowledgmentCallback;
import org.springframework.integration.handler.AbstractMessageHandler;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.util.Assert;

/**
 * Message handler that calls listeners for each change of an {@link UpdateMessageSource},
 * one after the other. When one throws, the change is rejected, and all of them are
 * called again.
 */
public class ChangeListenerMessageHandler extends AbstractMessageHandler {

	private final List<CustomerChangeListener> customerListeners;

	private final List<EventChangeListener> eventListeners;

	/**
	 * Create a handler.
	 * @param customerListeners are told of changes of customers, in this order
	 * @param eventListeners are told of changes of events, in this order
	 */
	public ChangeListenerMessageHandler(List<CustomerChangeListener> customerListeners,
			List<EventChangeListener> eventListeners) {
		Assert.noNullElements(customerListeners, "customerListeners has an element that is null");
		Assert.noNullElements(eventListeners, "eventListeners has an element that is null");
		this.customerListeners = List.copyOf(customerListeners);
		this.eventListeners = List.copyOf(eventListeners);
	}

	@Override
	public String getComponentType() {
		return "contacthub:change-listener";
	}

	@Override
	protected void handleMessageInternal(Message<?> message) {
		Assert.isInstanceOf(Update.class, message.getPayload(), "The payload is no change");
		AcknowledgmentCallback acknowledgment = StaticMessageHeaderAccessor.getAcknowledgmentCallback(message);
		try {
			tell((Update) message.getPayload());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			if (acknowledgment instanceof UpdateAcknowledgment update) {
				update.interrupted(ex);
			}
			else if (acknowledgment != null) {
				acknowledgment.acknowledge(AcknowledgmentCallback.Status.REQUEUE);
			}
		}
		catch (Throwable ex) {
			if (!(acknowledgment instanceof UpdateAcknowledgment update)) {
				throw new MessageHandlingException(message, "A listener failed", ex);
			}
			update.reject(ex);
		}
	}

	private void tell(Update update) throws Exception {
		Customer customer = update.customer().orElse(null);
		if (customer != null) {
			for (CustomerChangeListener listener : this.customerListeners) {
				listener.customerChanged(customer, update);
			}
		}
		Event event = update.event().orElse(null);
		if (event != null) {
			for (EventChangeListener listener : this.eventListeners) {
				listener.eventChanged(event, update);
			}
		}
	}

}
