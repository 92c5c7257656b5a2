package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about a campaign: what the types of events about campaigns
 * have in common.
 */
public interface CampaignProperties extends EventProperties {

	/**
	 * Return the id of the subscriber.
	 * @return the id of the subscriber, {@code null} when absent
	 */
	@Nullable String subscriberId();

	/**
	 * Return the channel.
	 * @return the channel, {@code null} when absent
	 */
	@Nullable Channel channel();

	/**
	 * Return the id of the list.
	 * @return the id of the list, {@code null} when absent
	 */
	@Nullable String listId();

	/**
	 * Return the name of the list.
	 * @return the name of the list, {@code null} when absent
	 */
	@Nullable String listName();

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
