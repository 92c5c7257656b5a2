package io.contacthub.analytics;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the events of an {@link AnalyticsQuery}: those with a value in a field.
 *
 * @param fieldPath the path of the field, which begins at the event, such as {@code
 * properties.storeCode}
 * @param value the value, always as a text
 * @param unknown the members that this library does not know
 */
public record AnalyticsQueryFilter(@Nullable String fieldPath, @Nullable String value,
		JsonObject unknown) implements ApiObject, AnalyticsQueryFilterBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AnalyticsQueryFilter {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AnalyticsQueryFilterBuilder builder() {
		return new AnalyticsQueryFilterBuilder();
	}

	/**
	 * Return the filter of the events with a value in a field.
	 * @param fieldPath the path of the field, which begins at the event
	 * @param value the value, always as a text
	 * @return a filter
	 */
	public static AnalyticsQueryFilter of(String fieldPath, String value) {
		return builder().fieldPath(fieldPath).value(value).build();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
