package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * An order was completed. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#COMPLETED_ORDER}.
 *
 * @param orderId the id of the order
 * @param type whether it is a sale, a return or both
 * @param storeCode the code of the store
 * @param paymentMethod how it was paid
 * @param shippingMethod how it is shipped
 * @param amount the amounts
 * @param products the products
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record CompletedOrder(@Nullable String orderId, @Nullable OrderType type, @Nullable String storeCode,
		@Nullable PaymentMethod paymentMethod, @Nullable String shippingMethod, Amount amount, List<OrderLine> products,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, CompletedOrderBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CompletedOrder {
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
	public static CompletedOrderBuilder builder() {
		return new CompletedOrderBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
