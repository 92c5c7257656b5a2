package io.contacthub.customer;

import java.util.List;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.contacthub.WireMockTests;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CustomerRepository} on the wire.
 */
@DisplayName("The customers of a node")
class CustomerRepositoryTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final String STORED = """
			{"id":"c1","nodeId":"n1","externalId":null,"extra":null,"enabled":true,"registeredAt":"2017-03-09T11:31:31.842+0000",
			"base":{"firstName":"Ann","contacts":{"email":"ann@example.com","otherContacts":[]},"address":null},"tags":null}""";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("S7 S55 are found by id, with one GET")
	void findsById() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		Customer customer = this.customers.findById("c1").orElseThrow();
		assertThat(customer.base().contacts().email()).isEqualTo("ann@example.com");
		verify(1,
				getRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withHeader("Authorization", equalTo("Bearer t0ken"))
					.withHeader("Accept", equalTo("application/json"))
					.withHeader("Content-Type", absent()));
	}

	@Test
	@DisplayName("S55 are not there, or are an exception, when ContactHub answers 404")
	void findsNothing() {
		server
			.stubFor(get(CUSTOMERS + "/c1").willReturn(jsonResponse("{\"message\":\"none\",\"logref\":\"l1\"}", 404)));
		assertThat(this.customers.findById("c1")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> this.customers.getById("c1"))
			.withMessage("GET /customers/{id} failed: status 404, message: none, logref: l1")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().logref()).isEqualTo("l1"));
	}

	@Test
	@DisplayName("S43 S48 are listed page by page")
	void listsPages() {
		answer(get(urlPathEqualTo(CUSTOMERS)), """
				{"elements":[%s,{"id":"c2","base":null}],
				"page":{"size":2,"totalElements":5,"totalUnfilteredElements":0,"totalPages":3,"number":1}}"""
			.formatted(STORED));
		Page<Customer> page = this.customers
			.findAll(PageRequest.of(1, 2, Sort.by("base.lastName").and(Sort.by("registeredAt").descending())));
		assertThat(page).extracting(Customer::id).containsExactly("c1", "c2");
		assertThat(page.getTotalElements()).isEqualTo(5);
		assertThat(page.getTotalPages()).isEqualTo(3);
		assertThat(page.getNumber()).isEqualTo(1);
		assertThat(page.hasNext()).isTrue();
		verify(1, getRequestedFor(
				urlEqualTo(CUSTOMERS + "?page=1&size=2&sort=base.lastName%2Casc&sort=registeredAt%2Cdesc&nodeId=n1")));
	}

	@Test
	@DisplayName("S49 are counted from page zero: of 50 customers in tens, page 2 is the third")
	void countsPagesFromZero() {
		List<String> ids = IntStream.range(20, 30).mapToObj((number) -> "c" + number).toList();
		answer(get(CUSTOMERS + "?page=2&size=10&nodeId=n1"), """
				{"elements":%s,"page":{"size":10,"totalElements":50,"totalPages":5,"number":2}}"""
			.formatted(ids.stream().map((id) -> "{\"id\":\"" + id + "\"}").toList()));
		Page<Customer> page = this.customers.findAll(PageRequest.of(2, 10));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=2&size=10&nodeId=n1")));
		assertThat(page).extracting(Customer::id).containsExactlyElementsOf(ids);
		assertThat(page.getNumber()).isEqualTo(2);
		assertThat(page.nextPageable()).isEqualTo(PageRequest.of(3, 10));
		assertThat(page.previousPageable()).isEqualTo(PageRequest.of(1, 10));
		assertThat(page.getTotalPages()).isEqualTo(5);
	}

	@Test
	@DisplayName("S54 are listed with all parameters at once, or with none but the node and the page")
	void listsWithParameters() {
		answer(get(urlPathEqualTo(CUSTOMERS)),
				"{\"elements\":[],\"page\":{\"size\":10,\"totalElements\":30,\"totalPages\":3,\"number\":2}}");
		Query query = Query.where(CustomerFields.EXTRA.eq("x"));
		assertThat(this.customers.findAllByExternalId("e1", query,
				PageRequest.of(2, 10, CustomerFields.BASE.LAST_NAME.asc().and(CustomerFields.REGISTERED_AT.desc())),
				Projection.of(CustomerFields.EXTRA)))
			.isEmpty();
		verify(1,
				getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("nodeId", equalTo("n1"))
					.withQueryParam("externalId", equalTo("e1"))
					.withQueryParam("query", equalToJson(query.toJson()))
					.withQueryParam("fields", equalTo("extra"))
					.withQueryParam("page", equalTo("2"))
					.withQueryParam("size", equalTo("10"))
					.withQueryParam("sort", havingExactly("base.lastName,asc", "registeredAt,desc")));
		server.resetRequests();
		this.customers.findAll(PageRequest.of(2, 10));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=2&size=10&nodeId=n1")));
	}

	@Test
	@DisplayName("are read to their end by a loop that does not ask whether there is a next page")
	void endsLoops() {
		answer(get(urlPathEqualTo(CUSTOMERS)),
				"{\"elements\":[{}],\"page\":{\"size\":10,\"totalElements\":1,\"totalPages\":1,\"number\":0}}");
		Page<Customer> page = this.customers.findAll(PageRequest.of(0, 10));
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findAll(page.nextPageable()))
			.withMessage("pageable is unpaged: after the last page there is none, and all elements come by stream()");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.findAll(Pageable.unpaged(CustomerFields.EXTRA.asc())));
		verify(1, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are not asked for in an order that would be left out or read as another one")
	void refusesOrders() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.customers.findAll(PageRequest.of(0, 1, Sort.by(Sort.Order.asc("extra").ignoreCase()))))
			.withMessageContaining("sort by 'extra' ignores case");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.customers.findAll(PageRequest.of(0, 1, Sort.by(Sort.Order.asc("extra").nullsFirst()))))
			.withMessageContaining("NULLS_FIRST");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.stream(Query.all(), Sort.by("extra,desc")).count())
			.withMessageContaining("holds a comma");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.stream(Projection.of(Field.extended("a,b"))))
			.withMessageContaining("holds a dot or a comma");
		assertThatIllegalArgumentException().isThrownBy(() -> Field.extended("a.b").eq(1))
			.withMessageContaining("holds a dot or a comma");
		assertThatIllegalArgumentException().isThrownBy(() -> Field.extended("a.b").asc());
		verify(0, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are not asked for in pages that are too great")
	void refusesGreatPages() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findAll(PageRequest.of(0, 51)))
			.withMessage("size is 51: ContactHub gives pages of at most 50 elements");
		verify(0, getRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"page\":{\"size\":1,\"totalElements\":0,\"totalPages\":0,\"number\":0}}",
			"{\"elements\":[]}", "{}", "[]", "", "null", "{\"elements\":{}}", "<html>" })
	@DisplayName("are an exception, never an empty list, when the answer is no page")
	void refusesOtherAnswers(String answer) {
		answer(get(urlPathEqualTo(CUSTOMERS)), answer);
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.customers.findAll(PageRequest.of(0, 1)))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).operation()).isEqualTo("GET /customers"));
	}

	@Test
	@DisplayName("S11 S25 are inserted with what the application knows, and come back with their id")
	void inserts() {
		answer(post(CUSTOMERS), STORED);
		Customer customer = this.customers.insert(Customer.builder()
			.id("not mine to choose")
			.externalId("e1")
			.base((base) -> base.firstName("Ann"))
			.build());
		assertThat(customer.id()).isEqualTo("c1");
		verify(1,
				postRequestedFor(urlEqualTo(CUSTOMERS)).withHeader("Content-Type", equalTo("application/json"))
					.withHeader("Authorization", equalTo("Bearer t0ken"))
					.withRequestBody(
							equalToJson("{\"nodeId\":\"n1\",\"externalId\":\"e1\",\"base\":{\"firstName\":\"Ann\"}}")));
	}

	@Test
	@DisplayName("S167 conflict with the customer that exists")
	void conflicts() {
		server.stubFor(post(CUSTOMERS).willReturn(jsonResponse(
				"{\"message\":\"Conflict with exiting customer c9\",\"logref\":\"l\",\"errors\":[],\"data\":{\"customer\":{\"id\":\"c9\"}}}",
				409)));
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("e1").build()))
			.satisfies((ex) -> assertThat(ex.existingCustomerId()).isEqualTo("c9"));
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)));
	}

	@Test
	@DisplayName("S41 are refused by ContactHub with the faults it names")
	void refuses() {
		server.stubFor(post(CUSTOMERS).willReturn(
				jsonResponse("{\"message\":\"m\",\"errors\":[{\"message\":\"required\",\"path\":\"/base/x\"}]}", 400)));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().build()))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().errors().get(0).path())
				.isEqualTo("/base/x"));
	}

	@Test
	@DisplayName("S89 are patched with only what changes, nulls for what is cleared, lists as a whole")
	void patches() {
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		Customer customer = this.customers.patch("c1",
				(change) -> change.set("base.contacts.email", "ann@example.com")
					.set("base.educations", List.of(Education.builder().id("1").build()))
					.clear("base.dob")
					.set("extended.a.a", 1));
		assertThat(customer.base().firstName()).isEqualTo("Ann");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"base":{"contacts":{"email":"ann@example.com"},"educations":[{"id":"1"}],"dob":null},
				"extended":{"a":{"a":1}}}""")));
	}

	@Test
	@DisplayName("are read again when a patch is answered without a body")
	void patchesWithoutAnswer() {
		server.stubFor(patch(urlEqualTo(CUSTOMERS + "/c1")).willReturn(ok()));
		answer(get(CUSTOMERS + "/c1"), STORED);
		assertThat(this.customers.patch("c1", (change) -> change.set("extra", "x")).id()).isEqualTo("c1");
	}

	@Test
	@DisplayName("are not written when nothing changes")
	void patchesNothing() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		assertThat(this.customers.patch("c1", CustomerPatch.builder().build()).id()).isEqualTo("c1");
		verify(0, patchRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S98 are deleted by id, whether or not the answer has a body")
	void deletes() {
		server.stubFor(delete(CUSTOMERS + "/c1").willReturn(ok()));
		server.stubFor(delete(CUSTOMERS + "/c2").willReturn(jsonResponse(STORED, 200)));
		server.stubFor(delete(CUSTOMERS + "/c3").willReturn(noContent()));
		this.customers.deleteById("c1");
		this.customers.deleteById("c2");
		this.customers.deleteById("c3");
		for (String id : List.of("c1", "c2", "c3")) {
			verify(1, deleteRequestedFor(urlEqualTo(CUSTOMERS + "/" + id)).withRequestBody(absent()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "a/b,a%2Fb", "a?b=c,a%3Fb%3Dc", "a#b,a%23b", "a b,a%20b", "a+b,a%2Bb", "{id},%7Bid%7D",
			"%2e%2e,%252e%252e", "é,%C3%A9", "a;b,a%3Bb", "...,..." })
	@DisplayName("have ids that stay in their segment of the path")
	void encodesIds(String id, String segment) {
		answer(get(CUSTOMERS + "/" + segment), STORED);
		assertThat(this.customers.findById(id)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "..", "../c1", "a/../b", "a\\..\\b", "a\nb", "a\u0000b" })
	@DisplayName("have no ids that lead elsewhere: they are refused before any request")
	void refusesIds(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findById(id))
			.withMessageStartingWith("'id' ");
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.deleteById(id));
		verify(0, new RequestPatternBuilder());
	}

}
