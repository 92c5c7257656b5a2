package io.contacthub.customer;

import java.math.BigDecimal;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A point on the earth.
 *
 * @param lat the latitude in degrees, from -90 to 90
 * @param lon the longitude in degrees, from -180 to 180
 * @param unknown the members that this library does not know
 */
public record Geo(@Nullable BigDecimal lat, @Nullable BigDecimal lon,
		JsonObject unknown) implements ApiObject, GeoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Geo {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GeoBuilder builder() {
		return new GeoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
