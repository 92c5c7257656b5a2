package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param street the street, with the number
 * @param city the city
 * @param country the country
 * @param region the region
 * @param province the province
 * @param zip the postal code
 * @param geo where it is
 * @param unknown the members that this library does not know
 */
public record Address(@Nullable String street, @Nullable String city, @Nullable String country, @Nullable String region,
		@Nullable String province, @Nullable String zip, Geo geo,
		JsonObject unknown) implements ApiObject, AddressBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Address {
		geo = Members.object(geo, Geo.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AddressBuilder builder() {
		return new AddressBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
