package io.contacthub.samples.desk.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * What the shop sells.
 */
@Component
class Catalogue {

	private final List<Product> products = List.of(
			new Product("moka", "MK-3", "Moka Aurora", "shop.product.moka", "brewing", new BigDecimal("34.90")),
			new Product("beans", "CF-250", "Miscela Navigli", "shop.product.beans", "coffee", new BigDecimal("12.50")),
			new Product("cups", "CP-2", "Tazzina Duomo", "shop.product.cups", "cups", new BigDecimal("22.00")),
			new Product("grinder", "GR-1", "Macinino Brera", "shop.product.grinder", "brewing",
					new BigDecimal("89.00")));

	List<Product> products() {
		return this.products;
	}

	Optional<Product> find(String id) {
		return this.products.stream().filter((product) -> product.id().equals(id)).findFirst();
	}

}
