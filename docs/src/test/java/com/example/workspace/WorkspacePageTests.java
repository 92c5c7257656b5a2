package com.example.workspace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.example.AbstractEmulatorTests;
import io.contacthub.analytics.AnalyticsQuery;
import io.contacthub.configuration.Source;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.OrderType;
import io.contacthub.segment.Segment;
import io.contacthub.update.UpdateFilter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.PermissionDeniedDataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.CONSENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The page on the rest of a workspace")
class WorkspacePageTests extends AbstractEmulatorTests {

	private static Customer insert(String name, String tag) {
		return NODE.customers()
			.insert(Customer.of(Map.of("externalId", name, "base",
					Map.of("contacts", Map.of("email", name + "@example.com"), "address", Map.of("city", "Milano")),
					"tags", Map.of("manual", List.of(tag)))));
	}

	@Test
	@DisplayName("finds the customers of a segment, and narrows it")
	void segments() {
		Segments segments = new Segments(WORKSPACE, NODE);
		insert("ann", "vip");
		insert("bob", "none");
		Segment vip = segments.insert();
		List<String> mails = new ArrayList<>();
		segments.mail(vip, mails::add);
		assertThat(mails).containsExactly("ann@example.com");
		assertThat(segments.born(vip)).isEmpty();
		Segment narrow = segments.narrow(vip);
		assertThat(narrow.id()).isEqualTo(vip.id());
		assertThat(WORKSPACE.segments().countCustomers(vip.id(), NODE.id())).isZero();
	}

	@Test
	@DisplayName("follows the customers of a workspace")
	void follows() {
		Kept kept = new Kept();
		insert("ann", "vip");
		Customer bob = insert("bob", "vip");
		kept.follow(WORKSPACE, kept);
		assertThat(kept.names).containsExactly("ann", "bob");
		NODE.customers().deleteById(bob.id());
		insert("cleo", "vip");
		kept.follow(WORKSPACE, kept);
		assertThat(kept.ids).hasSize(2).doesNotContain(bob.id());
	}

	@Test
	@DisplayName("counts")
	void counts() {
		Customer ann = insert("ann", "vip");
		NODE.events()
			.add(Event
				.of(CompletedOrder.builder()
					.orderId("1")
					.type(OrderType.of("sale"))
					.amount((amount) -> amount.total(new BigDecimal("12.50")))
					.build())
				.in(EventContext.ECOMMERCE)
				.by(ann));
		Reports reports = new Reports(WORKSPACE.analytics());
		AnalyticsQuery revenue = Reports.revenue(NODE.id());
		assertThat(reports.growth(NODE.id())).isNotEmpty();
		assertThat(reports.total(revenue)).isEqualByComparingTo("12.50");
		assertThat(reports.byCity(revenue).data().get(0).distribution()).singleElement()
			.satisfies((part) -> assertThat(part.name()).isEqualTo("Milano"));
		assertThat(reports.byCityAndType(revenue).data().get(0).distribution().get(0).distribution()).singleElement()
			.satisfies((part) -> assertThat(part.name()).isEqualTo("sale"));
	}

	@Test
	@DisplayName("sets up a shop")
	void setsUp() {
		String token = new ShopSetup().setUp(WORKSPACE);
		assertThat(WORKSPACE.configuration().events().getById("abandonedCart").enabled()).isFalse();
		Source till = WORKSPACE.configuration()
			.sources()
			.findAll()
			.stream()
			.filter((source) -> "Till".equals(source.name()))
			.findFirst()
			.orElseThrow();
		assertThat(token).isNotBlank();
		assertThat(till.toString()).doesNotContain(token);
	}

	@Test
	@DisplayName("tells when consents changed")
	void tellsConsents() {
		Customer ann = insert("ann", "vip");
		NODE.customers().patch(ann.id(), (patch) -> patch.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, true));
		NODE.customers().patch(ann.id(), (patch) -> patch.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, false));
		List<String> history = new ConsentRegister().history(WORKSPACE, ann.id());
		assertThat(history).hasSize(2);
		assertThat(history.get(0)).endsWith(" true");
		assertThat(history.get(1)).endsWith(" false");
	}

	@Test
	@DisplayName("makes operations that the library does not have")
	void makesOperations() {
		EMULATOR.wireMock()
			.register(get(urlPathMatching(".*/campaigns/c1")).willReturn(okJson("{\"name\": \"Autumn\"}")));
		assertThat(new Campaigns().campaign(WORKSPACE, "c1")).containsEntry("name", "Autumn");
		EMULATOR.wireMock().register(get(urlPathMatching(".*/campaigns/c1")).willReturn(aResponse().withStatus(403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> new Campaigns().campaign(WORKSPACE, "c1"))
			.withMessageContaining("ADMIN");
	}

	/**
	 * A copy in memory.
	 */
	private static final class Kept extends CustomerCopy implements CustomerCopy.Bookmarks {

		private final Set<String> ids = new LinkedHashSet<>();

		private final List<String> names = new ArrayList<>();

		private Optional<UpdateFilter> bookmark = Optional.empty();

		@Override
		void copy(Customer customer) {
			this.ids.add(customer.id());
			this.names.add(customer.externalId());
		}

		@Override
		void remove(Customer customer) {
			this.ids.remove(customer.id());
		}

		@Override
		public Optional<UpdateFilter> find() {
			return this.bookmark;
		}

		@Override
		public void save(UpdateFilter filter) {
			this.bookmark = Optional.of(filter);
		}

	}

}
