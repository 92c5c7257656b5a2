package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The recipient of a campaign was blacklisted. These are the properties of events of the
 * type {@link io.contacthub.event.EventType#CAMPAIGN_BLACKLISTED}.
 *
 * @param subscriberId the id of the subscriber
 * @param campaignId the id of the campaign
 * @param campaignName the name of the campaign
 * @param campaignSubject the subject of the campaign
 * @param campaignTags the tags of the campaign
 * @param channel the channel
 * @param listId the id of the list
 * @param listName the name of the list
 * @param mailDomain the domain of the mail address
 * @param recipient the recipient
 * @param sendImmediateId the id of an immediate sending
 * @param userdbId the id of the user database
 * @param isWirelessDevice 1 for a wireless device, else 0
 * @param isMobile 1 for a mobile phone, else 0
 * @param isTablet 1 for a tablet, else 0
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record CampaignBlacklisted(@Nullable String subscriberId, @Nullable String campaignId,
		@Nullable String campaignName, @Nullable String campaignSubject, List<String> campaignTags,
		@Nullable Channel channel, @Nullable String listId, @Nullable String listName, @Nullable String mailDomain,
		@Nullable String recipient, @Nullable String sendImmediateId, @Nullable Integer userdbId,
		@Nullable Integer isWirelessDevice, @Nullable Integer isMobile, @Nullable Integer isTablet,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements CampaignMessageProperties, CampaignBlacklistedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CampaignBlacklisted {
		campaignTags = Members.list(campaignTags);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CampaignBlacklistedBuilder builder() {
		return new CampaignBlacklistedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
