package io.contacthub.samples.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as the shop puts it on the topic, in JSON.
 *
 * @param number the number of the order
 * @param customer the number of the customer
 * @param placedAt when it was placed
 * @param payment how it was paid
 * @param total its total
 * @param lines what was ordered
 */
record Order(String number, String customer, Instant placedAt, String payment, BigDecimal total, List<Line> lines) {

	/**
	 * A line of an order.
	 *
	 * @param article the number of the article
	 * @param name its name
	 * @param quantity how many
	 * @param price the price of one
	 */
	record Line(String article, String name, int quantity, BigDecimal price) {

	}

}
