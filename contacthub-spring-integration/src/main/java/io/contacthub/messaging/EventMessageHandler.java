package io.contacthub.messaging;

import java.util.Collection;
import java.util.List;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.handler.AbstractMessageHandler;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.util.Assert;

/**
 * Handler that sends the event of each message to ContactHub, so that a flow of any
 * source ends there. The payload is an {@link Event}, its JSON as a text, {@code byte[]},
 * {@code JsonNode} or {@link io.contacthub.json.JsonObject}, or a {@code List} of these.
 * <p>
 * Through an {@link EventPublisher} the handler returns when the event is accepted. With
 * one that keeps its events in a database, in a transaction that the flow has begun, what
 * the flow writes there and the event are committed together. Through an
 * {@link EventRepository} it returns when ContactHub has the event, and fails otherwise,
 * so that the broker sends the message again: no event is accepted that could be lost,
 * and the flow is as slow as ContactHub.
 * <p>
 * A payload that is no event is a
 * {@link org.springframework.messaging.converter.MessageConversionException}, which the
 * listeners of brokers do not repeat.
 * <p>
 * Safe for use by many threads.
 */
public class EventMessageHandler extends AbstractMessageHandler {

	private final PayloadReader<Event> payloads = PayloadReader.ofEvents();

	private final @Nullable EventPublisher publisher;

	private final @Nullable EventRepository events;

	private volatile @Nullable BulkWriter<Event> writer;

	/**
	 * Create a handler that publishes events. Of a {@code List} none is published when
	 * one is no event.
	 * @param publisher the publisher
	 */
	public EventMessageHandler(EventPublisher publisher) {
		Assert.notNull(publisher, "publisher is null: give the publisher of the events");
		this.publisher = publisher;
		this.events = null;
	}

	/**
	 * Create a handler that adds events, see {@link EventRepository#add(Event)}. Those of
	 * a {@code List} are added at the same time, in no order, see
	 * {@link #setBulkSettings}; when one is refused, the others are there: to send the
	 * message again adds them again.
	 * @param events the repository of the events
	 */
	public EventMessageHandler(EventRepository events) {
		Assert.notNull(events, "events is null: give the repository of the events");
		this.publisher = null;
		this.events = events;
		this.writer = events.bulk(BulkDelivery.DEFAULTS);
	}

	/**
	 * Set how the events of a {@code List} are added to a repository. By default as
	 * {@link BulkSettings#defaults()} says, with a minute of patience.
	 * @param settings the settings
	 * @throws IllegalStateException when this handler publishes events
	 */
	public void setBulkSettings(BulkSettings settings) {
		EventRepository events = this.events;
		Assert.state(events != null, "A publisher takes one event after the other: give its own settings instead");
		this.writer = events.bulk(settings);
	}

	@Override
	public String getComponentType() {
		return "contacthub:outbound-events";
	}

	@Override
	protected void handleMessageInternal(Message<?> message) {
		if (message.getPayload() instanceof Collection<?> payload) {
			sendAll(message, this.payloads.readAll(message, payload));
		}
		else {
			send(message, this.payloads.read(message));
		}
	}

	private void sendAll(Message<?> message, List<Event> list) {
		BulkWriter<Event> writer = this.writer;
		if (writer != null) {
			BulkDelivery.deliverAll("events", writer, list);
		}
		else {
			list.forEach((event) -> send(message, event));
		}
	}

	private void send(Message<?> message, Event event) {
		if (this.events != null) {
			this.events.add(event);
		}
		else if (this.publisher != null && !this.publisher.publish(event)) {
			throw new MessageDeliveryException(message, "The event was dropped, since the queue of the publisher is "
					+ "full: have it keep its events in a database, wait longer or reject, or add them by a repository");
		}
	}

}
