package io.contacthub.journey;

import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.PageRequest;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.CONSENTS;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said in short, on the emulator.
 */
@DisplayName("In short one can")
class ShortcutJourneyTests extends JourneyTests {

	private final CustomerRepository customers = node.customers();

	@Test
	@DisplayName("delete, and tag, all that a query finds, while the list shrinks")
	void walk() {
		for (int i = 0; i < 170; i++) {
			this.customers
				.insert(Map.of("externalId", "e" + i, "tags", Map.of("manual", List.of((i % 3 == 0) ? "old" : "new"))));
		}
		Query old = Query.where(TAGS.MANUAL.contains("old"));
		this.customers.walk(Query.where(TAGS.MANUAL.contains("new")).and(TAGS.MANUAL.doesNotContain("seen")))
			.forEach((customer) -> this.customers.addTag(customer.id(), "seen"));
		assertThat(this.customers.count(Query.where(TAGS.MANUAL.contains("seen")))).isEqualTo(113);
		this.customers.walk(old).forEach(this.customers::delete);
		assertThat(this.customers.count(old)).isZero();
		assertThat(this.customers.count()).isEqualTo(113);
		this.customers.walk(Query.all()).forEach(this.customers::delete);
		assertThat(this.customers.count()).isZero();
	}

	@Test
	@DisplayName("S52 S54 fetch one customer in part, and combine an external id with everything else")
	void fetchInPart() {
		Customer ann = this.customers
			.insert(Map.of("externalId", "e1", "extra", "x", "base", Map.of("firstName", "Ann", "lastName", "B")));
		this.customers.insert(Map.of("externalId", "e1", "base", Map.of("firstName", "Bea", "lastName", "A")));
		assertThat(this.customers.findById(ann.id(), Projection.of(BASE.FIRST_NAME))).hasValueSatisfying((customer) -> {
			assertThat(customer.base().firstName()).isEqualTo("Ann");
			assertThat(customer.extra()).isNull();
			assertThat(customer.isFetched(EXTRA)).isFalse();
		});
		assertThat(this.customers.findById("none", Projection.of(EXTRA))).isEmpty();
		assertThat(this.customers.findAllByExternalId("e1", Query.where(BASE.LAST_NAME.isNotNull()),
				PageRequest.of(0, 1, BASE.LAST_NAME.asc()), Projection.of(BASE.FIRST_NAME)))
			.extracting((customer) -> customer.base().firstName())
			.containsExactly("Bea");
		assertThat(this.customers.findAll(Query.where(EXTERNAL_ID.in(List.of())), PageRequest.of(0, 10))).isEmpty();
		assertThat(this.customers.existsById(ann.id())).isTrue();
		assertThat(this.customers.existsById("none")).isFalse();
	}

	@Test
	@DisplayName("switch a newsletter on and off")
	void switchNewsletter() {
		String id = this.customers.insert(Map.of("externalId", "e1")).id();
		Newsletter newsletter = new Newsletter(this.customers);
		for (boolean on : new boolean[] { true, false, true }) {
			newsletter.newsletter(id, on);
			Customer customer = this.customers.getById(id);
			assertThat(customer.base().subscriptions()).singleElement()
				.satisfies((subscription) -> assertThat(subscription.subscribed()).isEqualTo(on));
			assertThat(customer.consents().marketing().automatic().email().status()).isEqualTo(on);
		}
	}

	@Test
	@DisplayName("S152 add an event again that was brought back to its customer")
	void copyEvents() {
		this.customers.insert(Map.of("externalId", "e1"));
		Event event = node.events()
			.add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byExternalId("e1").at("2020-01-01T10:00:00+02:00"));
		Event read = node.events().getById(event.id());
		assertThat(read.customerId()).isNotNull();
		assertThat(read.bringBackProperties().value()).isEqualTo("e1");
		Event copy = node.events().add(read);
		assertThat(node.events().getById(copy.id()).customerId()).isEqualTo(read.customerId());
		assertThat(node.events().count(EventFilter.ofCustomer(read.customerId()))).isEqualTo(2);
		assertThat(node.customer(read.customerId()).events()).hasSize(2)
			.allSatisfy((found) -> assertThat(found.date()).isEqualTo("2020-01-01T08:00:00Z"));
	}

	/**
	 * The switch of the README.
	 */
	private static final class Newsletter {

		private final CustomerRepository customers;

		Newsletter(CustomerRepository customers) {
			this.customers = customers;
		}

		void newsletter(String customerId, boolean on) {
			this.customers.subscriptions(customerId)
				.upsert(Subscription.builder()
					.id("news")
					.kind(SubscriptionKind.DIGITAL_MESSAGE)
					.subscribed(on)
					.build());
			this.customers.patch(customerId, (patch) -> patch.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, on));
		}

	}

}
