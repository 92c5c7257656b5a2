package io.contacthub.analytics;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Number of customers or events of a source.
 *
 * @param sourceId the id of the source
 * @param count how many
 * @param unknown the members that this library does not know
 */
public record SourceCount(@Nullable String sourceId, @Nullable Long count,
		JsonObject unknown) implements ApiObject, SourceCountBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SourceCount {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SourceCountBuilder builder() {
		return new SourceCountBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
