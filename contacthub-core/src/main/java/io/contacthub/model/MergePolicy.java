package io.contacthub.model;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A policy by which the values of equal customers are merged.
 *
 * @param id the id
 * @param label its label
 * @param description its description
 * @param supportedTypes the types of properties that it can be chosen for
 * @param unknown the members that this library does not know
 */
public record MergePolicy(@Nullable String id, @Nullable String label, @Nullable String description,
		List<String> supportedTypes, JsonObject unknown) implements ApiObject, MergePolicyBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public MergePolicy {
		supportedTypes = Members.list(supportedTypes);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static MergePolicyBuilder builder() {
		return new MergePolicyBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
