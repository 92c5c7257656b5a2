package io.contacthub.event.properties;

import java.math.BigDecimal;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about a reward: what the types of events about rewards have
 * in common.
 */
public interface RewardProperties extends EventProperties {

	/**
	 * Return how much it is.
	 * @return how much, not negative, {@code null} when absent
	 */
	@Nullable BigDecimal rewardAmount();

	/**
	 * Return the id of the type of the reward.
	 * @return the id of the type of the reward, {@code null} when absent
	 */
	@Nullable String rewardTypeId();

	/**
	 * Return the type of the reward.
	 * @return the type of the reward, {@code null} when absent
	 */
	@Nullable String rewardType();

	/**
	 * Return what the reward is.
	 * @return what the reward is, {@code null} when absent
	 */
	@Nullable String rewardDescription();

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
