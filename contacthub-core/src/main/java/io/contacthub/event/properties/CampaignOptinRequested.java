package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The consent to campaigns was requested. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#CAMPAIGN_OPTIN_REQUESTED}.
 *
 * @param subscriberId the id of the subscriber
 * @param listId the id of the list
 * @param listName the name of the list
 * @param channel the channel
 * @param invitationChannel the channel of the invitation
 * @param channelType the type of the channel
 * @param invitationChannelType the type of the channel of the invitation
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record CampaignOptinRequested(@Nullable String subscriberId, @Nullable String listId, @Nullable String listName,
		@Nullable Channel channel, @Nullable Channel invitationChannel, @Nullable String channelType,
		@Nullable String invitationChannelType, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements CampaignProperties, CampaignOptinRequestedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CampaignOptinRequested {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CampaignOptinRequestedBuilder builder() {
		return new CampaignOptinRequestedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
