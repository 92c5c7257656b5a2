package io.contacthub.event.properties;

import java.math.BigDecimal;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Something was searched for. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#SEARCHED}.
 *
 * @param keyword what was searched for
 * @param resultCount how many results there were
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record Searched(@Nullable String keyword, @Nullable BigDecimal resultCount, JsonObject extraProperties,
		JsonObject extended, JsonObject unknown) implements EventProperties, SearchedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Searched {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SearchedBuilder builder() {
		return new SearchedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
