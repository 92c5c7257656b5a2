package io.contacthub.event.properties;

import java.math.BigDecimal;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A product in the message of a campaign.
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
 * @param unknown the members that this library does not know
 */
public record ContentProduct(@Nullable String id, @Nullable String sku, @Nullable String name,
		@Nullable BigDecimal price, List<String> category, List<Classification> classifications,
		@Nullable String shortDescription, @Nullable String linkUrl, @Nullable String imageUrl, @Nullable String vendor,
		@Nullable BigDecimal weight, @Nullable BigDecimal itemQuantity, JsonObject extraProperties,
		JsonObject unknown) implements ApiObject, ContentProductBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ContentProduct {
		category = Members.list(category);
		classifications = Members.list(classifications);
		extraProperties = Members.properties(extraProperties);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ContentProductBuilder builder() {
		return new ContentProductBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
