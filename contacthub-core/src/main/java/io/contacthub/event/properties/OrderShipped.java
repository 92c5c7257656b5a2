package io.contacthub.event.properties;

import java.math.BigDecimal;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * An order was shipped. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#ORDER_SHIPPED}.
 *
 * @param orderId the id of the order
 * @param type the type
 * @param carrier who ships
 * @param trackingCode the code by which the parcel is tracked
 * @param trackingUrl the address at which the parcel is tracked
 * @param weight the weight
 * @param packages how many parcels
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record OrderShipped(@Nullable String orderId, @Nullable String type, @Nullable String carrier,
		@Nullable String trackingCode, @Nullable String trackingUrl, @Nullable BigDecimal weight,
		@Nullable Integer packages, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, OrderShippedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public OrderShipped {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static OrderShippedBuilder builder() {
		return new OrderShippedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
