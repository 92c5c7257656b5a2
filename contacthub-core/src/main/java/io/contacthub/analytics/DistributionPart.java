package io.contacthub.analytics;

import java.math.BigDecimal;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Part of a distribution. It has a value, or parts of its own where the distribution goes
 * by two fields.
 *
 * @param name the value of the field that all of the part have, as ContactHub calls it
 * @param value the number of the part
 * @param distribution the parts of the part
 * @param unknown the members that this library does not know
 */
public record DistributionPart(@Nullable String name, @Nullable BigDecimal value, List<DistributionPart> distribution,
		JsonObject unknown) implements ApiObject, DistributionPartBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public DistributionPart {
		distribution = Members.list(distribution);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static DistributionPartBuilder builder() {
		return new DistributionPartBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
