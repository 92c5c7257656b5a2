package io.contacthub.customer;

import java.time.Instant;

import io.contacthub.json.ApiObject;
import io.contacthub.json.Members;
import io.contacthub.json.Properties;
import io.contacthub.processor.Metamodel;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a node. What ContactHub sets itself is read and never sent:
 * {@code registeredAt}, {@code updatedAt} and {@code sourceInfo}.
 *
 * @param id the id that ContactHub gave the customer, absent before it is stored
 * @param nodeId the node of the customer; set by the repository
 * @param externalId the id of the customer in the application; several customers may have
 * the same
 * @param extra a free text of at most 64 KB
 * @param enabled whether the customer is active
 * @param base the properties that all workspaces share, at most 64 KB
 * @param extended the properties that the workspace defines in its settings, at most 64
 * KB
 * @param consents what the customer has agreed to
 * @param tags the tags
 * @param sourceInfo which sources registered and updated the customer; set by ContactHub
 * @param registeredAt when the customer was registered; set by ContactHub
 * @param updatedAt when the customer was updated last; set by ContactHub
 * @param unknown the members that this library does not know
 */
@Metamodel
public record Customer(@Nullable String id, @Nullable String nodeId, @Nullable String externalId,
		@Nullable String extra, @Nullable Boolean enabled, BaseProperties base, Properties extended, Consents consents,
		Tags tags, SourceInfo sourceInfo, @Nullable Instant registeredAt, @Nullable Instant updatedAt,
		Properties unknown) implements ApiObject, CustomerBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Customer {
		base = Members.object(base, BaseProperties.class);
		extended = Members.properties(extended);
		consents = Members.object(consents, Consents.class);
		tags = Members.object(tags, Tags.class);
		sourceInfo = Members.object(sourceInfo, SourceInfo.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CustomerBuilder builder() {
		return new CustomerBuilder();
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
