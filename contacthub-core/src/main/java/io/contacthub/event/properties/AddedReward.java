package io.contacthub.event.properties;

import java.math.BigDecimal;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.processor.Required;
import org.jspecify.annotations.Nullable;

/**
 * A reward was added. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#ADDED_REWARD}.
 *
 * @param rewardAmount how much, not negative; required
 * @param rewardTypeId the id of the type of the reward; required
 * @param rewardType the type of the reward
 * @param rewardDescription what the reward is
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record AddedReward(@Required @Nullable BigDecimal rewardAmount, @Required @Nullable String rewardTypeId,
		@Nullable String rewardType, @Nullable String rewardDescription, JsonObject extraProperties,
		JsonObject extended, JsonObject unknown) implements RewardProperties, AddedRewardBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AddedReward {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AddedRewardBuilder builder() {
		return new AddedRewardBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
