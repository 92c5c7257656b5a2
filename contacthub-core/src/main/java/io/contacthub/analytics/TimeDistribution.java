package io.contacthub.analytics;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Customers or events of a node, by a part of time.
 *
 * @param nodeId the id of the node
 * @param values the numbers, one for each part of time
 * @param unknown the members that this library does not know
 */
public record TimeDistribution(@Nullable String nodeId, List<TimeCount> values,
		JsonObject unknown) implements ApiObject, TimeDistributionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public TimeDistribution {
		values = Members.list(values);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TimeDistributionBuilder builder() {
		return new TimeDistributionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
