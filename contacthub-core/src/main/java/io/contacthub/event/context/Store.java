package io.contacthub.event.context;

import io.contacthub.event.properties.Position;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A store.
 *
 * @param id the id
 * @param name the name
 * @param type what it is
 * @param street the street
 * @param city the city
 * @param country the country
 * @param province the province
 * @param region the region
 * @param zip the postal code
 * @param geo where it is
 * @param website the address of the web site
 * @param unknown the members that this library does not know
 */
public record Store(@Nullable String id, @Nullable String name, @Nullable StoreType type, @Nullable String street,
		@Nullable String city, @Nullable String country, @Nullable String province, @Nullable String region,
		@Nullable String zip, Position geo, @Nullable String website,
		JsonObject unknown) implements ApiObject, StoreBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Store {
		geo = Members.object(geo, Position.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static StoreBuilder builder() {
		return new StoreBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
