package io.contacthub.samples.desk.shop;

import java.math.BigDecimal;

import io.contacthub.event.properties.ViewedProduct;

/**
 * A product of the shop.
 *
 * @param id the id, which is in its address and in the name of its picture
 * @param sku the stock keeping unit
 * @param name the name, a proper one that no language translates
 * @param description the code of the sentence that describes it
 * @param category the category, in the words of reports
 * @param price the price in euros
 */
record Product(String id, String sku, String name, String description, String category, BigDecimal price) {

	/**
	 * The properties of the event that somebody has looked at it.
	 * @param address the address of its page
	 */
	ViewedProduct viewed(String address) {
		return ViewedProduct.builder()
			.id(this.id)
			.sku(this.sku)
			.name(this.name)
			.category(this.category)
			.price(this.price)
			.linkUrl(address)
			.build();
	}

}
