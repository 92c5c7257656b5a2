package io.contacthub.customer;

import java.time.Instant;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one source has described it.
 *
 * @param id the id of the source
 * @param nodeId the node of the customer
 * @param externalId the id of the customer in the application
 * @param extra a free text
 * @param enabled whether the customer is active
 * @param base the properties that all workspaces share
 * @param extended the properties that the workspace defines
 * @param consents what the customer has agreed to
 * @param tags the tags
 * @param registeredAt when the source registered the customer
 * @param updatedAt when the source updated the customer last
 * @param unknown the members that this library does not know
 */
public record CustomerSource(@Nullable String id, @Nullable String nodeId, @Nullable String externalId,
		@Nullable String extra, @Nullable Boolean enabled, BaseProperties base, JsonObject extended, Consents consents,
		Tags tags, @Nullable Instant registeredAt, @Nullable Instant updatedAt,
		JsonObject unknown) implements ApiObject, CustomerSourceBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public CustomerSource {
		base = Members.object(base, BaseProperties.class);
		extended = Members.properties(extended);
		consents = Members.object(consents, Consents.class);
		tags = Members.object(tags, Tags.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CustomerSourceBuilder builder() {
		return new CustomerSourceBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
