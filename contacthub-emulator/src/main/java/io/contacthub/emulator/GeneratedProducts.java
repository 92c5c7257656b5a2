package io.contacthub.emulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/**
 * The products that made-up customers look at and buy. They are the same for all seeds,
 * as a shop's are for all its customers.
 */
final class GeneratedProducts {

	private static final String SHOP = "https://shop.example.com/";

	private final List<ObjectNode> products = new ArrayList<>();

	GeneratedProducts(GeneratedNames names) {
		Dice dice = new Dice(0, 0);
		for (String material : names.materials()) {
			for (String product : names.products()) {
				int number = this.products.size() + 1;
				ObjectNode node = Json.object()
					.put("id", "P" + number)
					.put("sku", String.format(Locale.ROOT, "SKU-%05d", number))
					.put("name", material + " " + product)
					.put("price", BigDecimal.valueOf(dice.between(4, 150) * 100L + 90, 2))
					.put("linkUrl", SHOP + "products/" + number)
					.put("imageUrl", SHOP + "images/" + number + ".jpg");
				node.putArray("category").add(product);
				this.products.add(StoredObject.of(node));
			}
		}
	}

	ObjectNode pick(Dice dice) {
		return dice.pick(this.products);
	}

	/**
	 * Return the properties of a product of which there is a number.
	 */
	static ObjectNode quantity(ObjectNode product, int quantity) {
		return Json.object().setAll(product).put("quantity", quantity);
	}

}
