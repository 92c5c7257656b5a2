package io.contacthub.analytics;

import java.math.BigDecimal;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Number that a query gave.
 *
 * @param nodeId the id of the node
 * @param value the number
 * @param unknown the members that this library does not know
 */
public record NumericValue(@Nullable String nodeId, @Nullable BigDecimal value,
		JsonObject unknown) implements ApiObject, NumericValueBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public NumericValue {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static NumericValueBuilder builder() {
		return new NumericValueBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
