package io.contacthub.emulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order whose amounts are the sums of its lines.
 */
final class GeneratedOrder {

	private static final BigDecimal TAX = new BigDecimal("0.22");

	private static final BigDecimal DISCOUNT = new BigDecimal("0.10");

	private final String id;

	private final ArrayNode lines = Json.array();

	private BigDecimal revenue = BigDecimal.ZERO;

	private BigDecimal discount = BigDecimal.ZERO;

	private BigDecimal tax = BigDecimal.ZERO;

	GeneratedOrder(String id) {
		this.id = id;
	}

	String id() {
		return this.id;
	}

	void add(ObjectNode product, int quantity, boolean reduced) {
		BigDecimal subtotal = product.path("price").decimalValue().multiply(BigDecimal.valueOf(quantity));
		BigDecimal lineDiscount = reduced ? round(subtotal.multiply(DISCOUNT)) : new BigDecimal("0.00");
		BigDecimal lineTax = round(subtotal.subtract(lineDiscount).multiply(TAX));
		this.revenue = this.revenue.add(subtotal);
		this.discount = this.discount.add(lineDiscount);
		this.tax = this.tax.add(lineTax);
		this.lines.add(GeneratedProducts.quantity(product, quantity)
			.put("type", "sale")
			.put("subtotal", subtotal)
			.put("discount", lineDiscount)
			.put("tax", lineTax));
	}

	private static BigDecimal round(BigDecimal amount) {
		return amount.setScale(2, RoundingMode.HALF_UP);
	}

	/**
	 * Return the properties that order and cart have in common.
	 */
	ObjectNode properties(GeneratedCountry country, BigDecimal shipping) {
		ObjectNode properties = Json.object().put("orderId", this.id);
		ObjectNode amount = properties.putObject("amount")
			.put("total", this.revenue.add(shipping).add(this.tax).subtract(this.discount))
			.put("revenue", this.revenue)
			.put("shipping", shipping)
			.put("tax", this.tax)
			.put("discount", this.discount);
		amount.putObject("local")
			.put("currency", country.currency())
			.put("exchangeRate", country.currency().equals("EUR") ? BigDecimal.ONE : new BigDecimal("0.85"));
		properties.set("products", this.lines);
		return properties;
	}

}
