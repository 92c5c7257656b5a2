package io.contacthub.benchmarks.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.context.Client;
import io.contacthub.event.context.EcommerceContextInfo;
import io.contacthub.event.context.Store;
import io.contacthub.event.context.StoreType;
import io.contacthub.event.context.User;
import io.contacthub.event.properties.Classification;
import io.contacthub.event.properties.ViewedProduct;

import org.springframework.data.domain.PageRequest;

/**
 * This library, by the beans of an application that has its starter.
 */
final class OurClient implements CallContender {

	private final StarterApplication application;

	private final CustomerRepository customers;

	private final EventRepository events;

	OurClient(String baseUrl) {
		this.application = new StarterApplication(baseUrl, Map.of());
		this.customers = this.application.customers();
		this.events = this.application.events();
	}

	@Override
	public Object customer(String id) {
		return this.customers.getById(id);
	}

	@Override
	public Object page() {
		return this.customers.findAll(PageRequest.of(0, Documents.PAGE_SIZE));
	}

	@Override
	public Object addEvent(String customerId) {
		return this.events.add(viewedProduct(customerId));
	}

	static Event viewedProduct(String customerId) {
		return Event
			.of(ViewedProduct.builder()
				.id("product-17")
				.sku("SKU-000017")
				.name("Running shoe")
				.price(new BigDecimal("89.95"))
				.category(List.of("shoes", "running"))
				.classifications(List.of(Classification.builder().key("season").value("spring").build()))
				.shortDescription("A light shoe for long ways")
				.linkUrl("https://shop.example.com/products/17")
				.imageUrl("https://shop.example.com/products/17.png")
				.vendor("Example")
				.weight(new BigDecimal("0.75"))
				.build())
			.in(EventContext.ECOMMERCE)
			.withContextInfo(EcommerceContextInfo.builder()
				.client(Client.builder().userAgent("Mozilla/5.0 (X11; Linux x86_64)").ip("203.0.113.17").build())
				.user(User.builder().id("user-17").externalId("account-17").username("francesca17").build())
				.store(Store.builder()
					.id("store-3")
					.name("Example online")
					.type(StoreType.ECOMMERCE)
					.website("https://shop.example.com")
					.build())
				.build())
			.at(Instant.ofEpochMilli(1763655610456L))
			.byCustomerId(customerId);
	}

	@Override
	public void close() {
		this.application.close();
	}

}
