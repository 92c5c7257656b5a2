package io.contacthub.customer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.WireMockTests;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.task.TaskDecorator;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the lists of a {@link CustomerRepository}, on the wire.
 */
@DisplayName("A list of customers")
class CustomerListsTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("S54 S63 S80 is narrowed by a query, whose brackets and signs arrive as they are")
	void isQueried() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 1, 1));
		Query query = Query.where(TAGS.MANUAL.contains("a+b&c={\"d\"} %é")).union(Query.where(EXTRA.in(List.of("x"))));
		assertThat(this.customers.findAll(query, PageRequest.of(0, 10, Sort.by("base.lastName")))).hasSize(1);
		verify(1,
				getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("query", equalToJson(query.toJson()))
					.withQueryParam("nodeId", equalTo("n1"))
					.withQueryParam("page", equalTo("0"))
					.withQueryParam("size", equalTo("10"))
					.withQueryParam("sort", equalTo("base.lastName,asc")));
		String url = server.findAll(anyRequestedFor(anyUrl())).get(0).getUrl();
		assertThat(url).doesNotContainPattern("[\\[\\]{}\"+ ]").contains("a%2Bb%26c%3D%7B", "%5B", "%C3%A9");
	}

	@Test
	@DisplayName("S8 S58 S59 S60 S61 S62 S63 S64 S75 is what a query finds, and nothing is sent by writing it")
	void isFound() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 2, 2));
		Query query = Query.where(BASE.FIRST_NAME.eq("Bruce").and(BASE.LAST_NAME.eq("Wayne")));
		Query further = Query.where(BASE.FIRST_NAME.eq("Bruce")).and(BASE.LAST_NAME.eq("Wayne"));
		verify(0, anyRequestedFor(anyUrl()));
		assertThat(this.customers.findAll(query, PageRequest.of(0, 10))).extracting(Customer::id)
			.containsExactly("c0", "c1");
		assertThat(this.customers.stream(further)).extracting(Customer::id).containsExactly("c0", "c1");
		String expected = """
				{"name":"query","query":{"type":"simple","are":{"condition":{"type":"composite","conjunction":"and",
				"conditions":[{"type":"atomic","attribute":"base.firstName","operator":"EQUALS","value":"Bruce"},
				{"type":"atomic","attribute":"base.lastName","operator":"EQUALS","value":"Wayne"}]}}}}""";
		for (String size : List.of("10", "50")) {
			verify(1,
					getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("query", equalToJson(expected))
						.withQueryParam("nodeId", equalTo("n1"))
						.withQueryParam("page", equalTo("0"))
						.withQueryParam("size", equalTo(size))
						.withoutQueryParam("fields")
						.withoutQueryParam("sort"));
		}
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S52 S53 S54 has only the fields that were asked for, and knows it")
	void isProjected() {
		answer(get(urlPathEqualTo(CUSTOMERS)),
				"""
						{"elements":[{"id":"c1","extra":null,"base":{"dob":null,"contacts":{"email":"a@example.com"}},"tags":null}],
						"page":{"size":1,"totalElements":1,"totalPages":1,"number":0}}""");
		Customer customer = this.customers
			.findAll(Query.all(), PageRequest.of(0, 1), Projection.of(BASE.CONTACTS.EMAIL, BASE.DOB, EXTRA))
			.getContent()
			.get(0);
		verify(1, getRequestedFor(
				urlEqualTo(CUSTOMERS + "?page=0&size=1&nodeId=n1&fields=base.contacts.email%2Cbase.dob%2Cextra")));
		assertThat(customer.isFetched(BASE.CONTACTS.EMAIL)).isTrue();
		assertThat(customer.isFetched(BASE.CONTACTS)).isTrue();
		assertThat(customer.isFetched(ID)).isTrue();
		assertThat(customer.isFetched(BASE.DOB)).isTrue();
		assertThat(customer.isFetched(BASE.FIRST_NAME)).isFalse();
		assertThat(customer.isFetched(TAGS)).isFalse();
		assertThat(Customer.builder().build().isFetched(TAGS)).isTrue();
	}

	@Test
	@DisplayName("S53 S84 has partial customers, which replace nothing, even when they were changed since")
	void refusesPartialCustomers() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 1, 1));
		try (Stream<Customer> stream = this.customers.stream(Query.all(), Sort.unsorted(), Projection.of(EXTRA))) {
			Customer partial = stream.findFirst().orElseThrow().withExtra("x").withBase((base) -> base.withTitle("y"));
			server.resetRequests();
			assertThatIllegalArgumentException().isThrownBy(() -> this.customers.replace(partial))
				.withMessageStartingWith("Only the fields extra of customer c0 were fetched");
			assertThatIllegalArgumentException().isThrownBy(() -> this.customers.save(partial));
			assertThatIllegalArgumentException().isThrownBy(() -> this.node.customer(partial).put());
			verify(0, anyRequestedFor(anyUrl()));
			assertThat(partial.toMap()).doesNotContainKey("projection");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> Projection.of())
			.withMessageStartingWith("fields are empty");
	}

	@Test
	@DisplayName("S6 S43 is streamed whole, in order, with one request a page and not one more")
	void isStreamed() {
		stubPages(3, 120);
		List<Customer> all = this.customers.stream().toList();
		assertThat(all).extracting(Customer::id).containsExactlyElementsOf(ids(120));
		assertThat(all).extracting((customer) -> customer.base().firstName())
			.containsExactlyElementsOf(IntStream.range(0, 120).mapToObj((i) -> "Ann " + i).toList());
		for (int number = 0; number < 3; number++) {
			verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=" + number + "&size=50&nodeId=n1")));
		}
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S6 S63 is not asked for before its first customer is")
	void isLazy() {
		stubPages(3, 120);
		Iterator<Customer> iterator = this.customers.stream(Query.all()).iterator();
		verify(0, anyRequestedFor(anyUrl()));
		assertThat(iterator.next().id()).isEqualTo("c0");
	}

	@Test
	@DisplayName("is read ahead by so many pages, and by no more")
	void isReadAhead() {
		stubPages(10, 500);
		// a page that is read ahead is given to it before the first element is there
		List<Runnable> ahead = new CopyOnWriteArrayList<>();
		TaskDecorator recording = (task) -> {
			ahead.add(task);
			return task;
		};
		CustomerRepository eager = workspace().client((client) -> client.taskDecorator(recording))
			.build()
			.node("n1")
			.customers();
		try (Stream<Customer> stream = eager.stream()) {
			stream.iterator().next();
			assertThat(ahead).hasSize(2);
			Awaitility.await()
				.untilAsserted(() -> assertThat(requestedPages()).containsExactlyInAnyOrder("0", "1", "2"));
		}
		ahead.clear();
		server.resetRequests();
		CustomerRepository careful = workspace().client((client) -> client.prefetch(0).taskDecorator(recording))
			.build()
			.node("n1")
			.customers();
		try (Stream<Customer> stream = careful.stream()) {
			stream.iterator().next();
			verify(1, getRequestedFor(urlPathEqualTo(CUSTOMERS)));
			assertThat(careful.stream().limit(60)).hasSize(60);
			assertThat(ahead).isEmpty();
		}
	}

	@Test
	@DisplayName("is no longer read when the stream is closed, and its threads end")
	void isClosed() {
		stubPages(10, 500);
		try (Stream<Customer> stream = this.customers.stream()) {
			assertThat(stream.limit(3)).hasSize(3);
		}
		Stream<Customer> forgotten = this.customers.stream();
		forgotten.iterator().next();
		Awaitility.await().untilAsserted(() -> assertThat(streamThreads()).isZero());
	}

	@Test
	@DisplayName("gives what came before a page that fails, and then the failure of that page")
	void fails() {
		stubPages(3, 150);
		server.stubFor(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("1")).willReturn(status(403)));
		List<String> seen = new ArrayList<>();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.customers.stream().forEach((customer) -> seen.add(customer.id())))
			.withMessageContaining("status 403");
		assertThat(seen).containsExactlyElementsOf(ids(50));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"elements\":[]}",
			"{\"page\":{\"size\":50,\"totalElements\":100,\"totalPages\":2,\"number\":1}}" })
	@DisplayName("fails, and never just ends, when one of its pages is no page")
	void failsWithoutPage(String answer) {
		stubPages(2, 100);
		server.stubFor(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("1")).willReturn(okJson(answer)));
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.customers.stream().count());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!',
			textBlock = """
					{"elements":[],"page":{"size":50,"totalElements":1000,"totalPages":20,"number":0}} | it has no elements
					{"elements":[{}],"page":{"size":50,"totalElements":1000,"number":0}}               | has no 'totalPages'
					{"elements":[{}],"page":{"size":50,"totalPages":20,"number":0}}                    | has no 'totalElements'
					{"elements":[{}],"page":{"size":50,"totalElements":1000,"totalPages":20}}          | has no 'number'
					{"elements":[{}],"page":{"size":50,"totalElements":120,"totalPages":1,"number":0}} | 'page.totalPages' is 1
					{"elements":[{},{}],"page":{"size":1,"totalElements":2,"totalPages":2,"number":0}} | 'page.size' is 1
					{"elements":[{},{}],"page":{"size":50,"totalElements":0,"totalPages":1,"number":0}} | 'page.totalElements' is 0
					{"elements":[{}],"page":{"totalElements":120,"totalPages":1,"number":0}}           | 'page.totalPages' is 1
					{"elements":[{}],"page":{"size":50,"totalElements":60,"totalPages":2,"number":1}}  | 'page.number' is 1
					""")
	@DisplayName("fails, and never ends in silence, when a page contradicts itself or says too little")
	void refusesContradictions(String answer, String fault) {
		answer(get(urlPathEqualTo(CUSTOMERS)), answer);
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> this.customers.stream().count())
			.withMessageContaining(fault);
	}

	@Test
	@DisplayName("fails when the server stands still or changes the size of its pages, and gives no customer twice")
	void refusesPagesThatStandStill() {
		stubPages(3, 120);
		server.stubFor(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("1"))
			.willReturn(okJson(page(0, 50, 120))));
		List<String> seen = new ArrayList<>();
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.customers.stream().forEach((customer) -> seen.add(customer.id())))
			.withMessageContaining("'page.number' is 0 where page 1 was asked for")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).operation()).isEqualTo("GET /customers"));
		assertThat(seen).doesNotHaveDuplicates().hasSize(50);
		server.stubFor(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("1"))
			.willReturn(okJson(page(1, 20, 120).replace("\"size\":50", "\"size\":20")
				.replace("\"totalPages\":3", "\"totalPages\":6"))));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> this.customers.stream().count())
			.withMessageContaining("its 'page.size' is 20, and was 50 before");
	}

	@Test
	@DisplayName("names the page that it did not get, also when it is one page only")
	void refusesOtherPages() {
		stubPages(3, 120);
		server.stubFor(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("2"))
			.willReturn(okJson(page(0, 50, 120))));
		assertThat(this.customers.findAll(PageRequest.of(1, 50))).hasSize(50);
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.customers.findAll(PageRequest.of(2, 50)))
			.withMessageContaining("'page.number' is 0 where page 2 was asked for");
	}

	@Test
	@DisplayName("is streamed with its query, order and fields")
	void isStreamedWithQuery() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 1, 1));
		Query query = Query.where(EXTRA.eq("x"));
		assertThat(this.customers.stream(query, Sort.by("registeredAt").descending(), Projection.of(EXTRA)))
			.singleElement()
			.satisfies((customer) -> assertThat(customer.isFetched(TAGS)).isFalse());
		verify(1,
				getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("query", equalToJson(query.toJson()))
					.withQueryParam("size", equalTo("50"))
					.withQueryParam("sort", equalTo("registeredAt,desc"))
					.withQueryParam("fields", equalTo("extra")));
	}

	@Test
	@DisplayName("is counted as ContactHub counts, whatever the page has")
	void isCountedByTheServer() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 1, 30));
		assertThat(this.customers.count()).isEqualTo(30);
		Page<Customer> page = this.customers.findAll(PageRequest.of(0, 50), Projection.of(EXTRA));
		assertThat(page.getTotalElements()).isEqualTo(30);
		assertThat(page.getTotalPages()).isEqualTo(1);
		assertThat(page.hasNext()).isFalse();
		assertThat(page.map(Customer::id).getTotalElements()).isEqualTo(30);
	}

	@Test
	@DisplayName("is not told as empty when it only lacks the one customer that there is")
	void isNotTakenForEmpty() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 0, 1));
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.customers.findByExternalId("e1"))
			.isInstanceOf(ContactHubFailure.class);
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.customers.findById("c1", Projection.of(EXTRA)));
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 1, 1));
		assertThat(this.customers.findById("c0", Projection.of(EXTRA))).isPresent();
		assertThat(this.customers.findById("another", Projection.of(EXTRA))).isEmpty();
	}

	@Test
	@DisplayName("is counted with one request for one customer")
	void isCounted() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(0, 1, 1234).replace("\"size\":50", "\"size\":1"));
		assertThat(this.customers.count(Query.where(Field.field("base.planet").eq("Mars")))).isEqualTo(1234);
		verify(1, getRequestedFor(urlPathEqualTo(CUSTOMERS)).withQueryParam("size", equalTo("1"))
			.withQueryParam("fields", equalTo("id")));
		verify(1, anyRequestedFor(anyUrl()));
	}

	private static List<String> requestedPages() {
		return server.findAll(anyRequestedFor(anyUrl()))
			.stream()
			.map((LoggedRequest request) -> request.queryParameter("page").firstValue())
			.toList();
	}

	private static List<String> ids(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "c" + i).toList();
	}

	private static void stubPages(int pages, int total) {
		for (int i = 0; i < pages; i++) {
			server.stubFor(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo(String.valueOf(i)))
				.willReturn(okJson(page(i, Math.min(50, total - 50 * i), total))));
		}
	}

	private static String page(int number, int elements, int total) {
		List<String> customers = IntStream.range(0, elements)
			.mapToObj((i) -> "{\"id\":\"c%1$d\",\"extra\":\"x\",\"base\":{\"firstName\":\"Ann %1$d\"}}"
				.formatted(50 * number + i))
			.toList();
		return "{\"elements\":%s,\"page\":{\"size\":50,\"totalElements\":%d,\"totalPages\":%d,\"number\":%d}}"
			.formatted(customers, total, (total + 49) / 50, number);
	}

}
