package io.contacthub.event.properties;

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
public record Position(@Nullable BigDecimal lat, @Nullable BigDecimal lon,
		JsonObject unknown) implements ApiObject, PositionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Position {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static PositionBuilder builder() {
		return new PositionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
