package io.contacthub.benchmarks.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.NullUnmarked;

/**
 * An event for Gson: the same members as
 * {@link io.contacthub.benchmarks.json.PlainEvent}.
 */
@NullUnmarked
final class GsonEvent {

	String customerId;

	String type;

	String context;

	Instant date;

	ViewedProduct properties;

	ContextInfo contextInfo;

	static GsonEvent viewedProduct(String customerId) {
		GsonEvent event = new GsonEvent();
		event.customerId = customerId;
		event.type = "viewedProduct";
		event.context = "ECOMMERCE";
		event.date = Instant.ofEpochMilli(1763655610456L);
		event.properties = product();
		event.contextInfo = new ContextInfo();
		event.contextInfo.client = new Client();
		event.contextInfo.client.userAgent = "Mozilla/5.0 (X11; Linux x86_64)";
		event.contextInfo.client.ip = "203.0.113.17";
		event.contextInfo.user = new User();
		event.contextInfo.user.id = "user-17";
		event.contextInfo.user.externalId = "account-17";
		event.contextInfo.user.username = "francesca17";
		event.contextInfo.store = new Store();
		event.contextInfo.store.id = "store-3";
		event.contextInfo.store.name = "Example online";
		event.contextInfo.store.type = "ECOMMERCE";
		event.contextInfo.store.website = "https://shop.example.com";
		return event;
	}

	private static ViewedProduct product() {
		ViewedProduct product = new ViewedProduct();
		product.id = "product-17";
		product.sku = "SKU-000017";
		product.name = "Running shoe";
		product.price = new BigDecimal("89.95");
		product.category = List.of("shoes", "running");
		Classification classification = new Classification();
		classification.key = "season";
		classification.value = "spring";
		product.classifications = List.of(classification);
		product.shortDescription = "A light shoe for long ways";
		product.linkUrl = "https://shop.example.com/products/17";
		product.imageUrl = "https://shop.example.com/products/17.png";
		product.vendor = "Example";
		product.weight = new BigDecimal("0.75");
		return product;
	}

	private static final class ViewedProduct {

		String id;

		String sku;

		String name;

		BigDecimal price;

		List<String> category;

		List<Classification> classifications;

		String shortDescription;

		String linkUrl;

		String imageUrl;

		String vendor;

		BigDecimal weight;

	}

	private static final class Classification {

		String key;

		String value;

	}

	private static final class ContextInfo {

		Client client;

		User user;

		Store store;

	}

	private static final class Client {

		String userAgent;

		String ip;

	}

	private static final class User {

		String id;

		String externalId;

		String username;

	}

	private static final class Store {

		String id;

		String name;

		String type;

		String website;

	}

}
