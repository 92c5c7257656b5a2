package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A ticket was replied to. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#REPLIED_TICKET}.
 *
 * @param ticketId the id of the ticket
 * @param subject the subject
 * @param text the text
 * @param category the category
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record RepliedTicket(@Nullable String ticketId, @Nullable String subject, @Nullable String text,
		List<String> category, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements TicketProperties, RepliedTicketBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public RepliedTicket {
		category = Members.list(category);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static RepliedTicketBuilder builder() {
		return new RepliedTicketBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
