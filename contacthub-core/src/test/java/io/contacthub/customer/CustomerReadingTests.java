package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.WireMockTests;
import io.contacthub.bulk.BulkRead;
import io.contacthub.json.DateTimes;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
		answer(list(), page(0, 0, 0));
		answer(list().withQueryParam("fields", equalTo("extra,id,registeredAt")), page(0, 2, 2));
		answer(list().withQueryParam("query", equalToJson(from(1).toJson())), page(0, 0, 0));
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

	@Test
	@DisplayName("are read with their progress, and from a place on without those that came before")
	void areReadFromAPlaceOn() {
		answer(list().withQueryParam("query", absent()), page(0, 50, 60));
		answer(listFrom(49), page(49, 60, 11));
		answer(listFrom(59), page(59, 60, 1));
		BulkRead<Customer> read = this.customers.read();
		List<String> met = new ArrayList<>();
		for (Customer customer : read) {
			met.add(customer.id());
			assertThat(read.progress().total()).hasValue(60);
			assertThat(read.progress().done()).isEqualTo(met.size());
			if (met.size() == 50) {
				break;
			}
		}
		String position = read.position().orElseThrow();
		read.close();
		BulkRead<Customer> rest = this.customers.read(Query.all(), null, position);
		rest.forEach((customer) -> met.add(customer.id()));
		assertThat(met).containsExactlyElementsOf(IntStream.range(0, 60).mapToObj((i) -> "c" + i).toList());
		assertThat(rest.progress().total()).hasValue(10);
		assertThat(rest.progress().remaining()).hasValue(0);
		assertThat(rest.position()).isPresent().isNotEqualTo(read.position());
		verify(1, listed().withQueryParam("query", absent()));
		verify(1, listed().withQueryParam("query", equalToJson(from(59).toJson())));
		for (LoggedRequest request : server.findAll(listed())) {
			assertThat(request.getUrl()).contains("page=0&size=50&sort=registeredAt%2Casc").doesNotContain("fields");
		}
	}

	@Test
	@DisplayName("are read in part, with what tells their place")
	void areReadInPart() {
		Query query = Query.where(EXTRA.isNotNull());
		answer(list().withQueryParam("query", equalToJson(query.toJson())), page(0, 2, 2));
		answer(list().withQueryParam("query", equalToJson(query.intersect(from(1)).toJson())), page(1, 2, 1));
		// to the end, lest a page that is read ahead is asked for while another test
		// counts
		try (Stream<Customer> read = this.customers.read(query, Projection.of(EXTRA), null).stream()) {
			assertThat(read).hasSize(2)
				.noneMatch((customer) -> customer.isFetched(BASE.FIRST_NAME))
				.allMatch((customer) -> customer.isFetched(REGISTERED_AT));
		}
		verify(1, listed().withQueryParam("query", equalToJson(query.toJson()))
			.withQueryParam("fields", equalTo("extra,id,registeredAt")));
	}

	@Test
	@DisplayName("are read ahead with the token of whoever reads them")
	void areReadWithToken() {
		answer(list().withQueryParam("query", absent()), page(0, 50, 60));
		answer(listFrom(49), page(49, 60, 11));
		answer(listFrom(59), page(59, 60, 1));
		ThreadLocal<String> tenant = new ThreadLocal<>();
		CustomerRepository ofTenants = workspace().token("unused")
			.client((client) -> client.token(tenant::get))
			.build()
			.node("n1")
			.customers();
		tenant.set("first");
		assertThat(ofTenants.read().stream()).hasSize(60);
		tenant.remove();
		verify(3, listed().withHeader("Authorization", equalTo("Bearer first")));
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are given up to a page that fails, and then its failure")
	void areReadUpToAFailure() {
		answer(list().withQueryParam("query", absent()), page(0, 50, 60));
		server.stubFor(listFrom(49).willReturn(status(403)));
		BulkRead<Customer> read = this.customers.read();
		List<String> met = new ArrayList<>();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> read.forEach((customer) -> met.add(customer.id())))
			.withMessageContaining("status 403");
		assertThat(met).hasSize(50);
		answer(listFrom(49), page(49, 50, 1));
		assertThat(this.customers.read(Query.all(), null, read.position().orElseThrow()).stream()).isEmpty();
	}

	private static MappingBuilder listFrom(int number) {
		return list().withQueryParam("query", equalToJson(from(number).toJson()));
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

	/**
	 * Return the first page of a list.
	 */
	private static String page(int from, int to, int total) {
		return """
				{"elements":[%s],"page":{"size":50,"totalElements":%d,"totalPages":%d,"number":0}}""".formatted(
				IntStream.range(from, to).mapToObj(CustomerReadingTests::customer).collect(Collectors.joining(",")),
				total, (total + 49) / 50);
	}

	private static String customer(int number) {
		return "{\"id\":\"c" + number + "\",\"registeredAt\":\"" + DateTimes.format(at(number)) + "\"}";
	}

}
