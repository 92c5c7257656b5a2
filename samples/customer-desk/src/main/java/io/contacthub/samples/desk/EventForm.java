package io.contacthub.samples.desk;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ClosedTicket;
import io.contacthub.event.properties.OpenedTicket;
import io.contacthub.event.properties.RepliedTicket;
import io.contacthub.event.properties.TicketProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

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
		return Event.of(properties()).in(this.context).byCustomerId(customerId);
	}

	private TicketProperties properties() {
		if (this.type.equals(EventType.REPLIED_TICKET)) {
			return RepliedTicket.builder().ticketId(this.ticketId).subject(this.subject).build();
		}
		if (this.type.equals(EventType.CLOSED_TICKET)) {
			return ClosedTicket.builder().ticketId(this.ticketId).subject(this.subject).build();
		}
		if (this.type.equals(EventType.OPENED_TICKET)) {
			return OpenedTicket.builder().ticketId(this.ticketId).subject(this.subject).build();
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form has no such type of event");
	}

}
