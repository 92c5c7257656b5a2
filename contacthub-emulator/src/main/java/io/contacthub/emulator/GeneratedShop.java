package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shop whose customers are made up, with what it has for all of them.
 */
final class GeneratedShop {

	static final String ADDRESS = "https://shop.example.com/";

	private static final List<String> BROWSERS = List.of(
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
			"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
			"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

	private final GeneratedProducts products;

	private final List<Campaign> campaigns = new ArrayList<>();

	private final Map<String, ObjectNode> stores = new ConcurrentHashMap<>();

	private final ObjectNode form = StoredObject
		.of(Json.object().put("formName", "newsletter").put("formId", "newsletter-1"));

	private final ObjectNode page = StoredObject
		.of(Json.object().put("title", "Welcome").put("path", "/").put("url", ADDRESS));

	GeneratedShop(GeneratedNames names, GeneratedPeriod period) {
		this.products = new GeneratedProducts(names);
		Instant sent = period.start().plus(Duration.ofDays(7));
		for (int number = 1; sent.isBefore(period.end()); number++) {
			ObjectNode properties = Json.object()
				.put("campaignId", "N" + number)
				.put("campaignName", "Newsletter " + number)
				.put("campaignSubject", "News of our shop, number " + number)
				.put("listId", "newsletter")
				.put("channel", "EMAIL");
			ObjectNode link = properties.deepCopy().put("linkId", "1").put("linkUrl", ADDRESS + "news/" + number);
			this.campaigns.add(new Campaign(sent, StoredObject.of(properties), StoredObject.of(link)));
			sent = sent.plus(Duration.ofDays(14));
		}
	}

	GeneratedProducts products() {
		return this.products;
	}

	ObjectNode form() {
		return this.form;
	}

	ObjectNode page() {
		return this.page;
	}

	ObjectNode search(ObjectNode product) {
		return Json.object()
			.put("keyword", product.path("category").path(0).stringValue().toLowerCase(Locale.ROOT))
			.put("resultCount", 17);
	}

	/**
	 * Return the next campaign after a time, or null if there is none.
	 */
	@Nullable Campaign campaignAfter(Instant time) {
		for (Campaign campaign : this.campaigns) {
			if (campaign.sent().isAfter(time)) {
				return campaign;
			}
		}
		return null;
	}

	/**
	 * Return what an event in the store of a city says about its context.
	 */
	ObjectNode store(GeneratedCity city) {
		return this.stores.computeIfAbsent(city.name(), (name) -> {
			ObjectNode info = Json.object();
			ObjectNode store = info.putObject("store")
				.put("id", "S-" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", ""))
				.put("name", "Example Shop " + name)
				.put("type", "FLAGSHIP")
				.put("city", name)
				.put("province", city.province())
				.put("region", city.region())
				.put("country", city.country().country());
			store.set("geo", city.geo());
			return StoredObject.of(info);
		});
	}

	/**
	 * Return what an event says about the program of a customer. Addresses are of the
	 * networks for documentation.
	 */
	ObjectNode client(boolean mobile, Dice dice) {
		ObjectNode info = Json.object();
		ObjectNode client = info.putObject("client").put("ip", "203.0.113." + dice.between(1, 254));
		if (mobile) {
			client.put("userAgent", "ExampleShop/4.2 (iOS 18)");
			info.putObject("device")
				.put("bundleIdentifier", "com.example.shop")
				.put("versionNumber", "4.2")
				.put("deviceVendor", "Apple")
				.put("systemVersion", "18.0");
		}
		else {
			client.put("userAgent", dice.pick(BROWSERS));
		}
		return info;
	}

	/**
	 * A campaign, which goes to all who subscribe at the same time.
	 *
	 * @param sent the time
	 * @param properties the properties of its events
	 * @param link the properties of the event of its link
	 */
	record Campaign(Instant sent, ObjectNode properties, ObjectNode link) {
	}

}
