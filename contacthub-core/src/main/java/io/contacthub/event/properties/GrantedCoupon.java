package io.contacthub.event.properties;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.processor.Required;
import org.jspecify.annotations.Nullable;

/**
 * A coupon was granted. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#GRANTED_COUPON}.
 *
 * @param totalAmount how much, not negative; required
 * @param startValidityDate from when on it is valid; required
 * @param code the code
 * @param status the status
 * @param type the type
 * @param campaignId the id of the campaign
 * @param campaignName the name of the campaign
 * @param campaignDescription what the campaign is
 * @param redeemDate when it was redeemed
 * @param redemptionDate until when it can be redeemed
 * @param redeemedAmount how much was redeemed, not negative
 * @param remainingAmount how much remains, not negative
 * @param deliveryChannel the channel by which it came
 * @param deliveryMedium the medium by which it came
 * @param category the category
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record GrantedCoupon(@Required @Nullable BigDecimal totalAmount, @Required @Nullable Instant startValidityDate,
		@Nullable String code, @Nullable String status, @Nullable String type, @Nullable String campaignId,
		@Nullable String campaignName, @Nullable String campaignDescription, @Nullable Instant redeemDate,
		@Nullable Instant redemptionDate, @Nullable BigDecimal redeemedAmount, @Nullable BigDecimal remainingAmount,
		CouponDelivery deliveryChannel, CouponDelivery deliveryMedium, List<String> category,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, GrantedCouponBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public GrantedCoupon {
		deliveryChannel = Members.object(deliveryChannel, CouponDelivery.class);
		deliveryMedium = Members.object(deliveryMedium, CouponDelivery.class);
		category = Members.list(category);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GrantedCouponBuilder builder() {
		return new GrantedCouponBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
