package io.contacthub.analytics;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Trend of the customers or events of a node, or of the values of events.
 *
 * @param nodeId the id of the node
 * @param values the periods, in their order
 * @param unknown the members that this library does not know
 */
public record Trend(@Nullable String nodeId, List<TrendValue> values,
		JsonObject unknown) implements ApiObject, TrendBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Trend {
		values = Members.list(values);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TrendBuilder builder() {
		return new TrendBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
