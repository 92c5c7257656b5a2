package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A classification of a product.
 *
 * @param key the key
 * @param value the value
 * @param unknown the members that this library does not know
 */
public record Classification(@Nullable String key, @Nullable String value,
		JsonObject unknown) implements ApiObject, ClassificationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Classification {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ClassificationBuilder builder() {
		return new ClassificationBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
