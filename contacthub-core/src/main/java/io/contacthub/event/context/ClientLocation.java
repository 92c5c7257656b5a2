package io.contacthub.event.context;

import io.contacthub.event.properties.Position;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Place where a program is.
 *
 * @param city the city
 * @param country the country
 * @param region the region
 * @param province the province
 * @param zip the postal code
 * @param geo where it is
 * @param unknown the members that this library does not know
 */
public record ClientLocation(@Nullable String city, @Nullable String country, @Nullable String region,
		@Nullable String province, @Nullable String zip, Position geo,
		JsonObject unknown) implements ApiObject, ClientLocationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ClientLocation {
		geo = Members.object(geo, Position.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ClientLocationBuilder builder() {
		return new ClientLocationBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
