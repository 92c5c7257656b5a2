package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A list of campaigns was subscribed to. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#CAMPAIGN_SUBSCRIBED}.
 *
 * @param subscriberId the id of the subscriber
 * @param listId the id of the list
 * @param listName the name of the list
 * @param channel the channel
 * @param channelType the type of the channel
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record CampaignSubscribed(@Nullable String subscriberId, @Nullable String listId, @Nullable String listName,
		@Nullable Channel channel, @Nullable String channelType, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements CampaignProperties, CampaignSubscribedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CampaignSubscribed {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CampaignSubscribedBuilder builder() {
		return new CampaignSubscribedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
