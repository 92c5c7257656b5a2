package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of a place. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record LocationType(String value) implements OpenValue {

	/**
	 * A store.
	 */
	public static final LocationType STORE = new LocationType("STORE");

	/**
	 * A venue.
	 */
	public static final LocationType VENUE = new LocationType("VENUE");

	/**
	 * A stadium.
	 */
	public static final LocationType STADIUM = new LocationType("STADIUM");

	/**
	 * A museum.
	 */
	public static final LocationType MUSEUM = new LocationType("MUSEUM");

	/**
	 * Headquarters.
	 */
	public static final LocationType HEADQUARTERS = new LocationType("HEADQUARTERS");

	/**
	 * A palace.
	 */
	public static final LocationType PALACE = new LocationType("PALACE");

	/**
	 * A club.
	 */
	public static final LocationType CLUB = new LocationType("CLUB");

	/**
	 * A room.
	 */
	public static final LocationType ROOM = new LocationType("ROOM");

	/**
	 * Any other.
	 */
	public static final LocationType OTHER = new LocationType("OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LocationType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static LocationType of(String value) {
		return new LocationType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
