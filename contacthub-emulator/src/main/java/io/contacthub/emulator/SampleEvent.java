package io.contacthub.emulator;

import java.math.BigDecimal;
import java.util.function.ObjIntConsumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Events that made-up customers have.
 */
enum SampleEvent {

	PAGE("viewedPage", "WEB",
			(properties, number) -> properties.put("title", "Page " + number)
				.put("url", "https://shop.example.com/pages/" + number)),

	PRODUCT("viewedProduct", "ECOMMERCE", SampleEvent::product),

	CART("addedProduct", "ECOMMERCE", (properties, number) -> {
		product(properties, number);
		properties.put("quantity", 1 + number % 3);
	}),

	ORDER("completedOrder", "ECOMMERCE", SampleEvent::order),

	PURCHASE("completedOrder", "RETAIL", SampleEvent::order),

	CAMPAIGN("campaignSent", "DIGITAL_CAMPAIGN", SampleEvent::campaign),

	OPENED("campaignOpened", "DIGITAL_CAMPAIGN", SampleEvent::campaign),

	FORM("formCompiled", "WEB",
			(properties, number) -> properties.put("formName", "newsletter").put("formId", "form-" + number)),

	LOGIN("loggedIn", "MOBILE", (properties, number) -> {
	}),

	TICKET("openedTicket", "CONTACT_CENTER",
			(properties, number) -> properties.put("ticketId", "T" + number).put("subject", "Where is my parcel?"));

	private final String type;

	private final String context;

	private final ObjIntConsumer<ObjectNode> properties;

	SampleEvent(String type, String context, ObjIntConsumer<ObjectNode> properties) {
		this.type = type;
		this.context = context;
		this.properties = properties;
	}

	ObjectNode body(int number) {
		ObjectNode body = Json.object().put("type", this.type).put("context", this.context);
		this.properties.accept(body.putObject("properties"), number);
		return body;
	}

	private static void product(ObjectNode properties, int number) {
		properties.put("id", "P" + number)
			.put("sku", "SKU-" + number)
			.put("name", "Product " + number)
			.put("price", BigDecimal.valueOf(999 + 250L * number, 2));
	}

	private static void order(ObjectNode properties, int number) {
		properties.put("orderId", "O" + (1000 + number)).put("type", "sale");
		ObjectNode line = properties.putArray("products").addObject();
		product(line, number);
		line.put("type", "sale").put("quantity", 1);
		properties.putObject("amount").set("total", line.get("price"));
	}

	private static void campaign(ObjectNode properties, int number) {
		properties.put("campaignId", "N" + number)
			.put("campaignName", "Newsletter " + number)
			.put("campaignSubject", "News of week " + number)
			.put("channel", "EMAIL");
	}

}
