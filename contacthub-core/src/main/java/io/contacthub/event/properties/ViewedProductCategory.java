package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A category of products was viewed. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#VIEWED_PRODUCT_CATEGORY}.
 *
 * @param category the category
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record ViewedProductCategory(@Nullable String category, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, ViewedProductCategoryBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ViewedProductCategory {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ViewedProductCategoryBuilder builder() {
		return new ViewedProductCategoryBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
