package io.contacthub.analytics;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Field by which an {@link AnalyticsQuery} tells the parts of a distribution apart.
 *
 * @param entity whose field it is
 * @param path the path of the field, which begins at the event or at the customer, such
 * as {@code base.contacts.email}
 * @param unknown the members that this library does not know
 */
public record DistributionField(@Nullable DistributionEntity entity, @Nullable String path,
		JsonObject unknown) implements ApiObject, DistributionFieldBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public DistributionField {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static DistributionFieldBuilder builder() {
		return new DistributionFieldBuilder();
	}

	/**
	 * Return a field of the events.
	 * @param path its path, which begins at the event, such as
	 * {@code properties.storeCode}
	 * @return the field
	 */
	public static DistributionField ofEvent(String path) {
		return builder().entity(DistributionEntity.EVENT).path(path).build();
	}

	/**
	 * Return a field of the customers whose events they are.
	 * @param path its path, which begins at the customer, such as {@code base.gender}
	 * @return the field
	 */
	public static DistributionField ofCustomer(String path) {
		return builder().entity(DistributionEntity.CUSTOMER).path(path).build();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
