package io.contacthub.samples.desk;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * The form that adds an event about a ticket of the customer.
 *
 * @param type what happened
 * @param context where it happened
 * @param ticketId the number of the ticket
 * @param subject what the ticket is about
 */
record EventForm(@NotNull(message = "Choose what happened.") EventType type,
		@NotNull(message = "Choose where it happened.") EventContext context,
		@NotBlank(message = "Enter the number of the ticket.") String ticketId,
		@NotBlank(message = "Enter what the ticket is about.") String subject) {

	static EventForm empty() {
		return new EventForm(EventType.OPENED_TICKET, EventContext.CONTACT_CENTER, null, null);
	}

	Event toEvent(String customerId) {
		return Event.builder()
			.customerId(customerId)
			.type(this.type)
			.context(this.context)
			.properties(FreeEventProperties.of("ticketId", this.ticketId, "subject", this.subject))
			.build();
	}

}
