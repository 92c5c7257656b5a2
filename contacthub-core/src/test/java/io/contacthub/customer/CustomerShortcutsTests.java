package io.contacthub.customer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.contacthub.WireMockTests;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("A customer, said in short")
class CustomerShortcutsTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("exists or not, and is counted without a query")
	void existsAndIsCounted() {
		server.stubFor(any(anyUrl()).willReturn(notFound()));
		answer(get(CUSTOMERS + "/c1"), "{\"id\":\"c1\"}");
		answer(get(urlPathEqualTo(CUSTOMERS)), page("", 7));
		assertThat(this.customers.existsById("c1")).isTrue();
		assertThat(this.customers.existsById("c2")).isFalse();
		assertThat(this.customers.count()).isEqualTo(7);
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=1&nodeId=n1&fields=id")));
	}

	@Test
	@DisplayName("S52 S53 is fetched in part by its id, by its external id, and without a query")
	void isFetchedInPart() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page("{\"id\":\"c1\",\"extra\":\"x\"}", 1));
		Projection extra = Projection.of(EXTRA);
		assertThat(this.customers.findById("c1", extra)).get()
			.satisfies((customer) -> assertThat(customer.isFetched(TAGS)).isFalse());
		verify(1,
				getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("fields", equalTo("extra"))
					.withQueryParam("query", equalToJson(Query.where(ID.eq("c1")).toJson()))
					.withQueryParam("nodeId", equalTo("n1"))
					.withQueryParam("size", equalTo("1")));
		assertThat(this.customers.findByExternalId("e1", extra)).get()
			.satisfies((customer) -> assertThat(customer.projection()).isEqualTo(extra));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=2&nodeId=n1&fields=extra&externalId=e1")));
		server.resetRequests();
		answer(get(urlPathEqualTo(CUSTOMERS)), page("{\"id\":\"c1\",\"extra\":\"x\"}", 1));
		assertThat(this.customers.findAll(PageRequest.of(0, 10), extra)).hasSize(1);
		assertThat(this.customers.stream(extra)).hasSize(1);
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=10&nodeId=n1&fields=extra")));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=50&nodeId=n1&fields=extra")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.replace(this.customers.findById("c1", extra).orElseThrow()));
	}

	@Test
	@DisplayName("S107 has an item stored by one request when it has it, and by one more when it does not")
	void upsertsItems() {
		Subscription subscription = Subscription.builder()
			.id("s1")
			.kind(SubscriptionKind.SERVICE)
			.subscribed(true)
			.build();
		String json = "{\"id\":\"s1\",\"kind\":\"SERVICE\",\"subscribed\":true}";
		answer(put(CUSTOMERS + "/c1/subscriptions/s1"), json);
		assertThat(this.customers.subscriptions("c1").upsert(subscription)).isEqualTo(subscription);
		verify(1, putRequestedFor(urlEqualTo(CUSTOMERS + "/c1/subscriptions/s1")).withRequestBody(equalToJson(json)));
		verify(1, anyRequestedFor(anyUrl()));
		server.stubFor(put(CUSTOMERS + "/c1/subscriptions/s1").willReturn(notFound()));
		answer(post(CUSTOMERS + "/c1/subscriptions"), json);
		assertThat(this.customers.subscriptions("c1").upsert(subscription)).isEqualTo(subscription);
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS + "/c1/subscriptions")).withRequestBody(equalToJson(json)));
		server.stubFor(put(CUSTOMERS + "/c1/subscriptions/s1").willReturn(status(403)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.customers.subscriptions("c1").upsert(subscription));
		verify(1, postRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is sorted by a field")
	void isSorted() {
		assertThat(BASE.LAST_NAME.asc().and(REGISTERED_AT.desc()))
			.isEqualTo(Sort.by("base.lastName").and(Sort.by("registeredAt").descending()));
	}

	@Test
	@DisplayName("has an object, a list or its extended properties taken away without a cast")
	void leavesOut() {
		Customer customer = Customer.builder()
			.extra("x")
			.base((base) -> base.firstName("Ann")
				.address((address) -> address.city("Rome"))
				.likes(Like.builder().id("1").build()))
			.extended(JsonObject.of("a", 1))
			.build();
		Customer changed = customer.withBase((base) -> base.withoutAddress().withoutLikes()).withoutExtended();
		assertThat(changed.toMap()).isEqualTo(Map.of("extra", "x", "base", Map.of("firstName", "Ann")));
		assertThat(customer.withoutBase().toMap()).isEqualTo(Map.of("extra", "x", "extended", Map.of("a", 1)));
		Map<String, Object> patch = CustomerPatch.between(customer, changed).toMap();
		assertThat(patch).containsEntry("extended", null);
		assertThat(JsonObject.copyOf(patch).at("base")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys("address", "likes")
			.containsEntry("address", null);
	}

	@Test
	@DisplayName("takes numbers of any type, in builders, patches and criteria")
	void takesNumbers() {
		Geo geo = Geo.builder().lat(45.4).lon(9).build();
		assertThat(geo).isEqualTo(Geo.builder().lat(new BigDecimal("45.4")).lon(new BigDecimal("9")).build());
		assertThat(geo.withLon(9.25f).lon()).isEqualTo("9.25");
		assertThat(geo.withLon(null).lon()).isNull();
		assertThat(CustomerPatch.builder().set(BASE.ADDRESS.GEO.LAT, 45.4).build().toMap())
			.isEqualTo(Map.of("base", Map.of("address", Map.of("geo", Map.of("lat", 45.4)))));
		assertThat(Query.where(BASE.ADDRESS.GEO.LAT.between(45, 46.5)).toJson()).contains("[45,46.5]");
		assertThat(Query.where(BASE.ADDRESS.GEO.LAT.eq(null))).isEqualTo(Query.where(BASE.ADDRESS.GEO.LAT.isNull()));
	}

	@Test
	@DisplayName("S89 has a field set, or cleared where a form left it empty")
	void setsOrClears() {
		assertThat(CustomerPatch.builder()
			.setOrClear(BASE.FIRST_NAME, "Ann")
			.setOrClear(BASE.DOB, null)
			.setOrClear("extra", null)
			.build()
			.toMap()).isEqualTo(
					CustomerPatch.builder().set(BASE.FIRST_NAME, "Ann").clear(BASE.DOB).clear(EXTRA).build().toMap());
	}

	@Test
	@DisplayName("S94 is not patched within the elements of a list, by constant or by path")
	void refusesPathsWithinLists() {
		for (Field<?> field : List.of(BASE.EDUCATIONS.SCHOOL_NAME, Field.field("base.educations.schoolName"),
				Field.field("base.subscriptions.preferences.key"), Field.field("tags.manual.x"))) {
			assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().clear(field))
				.withMessageContaining("is within the elements of a list");
		}
		assertThat(CustomerPatch.builder().set("base.educations", List.of()).build().isEmpty()).isFalse();
	}

	private static String page(String element, int total) {
		return "{\"elements\":[%s],\"page\":{\"size\":50,\"totalElements\":%d,\"totalPages\":1,\"number\":0}}"
			.formatted(element, total);
	}

}
