package io.contacthub.analytics;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Customers or events of a node, by the source that they came from.
 *
 * @param nodeId the id of the node
 * @param values the numbers, one for each source
 * @param unknown the members that this library does not know
 */
public record SourceDistribution(@Nullable String nodeId, List<SourceCount> values,
		JsonObject unknown) implements ApiObject, SourceDistributionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SourceDistribution {
		values = Members.list(values);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SourceDistributionBuilder builder() {
		return new SourceDistributionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
