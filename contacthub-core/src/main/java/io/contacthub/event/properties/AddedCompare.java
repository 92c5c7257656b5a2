package io.contacthub.event.properties;

import java.math.BigDecimal;
import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A product was added to a comparison. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#ADDED_COMPARE}.
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
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record AddedCompare(@Nullable String id, @Nullable String sku, @Nullable String name, @Nullable BigDecimal price,
		List<String> category, List<Classification> classifications, @Nullable String shortDescription,
		@Nullable String linkUrl, @Nullable String imageUrl, @Nullable String vendor, @Nullable BigDecimal weight,
		@Nullable BigDecimal itemQuantity, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements ProductProperties, AddedCompareBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AddedCompare {
		category = Members.list(category);
		classifications = Members.list(classifications);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AddedCompareBuilder builder() {
		return new AddedCompareBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
