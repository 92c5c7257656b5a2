package io.contacthub.event.context;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of a store. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record StoreType(String value) implements OpenValue {

	/**
	 * In an airport.
	 */
	public static final StoreType AIRPORT = new StoreType("AIRPORT");

	/**
	 * A web shop.
	 */
	public static final StoreType ECOMMERCE = new StoreType("ECOMMERCE");

	/**
	 * A flagship store.
	 */
	public static final StoreType FLAGSHIP = new StoreType("FLAGSHIP");

	/**
	 * A store in a building of its own.
	 */
	public static final StoreType FREE_STANDING = new StoreType("FREE-STANDING");

	/**
	 * In a mall.
	 */
	public static final StoreType MALL = new StoreType("MALL");

	/**
	 * An outlet.
	 */
	public static final StoreType OUTLET = new StoreType("OUTLET");

	/**
	 * In a resort.
	 */
	public static final StoreType RESORT = new StoreType("RESORT");

	/**
	 * A shop in a shop.
	 */
	public static final StoreType SIS = new StoreType("SIS");

	/**
	 * A warehouse.
	 */
	public static final StoreType WAREHOUSE = new StoreType("WAREHOUSE");

	/**
	 * Not defined.
	 */
	public static final StoreType NOT_DEFINED = new StoreType("NOT-DEFINED");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public StoreType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static StoreType of(String value) {
		return new StoreType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
