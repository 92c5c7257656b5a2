package io.contacthub.event.properties;

import java.math.BigDecimal;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order or a cart.
 *
 * @param id the id
 * @param sku the stock keeping unit
 * @param name the name
 * @param price the price
 * @param category the category
 * @param classifications further classifications
 * @param shortDescription a short description
 * @param linkUrl the address of the link
 * @param imageUrl the address of a picture
 * @param vendor the vendor
 * @param weight the weight
 * @param itemQuantity how many pieces one item has
 * @param quantity how many
 * @param subtotal the price of the line
 * @param discount the discount
 * @param tax the tax
 * @param coupon the coupon
 * @param type the type
 * @param orderLineId the number of the line
 * @param unitOfMeasure the unit of the quantity
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record OrderLine(@Nullable String id, @Nullable String sku, @Nullable String name, @Nullable BigDecimal price,
		List<String> category, List<Classification> classifications, @Nullable String shortDescription,
		@Nullable String linkUrl, @Nullable String imageUrl, @Nullable String vendor, @Nullable BigDecimal weight,
		@Nullable BigDecimal itemQuantity, @Nullable BigDecimal quantity, @Nullable BigDecimal subtotal,
		@Nullable BigDecimal discount, @Nullable BigDecimal tax, @Nullable String coupon, @Nullable LineType type,
		@Nullable Integer orderLineId, @Nullable String unitOfMeasure, JsonObject extended,
		JsonObject unknown) implements ApiObject, OrderLineBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public OrderLine {
		category = Members.list(category);
		classifications = Members.list(classifications);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static OrderLineBuilder builder() {
		return new OrderLineBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
