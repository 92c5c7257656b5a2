package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Way in which a coupon came to the customer.
 *
 * @param id the id
 * @param name the name
 * @param description what it is
 * @param unknown the members that this library does not know
 */
public record CouponDelivery(@Nullable String id, @Nullable String name, @Nullable String description,
		JsonObject unknown) implements ApiObject, CouponDeliveryBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CouponDelivery {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CouponDeliveryBuilder builder() {
		return new CouponDeliveryBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
