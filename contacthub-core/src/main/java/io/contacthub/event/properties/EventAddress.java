package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The postal address of a place.
 *
 * @param street the street
 * @param city the city
 * @param country the country
 * @param province the province
 * @param region the region
 * @param zip the postal code
 * @param geo where it is
 * @param unknown the members that this library does not know
 */
public record EventAddress(@Nullable String street, @Nullable String city, @Nullable String country,
		@Nullable String province, @Nullable String region, @Nullable String zip, Position geo,
		JsonObject unknown) implements ApiObject, EventAddressBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EventAddress {
		geo = Members.object(geo, Position.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventAddressBuilder builder() {
		return new EventAddressBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
