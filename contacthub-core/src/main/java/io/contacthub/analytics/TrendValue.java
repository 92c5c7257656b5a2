package io.contacthub.analytics;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What a trend says of one period.
 *
 * @param time the period, such as {@code 2016-01}, as ContactHub calls it
 * @param added what came in the period
 * @param lost what went in the period; customers only
 * @param total what there is at the end of the period
 * @param unknown the members that this library does not know
 */
public record TrendValue(@Nullable String time, @JsonProperty("new") @Nullable BigDecimal added,
		@Nullable BigDecimal lost, @Nullable BigDecimal total,
		JsonObject unknown) implements ApiObject, TrendValueBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public TrendValue {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TrendValueBuilder builder() {
		return new TrendValueBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
