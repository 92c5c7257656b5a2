package io.contacthub.benchmarks.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.NullUnmarked;

/**
 * An event as one writes it by hand, of the one type that one needs.
 *
 * @param customerId as in the document
 * @param type as in the document
 * @param context as in the document
 * @param date as in the document
 * @param properties as in the document
 * @param contextInfo as in the document
 */
@NullUnmarked
public record PlainEvent(String customerId, String type, String context, Instant date, ViewedProduct properties,
		ContextInfo contextInfo) {

	/**
	 * Return an event, made anew as applications make each of theirs.
	 * @param customerId the customer
	 * @return the event of the document
	 */
	public static PlainEvent viewedProduct(String customerId) {
		return new PlainEvent(customerId, "viewedProduct", "ECOMMERCE", Instant.ofEpochMilli(1763655610456L),
				new ViewedProduct("product-17", "SKU-000017", "Running shoe", new BigDecimal("89.95"),
						List.of("shoes", "running"), List.of(new Classification("season", "spring")),
						"A light shoe for long ways", "https://shop.example.com/products/17",
						"https://shop.example.com/products/17.png", "Example", new BigDecimal("0.75")),
				new ContextInfo(new Client("Mozilla/5.0 (X11; Linux x86_64)", "203.0.113.17"),
						new User("user-17", "account-17", "francesca17"),
						new Store("store-3", "Example online", "ECOMMERCE", "https://shop.example.com")));
	}

	private record ViewedProduct(String id, String sku, String name, BigDecimal price, List<String> category,
			List<Classification> classifications, String shortDescription, String linkUrl, String imageUrl,
			String vendor, BigDecimal weight) {

	}

	private record Classification(String key, String value) {

	}

	private record ContextInfo(Client client, User user, Store store) {

	}

	private record Client(String userAgent, String ip) {

	}

	private record User(String id, String externalId, String username) {

	}

	private record Store(String id, String name, String type, String website) {

	}

}
