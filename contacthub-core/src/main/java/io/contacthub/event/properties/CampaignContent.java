package io.contacthub.event.properties;

import java.math.BigDecimal;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What the message of a campaign held.
 *
 * @param type the type
 * @param subType the subtype
 * @param name the name
 * @param description what it is
 * @param url the address
 * @param imgUrl the address of a picture
 * @param price the price
 * @param currency the currency
 * @param tags the tags
 * @param products the products
 * @param unknown the members that this library does not know
 */
public record CampaignContent(@Nullable ContentType type, @Nullable String subType, @Nullable String name,
		@Nullable String description, @Nullable String url, @Nullable String imgUrl, @Nullable BigDecimal price,
		@Nullable String currency, List<String> tags, List<ContentProduct> products,
		JsonObject unknown) implements ApiObject, CampaignContentBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CampaignContent {
		tags = Members.list(tags);
		products = Members.list(products);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CampaignContentBuilder builder() {
		return new CampaignContentBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
