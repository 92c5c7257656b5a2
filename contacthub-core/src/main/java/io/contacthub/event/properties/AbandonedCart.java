package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A cart was abandoned. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#ABANDONED_CART}.
 *
 * @param orderId the id of the order
 * @param abandonedCartUrl the address of the cart
 * @param storeCode the code of the store
 * @param amount the amounts
 * @param products the products
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record AbandonedCart(@Nullable String orderId, @Nullable String abandonedCartUrl, @Nullable String storeCode,
		Amount amount, List<OrderLine> products, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, AbandonedCartBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AbandonedCart {
		amount = Members.object(amount, Amount.class);
		products = Members.list(products);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AbandonedCartBuilder builder() {
		return new AbandonedCartBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
