package io.contacthub.analytics;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Distribution of customers or of the values of events over the parts of a whole.
 *
 * @param nodeId the id of the node
 * @param distribution the parts
 * @param unknown the members that this library does not know
 */
public record Distribution(@Nullable String nodeId, List<DistributionPart> distribution,
		JsonObject unknown) implements ApiObject, DistributionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Distribution {
		distribution = Members.list(distribution);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static DistributionBuilder builder() {
		return new DistributionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
