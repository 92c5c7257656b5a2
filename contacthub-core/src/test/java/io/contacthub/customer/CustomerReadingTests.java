package io.contacthub.customer;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.contacthub.WireMockTests;
import io.contacthub.json.DateTimes;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what reads many customers, on the wire.
 */
@DisplayName("Many customers")
class CustomerReadingTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("are walked through with some fields only, and with what tells their place")
	void areWalkedInPart() {
		answer(list(), page(0, 0));
		answer(list().withQueryParam("fields", equalTo("extra,id,registeredAt")), page(2, 2));
		answer(list().withQueryParam("query", equalToJson(from(1).toJson())), page(0, 0));
		try (Stream<Customer> walk = this.customers.walk(Query.all(), Projection.of(EXTRA))) {
			assertThat(walk).hasSize(2).allSatisfy((customer) -> {
				assertThat(customer.isFetched(REGISTERED_AT)).isTrue();
				assertThat(customer.isFetched(BASE.FIRST_NAME)).isFalse();
			});
		}
		verify(2, listed().withQueryParam("fields", equalTo("extra,id,registeredAt")));
		this.customers.walk(Query.all(), Projection.of(REGISTERED_AT, ID)).close();
		assertThat(this.customers.walk(Query.all(), Projection.of(REGISTERED_AT, ID))).isEmpty();
		verify(1, listed().withQueryParam("fields", equalTo("registeredAt,id")));
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are divided with one request for each part, for one customer and its registration only")
	void areDivided() {
		for (int number : List.of(0, 33, 66)) {
			answer(list().withQueryParam("page", equalTo(String.valueOf(number))), """
					{"elements":[%s],"page":{"size":1,"totalElements":100,"totalPages":100,"number":%d}}"""
				.formatted(customer(number), number));
		}
		Query query = Query.where(EXTRA.isNotNull());
		assertThat(this.customers.partition(query, 3)).containsExactly(
				query.intersect(Query.where(REGISTERED_AT.lt(at(33)))),
				query.intersect(Query.where(REGISTERED_AT.gte(at(33)).and(REGISTERED_AT.lt(at(66))))),
				query.intersect(from(66)));
		verify(3,
				listed().withQueryParam("size", equalTo("1"))
					.withQueryParam("sort", equalTo("registeredAt,asc"))
					.withQueryParam("fields", equalTo("registeredAt"))
					.withQueryParam("query", equalToJson(query.toJson())));
		verify(3, anyRequestedFor(anyUrl()));
		assertThat(this.customers.partition(query, 1)).containsExactly(query);
		verify(3, anyRequestedFor(anyUrl()));
	}

	private static Query from(int number) {
		return Query.where(REGISTERED_AT.gte(at(number)));
	}

	private static Instant at(int number) {
		return START.plusSeconds(number);
	}

	private static MappingBuilder list() {
		return get(urlPathEqualTo(CUSTOMERS));
	}

	private static RequestPatternBuilder listed() {
		return getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("nodeId", equalTo("n1"));
	}

	private static String page(int count, int total) {
		return """
				{"elements":[%s],"page":{"size":50,"totalElements":%d,"totalPages":%d,"number":0}}""".formatted(
				IntStream.range(0, count).mapToObj(CustomerReadingTests::customer).collect(Collectors.joining(",")),
				total, (total + 49) / 50);
	}

	private static String customer(int number) {
		return "{\"id\":\"c" + number + "\",\"registeredAt\":\"" + DateTimes.format(at(number)) + "\"}";
	}

}
