package io.contacthub.segment;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SegmentRepository} on the wire.
 */
@DisplayName("The segments of a workspace")
class SegmentRepositoryTests extends WireMockTests {

	private static final String SEGMENTS = WORKSPACE + "/segments";

	private static final String VIP = SEGMENTS + "/s1";

	private static final String QUERY = """
			{"name":"vip","type":"simple","are":{"condition":
			{"type":"atomic","attribute":"tags.manual","operator":"IN","value":"vip"}}}""";

	private static final String SEGMENT = """
			{"id":"s1","name":"Vip","query":%s,"enabled":true,"createdAt":"2017-04-03T13:47:23.093+0000",
			"updatedAt":"2017-04-04T13:47:23.093+0000","future":[1.50]}""".formatted(QUERY);

	private static final Query VIPS = Query.where(TAGS.MANUAL.contains("vip"));

	private final SegmentRepository segments = this.node.workspace().segments();

	@ParameterizedTest
	@ValueSource(strings = { "%s", "[%s]" })
	@DisplayName("are stored with name and query, and told as a segment or as a list of one")
	void inserts(String answer) {
		server.stubFor(post(SEGMENTS).willReturn(jsonResponse(answer.formatted(SEGMENT), 201)));
		Segment stored = this.segments.insert("Vip", VIPS);
		assertThat(stored).isEqualTo(Segment.of(ContactHubJson.mapper().readValue(SEGMENT, JsonObject.class)));
		assertThat(stored.id()).isEqualTo("s1");
		assertThat(stored.createdAt()).isEqualTo(Instant.parse("2017-04-03T13:47:23.093Z"));
		verify(1,
				postRequestedFor(urlEqualTo(SEGMENTS)).withHeader("Authorization", equalTo("Bearer t0ken"))
					.withHeader("Content-Type", equalTo("application/json"))
					.withRequestBody(equalToJson("""
							{"name":"Vip","query":{"type":"simple","are":{"condition":
							{"type":"atomic","attribute":"tags.manual","operator":"IN","value":"vip"}}}}""")));
	}

	@Test
	@DisplayName("are stored as copies of others, without what ContactHub sets")
	void insertsCopies() {
		answer(get(VIP), SEGMENT);
		server.stubFor(post(SEGMENTS).willReturn(jsonResponse(SEGMENT, 201)));
		this.segments.insert(this.segments.getById("s1").withName("Copy").withEnabled(false));
		this.segments.insert(Segment.of("All", Query.all()));
		verify(1, postRequestedFor(urlEqualTo(SEGMENTS)).withRequestBody(
				equalToJson("{\"name\":\"Copy\",\"query\":%s,\"enabled\":false,\"future\":[1.50]}".formatted(QUERY))));
		verify(1, postRequestedFor(urlEqualTo(SEGMENTS))
			.withRequestBody(equalToJson("{\"name\":\"All\",\"query\":{\"type\":\"simple\"}}")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[{},{}]", "[1]", "\"s1\"", "[[{}]]" })
	@DisplayName("are a failure when the answer does not tell which one was stored")
	void failsWithOtherAnswers(String answer) {
		server.stubFor(post(SEGMENTS).willReturn(jsonResponse(answer, 201)));
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.segments.insert("Vip", VIPS))
			.withMessageContaining("POST /segments")
			.withMessageContaining("it is neither a segment nor a list of one");
		verify(1, postRequestedFor(urlEqualTo(SEGMENTS)));
	}

	@Test
	@DisplayName("are refused before any request without name, query or id")
	void refusesIncompleteSegments() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.segments.insert(" ", VIPS))
			.withMessage("name of the segment is blank: give a text");
		assertThatIllegalArgumentException().isThrownBy(() -> this.segments.insert("Vip", null))
			.withMessage("query of the segment is missing: give one, such as Query.all() for any customer");
		assertThatIllegalArgumentException().isThrownBy(() -> this.segments.replace(Segment.of("Vip", VIPS)))
			.withMessageStartingWith("id of the segment is missing");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.segments.replace(Segment.builder().id("s1").name("Vip").build()))
			.withMessageStartingWith("query of the segment is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.segments.findByName(" "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.segments.findCustomers("s1", " ", PageRequest.of(0, 1)))
			.withMessage("nodeId is blank: give the id of the node");
		assertThatIllegalArgumentException().isThrownBy(() -> this.segments.streamCustomers("s1", ""));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are read by their id, and narrowed as queries")
	void reads() {
		answer(get(VIP), SEGMENT);
		server.stubFor(get(SEGMENTS + "/none").willReturn(notFound()));
		Segment segment = this.segments.getById("s1");
		assertThat(segment.query()).hasToString("Query[tags.manual IN]");
		assertThat(segment.query().and(BASE.DOB.isNull()).toJsonObject()).containsEntry("name", "vip");
		assertThat(segment).hasToString("Segment[id=s1, 7 members]");
		assertThat(this.segments.findById("s1")).contains(segment);
		assertThat(this.segments.existsById("s1")).isTrue();
		assertThat(this.segments.findById("none")).isEmpty();
		assertThat(this.segments.existsById("none")).isFalse();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> this.segments.getById("none"));
		verify(3, getRequestedFor(urlEqualTo(VIP)));
	}

	@Test
	@DisplayName("are in use also where ContactHub spells it otherwise, and are written in one way")
	void readsEnable() {
		Segment segment = Segment.of(Map.of("id", "s1", "enable", true));
		assertThat(segment.enabled()).isTrue();
		assertThat(segment.toMap()).isEqualTo(Map.of("id", "s1", "enabled", true));
		assertThat(Segment.of(Map.of("enable", true, "enabled", false)).enabled()).isFalse();
		assertThat(Segment.of(Map.of("enable", true, "enabled", true)).withEnabled(false).toMap())
			.isEqualTo(Map.of("enabled", false));
		assertThat(Segment.of(Map.of("enable", "yes")).toMap()).isEqualTo(Map.of("enable", "yes"));
	}

	@Test
	@DisplayName("are listed page by page, all or by name")
	void lists() {
		answer(get(urlPathEqualTo(SEGMENTS)), page(0, 3, 25, SEGMENT));
		Page<Segment> page = this.segments.findAll(PageRequest.of(0, 10, Sort.by("name").descending()));
		assertThat(page.getTotalElements()).isEqualTo(25);
		assertThat(page.getContent()).extracting(Segment::name).containsExactly("Vip");
		assertThat(this.segments.findAllByName("Ü & co", PageRequest.of(0, 10))).hasSize(1);
		verify(1, getRequestedFor(urlEqualTo(SEGMENTS + "?page=0&size=10&sort=name%2Cdesc")));
		verify(1, getRequestedFor(urlEqualTo(SEGMENTS + "?page=0&size=10&name=%C3%9C%20%26%20co")));
	}

	@Test
	@DisplayName("are found by just their name, however ContactHub compares names")
	void findsByName() {
		answer(get(urlPathEqualTo(SEGMENTS)).withQueryParam("name", equalTo("Vip")),
				page(0, 1, 3, "{\"name\":\"vip\"}", SEGMENT, "{\"name\":\"Vip 2\"}"));
		answer(get(urlPathEqualTo(SEGMENTS)).withQueryParam("name", equalTo("vi")),
				page(0, 1, 2, "{\"name\":\"vip\"}", "{}"));
		answer(get(urlPathEqualTo(SEGMENTS)).withQueryParam("name", equalTo("twice")),
				page(0, 1, 2, "{\"name\":\"twice\"}", "{\"name\":\"twice\"}"));
		assertThat(this.segments.findByName("Vip")).map(Segment::id).contains("s1");
		assertThat(this.segments.findByName("vi")).isEmpty();
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.segments.findByName("twice"))
			.withMessage("name is 'twice': several segments have it, use findAllByName");
		verify(1, getRequestedFor(urlEqualTo(SEGMENTS + "?page=0&size=50&name=Vip")));
	}

	@Test
	@DisplayName("are streamed over all pages")
	void streams() {
		answer(get(urlPathEqualTo(SEGMENTS)).withQueryParam("page", equalTo("0")), page(0, 2, 51, SEGMENT));
		answer(get(urlPathEqualTo(SEGMENTS)).withQueryParam("page", equalTo("1")), page(1, 2, 51, SEGMENT));
		try (Stream<Segment> stream = this.segments.stream()) {
			assertThat(stream).hasSize(2);
		}
		verify(2, getRequestedFor(urlPathEqualTo(SEGMENTS)).withQueryParam("size", equalTo("50")));
	}

	@Test
	@DisplayName("are replaced with all that is not known, and without what ContactHub sets")
	void replaces() {
		answer(get(VIP), SEGMENT);
		answer(put(VIP), SEGMENT);
		Segment segment = this.segments.getById("s1");
		assertThat(this.segments.replace(segment.withName("Very"))).isEqualTo(segment);
		verify(1, putRequestedFor(urlEqualTo(VIP)).withRequestBody(equalToJson(
				"{\"id\":\"s1\",\"name\":\"Very\",\"query\":%s,\"enabled\":true,\"future\":[1.50]}".formatted(QUERY))));
		this.segments.replace(segment.withQuery(segment.query().intersect(Query.where(EXTERNAL_ID.isNotNull()))));
		verify(1,
				putRequestedFor(urlEqualTo(VIP)).withRequestBody(equalToJson(
						"""
								{"id":"s1","name":"Vip","query":{"type":"combined","conjunction":"INTERSECT","queries":[%s,
								{"type":"simple","are":{"condition":{"type":"atomic","attribute":"externalId","operator":"IS_NOT_NULL"}}}]},
								"enabled":true,"future":[1.50]}"""
							.formatted(QUERY))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"none\"", "[1.50]", "{}", "{\"name\":\"query\",\"query\":{\"type\":\"simple\"}}" })
	@DisplayName("are replaced with the query as it came, in whatever form it was")
	void replacesOddQueries(String query) {
		answer(get(VIP), "{\"id\":7,\"name\":\"Vip\",\"query\":%s}".formatted(query));
		answer(put(SEGMENTS + "/7"), SEGMENT);
		this.segments.replace(this.segments.getById("s1").withName("Very"));
		verify(1, putRequestedFor(urlEqualTo(SEGMENTS + "/7"))
			.withRequestBody(equalToJson("{\"id\":7,\"name\":\"Very\",\"query\":%s}".formatted(query))));
	}

	@Test
	@DisplayName("come into use and out of it by a replacement, and by none where they are already")
	void enables() {
		answer(get(VIP), SEGMENT);
		answer(put(VIP), SEGMENT);
		assertThat(this.segments.enable("s1")).isEqualTo(this.segments.getById("s1"));
		verify(0, putRequestedFor(anyUrl()));
		this.segments.disable("s1");
		verify(1, putRequestedFor(urlEqualTo(VIP)).withRequestBody(equalToJson(
				"{\"id\":\"s1\",\"name\":\"Vip\",\"query\":%s,\"enabled\":false,\"future\":[1.50]}".formatted(QUERY))));
		answer(get(VIP), "{\"id\":\"s1\",\"name\":\"Vip\",\"query\":%s}".formatted(QUERY));
		this.segments.enable("s1");
		verify(1, putRequestedFor(urlEqualTo(VIP)).withRequestBody(
				equalToJson("{\"id\":\"s1\",\"name\":\"Vip\",\"query\":%s,\"enabled\":true}".formatted(QUERY))));
	}

	@Test
	@DisplayName("are deleted, whether the answer has the segment or nothing")
	void deletes() {
		server.stubFor(delete(VIP).willReturn(okJson(SEGMENT)));
		server.stubFor(delete(SEGMENTS + "/s2").willReturn(status(204)));
		server.stubFor(delete(SEGMENTS + "/s3").willReturn(notFound()));
		this.segments.deleteById("s1");
		this.segments.deleteById("s2");
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.segments.deleteById("s3"));
		verify(1, deleteRequestedFor(urlEqualTo(VIP)));
	}

	@Test
	@DisplayName("have customers, of whom the id comes, as an object or alone")
	void findsCustomers() {
		answer(get(urlPathEqualTo(VIP + "/customers")), page(0, 2, 3, "{\"id\":\"c1\",\"base\":null}", "\"c2\""));
		Page<Customer> page = this.segments.findCustomers("s1", "n1", PageRequest.of(0, 2));
		assertThat(page.getTotalElements()).isEqualTo(3);
		assertThat(page.getContent()).containsExactly(Customer.builder().id("c1").projection(Projection.of(ID)).build(),
				Customer.builder().id("c2").projection(Projection.of(ID)).build());
		verify(1, getRequestedFor(urlEqualTo(VIP + "/customers?page=0&size=2&nodeId=n1&fields=id")));
	}

	@Test
	@DisplayName("have customers, of whom the named fields come")
	void findsFieldsOfCustomers() {
		answer(get(urlPathEqualTo(VIP + "/customers")),
				page(0, 1, 1, "{\"id\":\"c1\",\"base\":{\"firstName\":\"Ann\"},\"future\":1.50}"));
		Projection projection = Projection.of(BASE.FIRST_NAME, TAGS);
		Customer customer = this.segments
			.findCustomers("s1", "n1", PageRequest.of(0, 2, Sort.by("base.firstName")), projection)
			.getContent()
			.get(0);
		assertThat(customer.base().firstName()).isEqualTo("Ann");
		assertThat(customer.projection()).isEqualTo(projection);
		assertThat(customer.unknown().get("future")).hasToString("1.50");
		verify(1, getRequestedFor(urlEqualTo(
				VIP + "/customers?page=0&size=2&sort=base.firstName%2Casc&nodeId=n1&fields=base.firstName%2Ctags")));
	}

	@Test
	@DisplayName("have customers that are streamed and counted")
	void streamsCustomers() {
		for (int number = 0; number < 3; number++) {
			answer(get(urlPathEqualTo(VIP + "/customers")).withQueryParam("page", equalTo(String.valueOf(number)))
				.withQueryParam("size", equalTo("50")), page(number, 3, 101, "\"c" + number + "\""));
		}
		try (Stream<Customer> customers = this.segments.streamCustomers("s1", "n1")) {
			assertThat(customers).extracting(Customer::id).containsExactly("c0", "c1", "c2");
		}
		verify(1, getRequestedFor(urlEqualTo(VIP + "/customers?page=2&size=50&nodeId=n1&fields=id")));
		try (Stream<Customer> customers = this.segments.streamCustomers("s1", "n1", Projection.of(EXTERNAL_ID))) {
			assertThat(customers.findFirst().map(Customer::projection)).contains(Projection.of(EXTERNAL_ID));
		}
		answer(get(urlPathEqualTo(VIP + "/customers")).withQueryParam("size", equalTo("1")),
				page(0, 101, 101, "\"c0\""));
		assertThat(this.segments.countCustomers("s1", "n1")).isEqualTo(101);
		verify(1, getRequestedFor(urlEqualTo(VIP + "/customers?page=0&size=1&nodeId=n1&fields=id")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "null", "[\"c1\"]" })
	@DisplayName("have no customers that are neither objects nor ids")
	void failsWithOtherCustomers(String customer) {
		answer(get(urlPathEqualTo(VIP + "/customers")), page(0, 1, 1, customer));
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.segments.findCustomers("s1", "n1", PageRequest.of(0, 2)))
			.withMessageContaining("GET /segments/{id}/customers");
	}

	@Test
	@DisplayName("that there are not have no customers, and a token without their scopes is told")
	void failsWithoutSegment() {
		server.stubFor(get(urlPathEqualTo(VIP + "/customers")).willReturn(notFound()));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.segments.countCustomers("s1", "n1"));
		server.stubFor(post(SEGMENTS).willReturn(jsonResponse("{\"message\":\"no\"}", 403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> this.segments.insert("Vip", VIPS))
			.withMessageContaining("one of the scopes ADMIN, USER, TRUSTED_APPLICATION");
	}

	private static String page(int number, int pages, int total, String... elements) {
		return "{\"elements\":[%s],\"page\":{\"size\":50,\"totalElements\":%d,\"totalPages\":%d,\"number\":%d}}"
			.formatted(String.join(",", elements), total, pages, number);
	}

}
