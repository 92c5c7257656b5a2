package io.contacthub.event.properties;

import java.math.BigDecimal;
import java.util.List;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about one product: what the types of events about products
 * have in common.
 */
public interface ProductProperties extends EventProperties {

	/**
	 * Return the id.
	 * @return the id, {@code null} when absent
	 */
	@Nullable String id();

	/**
	 * Return the stock keeping unit.
	 * @return the stock keeping unit, {@code null} when absent
	 */
	@Nullable String sku();

	/**
	 * Return the name.
	 * @return the name, {@code null} when absent
	 */
	@Nullable String name();

	/**
	 * Return the price.
	 * @return the price, {@code null} when absent
	 */
	@Nullable BigDecimal price();

	/**
	 * Return the category.
	 * @return the category, empty when absent
	 */
	List<String> category();

	/**
	 * Return further classifications.
	 * @return further classifications, empty when absent
	 */
	List<Classification> classifications();

	/**
	 * Return a short description.
	 * @return a short description, {@code null} when absent
	 */
	@Nullable String shortDescription();

	/**
	 * Return the address of the link.
	 * @return the address of the link, {@code null} when absent
	 */
	@Nullable String linkUrl();

	/**
	 * Return the address of a picture.
	 * @return the address of a picture, {@code null} when absent
	 */
	@Nullable String imageUrl();

	/**
	 * Return further properties, of any name.
	 * @return further properties, of any name, empty when absent
	 */
	JsonObject extraProperties();

	/**
	 * Return properties that the workspace defines.
	 * @return properties that the workspace defines, empty when absent
	 */
	JsonObject extended();

}
