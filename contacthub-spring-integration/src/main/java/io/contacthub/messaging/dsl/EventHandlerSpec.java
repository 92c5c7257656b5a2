package io.contacthub.messaging.dsl;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.messaging.EventMessageHandler;

import org.springframework.integration.dsl.MessageHandlerSpec;

/**
 * Specification of an {@link EventMessageHandler}, see {@link ContactHub}.
 */
public class EventHandlerSpec extends MessageHandlerSpec<EventHandlerSpec, EventMessageHandler> {

	EventHandlerSpec(EventMessageHandler handler) {
		this.target = handler;
	}

	/**
	 * Set how the events of a {@code List} are added to a repository, see
	 * {@link EventMessageHandler#setBulkSettings(BulkSettings)}.
	 * @param settings the settings
	 * @return this specification
	 */
	public EventHandlerSpec bulkSettings(BulkSettings settings) {
		this.target.setBulkSettings(settings);
		return this;
	}

}
