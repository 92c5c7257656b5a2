package io.contacthub.emulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a made-up person did, as events in their order. A story ends where the period
 * does.
 */
final class GeneratedStory {

	private final GeneratedPerson person;

	private final GeneratedShop shop;

	private final GeneratedPeriod period;

	private final Dice dice;

	private final List<ObjectNode> events = new ArrayList<>();

	private Instant now;

	GeneratedStory(GeneratedPerson person, GeneratedShop shop, GeneratedPeriod period, Dice dice) {
		this.person = person;
		this.shop = shop;
		this.period = period;
		this.dice = dice;
		this.now = person.registered();
	}

	/**
	 * Return the events, without id and customer.
	 */
	List<ObjectNode> events() {
		if (this.person.newsletter()) {
			add("formCompiled", "WEB", this.shop.form());
		}
		switch (this.person.habit()) {
			case VISITOR -> visit();
			case READER -> read(this.dice.between(1, 2));
			case BUYER -> buyOnline();
			case SHOPPER -> buyInStore();
			case HESITANT -> abandon();
			case REGULAR -> {
				read(1);
				visit();
				buyOnline();
				ask();
				buyInStore();
				read(1);
			}
		}
		return this.events;
	}

	private void visit() {
		pause(1, 60 * 24 * 20);
		boolean mobile = this.dice.chance(30);
		String context = mobile ? "MOBILE" : "WEB";
		ObjectNode product = this.shop.products().pick(this.dice);
		add("viewedPage", context, this.shop.page(), client(mobile));
		pause(1, 4);
		if (this.dice.chance(30)) {
			add("searched", context, this.shop.search(product));
			pause(1, 4);
		}
		add("viewedProduct", context, product);
	}

	private void read(int campaigns) {
		for (int number = 0; number < campaigns; number++) {
			GeneratedShop.Campaign campaign = this.shop.campaignAfter(this.now);
			if (campaign == null) {
				return;
			}
			this.now = campaign.sent();
			add("campaignSent", "DIGITAL_CAMPAIGN", campaign.properties());
			if (this.dice.chance(60)) {
				pause(5, 60 * 24);
				add("campaignOpened", "DIGITAL_CAMPAIGN", campaign.properties());
				if (this.dice.chance(40)) {
					pause(1, 5);
					add("campaignLinkClicked", "DIGITAL_CAMPAIGN", campaign.link());
				}
			}
		}
	}

	private GeneratedOrder fill(String context) {
		pause(10, 60 * 24 * 20);
		GeneratedOrder order = new GeneratedOrder(orderId());
		int lines = this.dice.chance(70) ? 1 : 2;
		for (int line = 0; line < lines; line++) {
			ObjectNode product = this.shop.products().pick(this.dice);
			int quantity = this.dice.chance(80) ? 1 : 2;
			if (!context.equals("RETAIL")) {
				add("viewedProduct", context, product);
				pause(1, 5);
				add("addedProduct", context, GeneratedProducts.quantity(product, quantity));
				pause(1, 10);
			}
			order.add(product, quantity, this.dice.chance(20));
		}
		return order;
	}

	private void buyOnline() {
		GeneratedOrder order = fill("ECOMMERCE");
		boolean free = this.dice.chance(50);
		ObjectNode properties = order.properties(this.person.country(), new BigDecimal(free ? "0.00" : "4.90"))
			.put("type", "sale")
			.put("paymentMethod", this.dice.chance(50) ? "creditcard" : "paypal")
			.put("shippingMethod", "courier");
		add("completedOrder", "ECOMMERCE", properties, client(false));
		pause(60 * 8, 60 * 24 * 3);
		add("orderShipped", "ECOMMERCE",
				Json.object()
					.put("orderId", order.id())
					.put("carrier", "Example Express")
					.put("trackingCode", "EX" + order.id())
					.put("trackingUrl", "https://tracking.example.com/EX" + order.id())
					.put("packages", 1));
	}

	private void buyInStore() {
		GeneratedOrder order = fill("RETAIL");
		ObjectNode store = this.shop.store(this.person.city());
		ObjectNode properties = order.properties(this.person.country(), new BigDecimal("0.00"))
			.put("type", "sale")
			.put("storeCode", store.path("store").path("id").stringValue())
			.put("paymentMethod", this.dice.chance(60) ? "debitcard" : "cash");
		add("completedOrder", "RETAIL", properties, store);
	}

	private void abandon() {
		GeneratedOrder order = fill("ECOMMERCE");
		pause(60, 120);
		add("abandonedCart", "ECOMMERCE", order.properties(this.person.country(), new BigDecimal("0.00"))
			.put("abandonedCartUrl", GeneratedShop.ADDRESS + "carts/" + order.id()));
	}

	private void ask() {
		pause(60 * 24, 60 * 24 * 3);
		ObjectNode ticket = Json.object()
			.put("ticketId", "T" + this.person.number())
			.put("subject", "Where is my parcel?");
		add("openedTicket", "CONTACT_CENTER", ticket);
		pause(30, 60 * 8);
		add("repliedTicket", "CONTACT_CENTER", ticket);
		pause(30, 60 * 8);
		add("closedTicket", "CONTACT_CENTER", ticket);
	}

	private String orderId() {
		return String.format(Locale.ROOT, "%07d-%d", this.person.number(), this.events.size());
	}

	private @Nullable ObjectNode client(boolean mobile) {
		return this.dice.chance(40) ? this.shop.client(mobile, this.dice) : null;
	}

	private void pause(int least, int most) {
		this.now = this.now.plus(Duration.ofMinutes(this.dice.between(least, most)))
			.plusMillis(this.dice.between(0, 59_999));
	}

	private void add(String type, String context, ObjectNode properties) {
		add(type, context, properties, null);
	}

	private void add(String type, String context, ObjectNode properties, @Nullable ObjectNode contextInfo) {
		if (this.now.isAfter(this.period.end())) {
			return;
		}
		ObjectNode event = Json.object();
		event.put("type", type);
		event.put("context", context);
		event.put("date", DateFormats.write(this.now));
		event.set("properties", properties);
		event.set("contextInfo", contextInfo);
		this.events.add(event);
	}

}
