package io.contacthub.customer;

import java.time.Instant;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer likes.
 *
 * @param id the id, chosen by the application and required
 * @param category its category
 * @param name its name
 * @param createdTime since when
 * @param unknown the members that this library does not know
 */
public record Like(@Nullable String id, @Nullable String category, @Nullable String name, @Nullable Instant createdTime,
		JsonObject unknown) implements ApiObject, LikeBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Like {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static LikeBuilder builder() {
		return new LikeBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
