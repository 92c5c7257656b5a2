package io.contacthub.analytics;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Number of customers or events of a part of time.
 *
 * @param time the part of time, such as an hour or the day of a week, as ContactHub calls
 * it
 * @param count how many
 * @param unknown the members that this library does not know
 */
public record TimeCount(@Nullable String time, @Nullable Long count,
		JsonObject unknown) implements ApiObject, TimeCountBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public TimeCount {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TimeCountBuilder builder() {
		return new TimeCountBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
