package io.contacthub.event.properties;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about the message of a campaign: what the types of events
 * about messages have in common.
 */
public interface CampaignMessageProperties extends CampaignProperties {

	/**
	 * Return the id of the campaign.
	 * @return the id of the campaign, {@code null} when absent
	 */
	@Nullable String campaignId();

	/**
	 * Return the name of the campaign.
	 * @return the name of the campaign, {@code null} when absent
	 */
	@Nullable String campaignName();

	/**
	 * Return the subject of the campaign.
	 * @return the subject of the campaign, {@code null} when absent
	 */
	@Nullable String campaignSubject();

	/**
	 * Return the tags of the campaign.
	 * @return the tags of the campaign, empty when absent
	 */
	List<String> campaignTags();

	/**
	 * Return the domain of the mail address.
	 * @return the domain of the mail address, {@code null} when absent
	 */
	@Nullable String mailDomain();

	/**
	 * Return the recipient.
	 * @return the recipient, {@code null} when absent
	 */
	@Nullable String recipient();

	/**
	 * Return the id of an immediate sending.
	 * @return the id of an immediate sending, {@code null} when absent
	 */
	@Nullable String sendImmediateId();

	/**
	 * Return the id of the user database.
	 * @return the id of the user database, {@code null} when absent
	 */
	@Nullable Integer userdbId();

}
