package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about a ticket of the help desk: what the types of events
 * about tickets have in common.
 */
public interface TicketProperties extends EventProperties {

	/**
	 * Return the id of the ticket.
	 * @return the id of the ticket, {@code null} when absent
	 */
	@Nullable String ticketId();

	/**
	 * Return the subject.
	 * @return the subject, {@code null} when absent
	 */
	@Nullable String subject();

	/**
	 * Return the text.
	 * @return the text, {@code null} when absent
	 */
	@Nullable String text();

	/**
	 * Return the category.
	 * @return the category, empty when absent
	 */
	List<String> category();

	/**
	 * Return further properties, of any name.
	 * @return further properties, of any name, empty when absent
	 */
	JsonObject extraProperties();

	/**
	 * Return properties that the workspace defines.
	 * @return properties that the workspace defines, empty when absent
	 */
	JsonObject extended();

}
