package io.contacthub.customer;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.contacthub.WireMockTests;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.error.CustomerConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what is sent for one of many customers, and what that is called.
 */
@DisplayName("Of many customers, one")
class CustomerBulkTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final String STORED = """
			{"id":"c1","nodeId":"n1","externalId":"x1","extra":"old","registeredAt":"2017-03-09T11:31:31.842+0000",
			"base":{"firstName":"Ann","lastName":null,"contacts":{"email":"ann@example.com"},"jobs":[]},"tags":null}""";

	private static final Map<String, Object> SAME = Map.of("externalId", "x1", "base",
			Map.of("firstName", "Ann", "jobs", List.of(), "contacts", Map.of("email", "ann@example.com")), "tags",
			Map.of("manual", List.of()));

	private static final Map<String, Object> OTHER = Map.of("externalId", "x1", "extra", "new", "base",
			Map.of("firstName", "Ann"));

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("is inserted by one request, and refused when it is there")
	void isInserted() {
		answer(post(CUSTOMERS), STORED);
		assertOutcome(write(CustomerWrite.insert(), Customer.of(OTHER)), Kind.CREATED, "c1");
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(equalToJson("""
				{"nodeId":"n1","externalId":"x1","extra":"new","base":{"firstName":"Ann"}}""")));
		conflict("c1");
		BulkOutcome<?> refused = write(CustomerWrite.insert(), Customer.of(OTHER));
		assertOutcome(refused, Kind.REFUSED, null);
		assertThat(refused.failure()).isInstanceOf(CustomerConflictException.class);
		assertRequests("POST", "POST");
	}

	@Test
	@DisplayName("is upserted by one request when it is new, else by two, or is refused when nobody says which one it is")
	void isUpserted() {
		answer(post(CUSTOMERS), STORED);
		assertOutcome(write(CustomerWrite.upsert(), Customer.of(SAME)), Kind.CREATED, "c1");
		conflict("c1");
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		assertOutcome(write(CustomerWrite.upsert(), Customer.of(OTHER)), Kind.UPDATED, "c1");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(
				equalToJson("{\"externalId\":\"x1\",\"extra\":\"new\",\"base\":{\"firstName\":\"Ann\"}}")));
		server.stubFor(post(CUSTOMERS).willReturn(jsonResponse("{\"message\":\"Conflict\",\"data\":null}", 409)));
		assertOutcome(write(CustomerWrite.upsert(), Customer.of(OTHER)), Kind.REFUSED, null);
		assertOutcome(write(CustomerWrite.upsert().onlyChanges(), Customer.of(Map.of("extra", "x"))), Kind.REFUSED,
				null);
		assertRequests("POST", "POST", "PATCH", "POST", "POST");
	}

	@Test
	@DisplayName("is patched by one request, and is refused when it is not there")
	void isPatched() {
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		answer(get(CUSTOMERS + "/c1"), STORED);
		server.stubFor(patch(urlEqualTo(CUSTOMERS + "/c2")).willReturn(notFound()));
		server.stubFor(get(CUSTOMERS + "/c2").willReturn(notFound()));
		CustomerPatch changes = CustomerPatch.of(Map.of("extra", "old"));
		assertOutcome(write(CustomerWrite.patch(), new CustomerChange("c1", changes)), Kind.UPDATED, "c1");
		assertOutcome(write(CustomerWrite.patch(), new CustomerChange("c1", CustomerPatch.of(Map.of()))),
				Kind.UNCHANGED, "c1");
		BulkOutcome<?> refused = write(CustomerWrite.patch(), new CustomerChange("c2", changes));
		assertOutcome(refused, Kind.REFUSED, null);
		assertThat(refused.failure()).isInstanceOf(EmptyResultDataAccessException.class);
		assertRequests("PATCH", "GET", "PATCH");
		assertOutcome(write(CustomerWrite.patch().onlyChanges(), new CustomerChange("c2", changes)), Kind.REFUSED,
				null);
	}

	@Test
	@DisplayName("is changed where the answer to its patch is empty, and is not read for that")
	void isPatchedWithoutAnswer() {
		conflict("c1");
		server.stubFor(patch(urlEqualTo(CUSTOMERS + "/c1")).willReturn(aResponse().withStatus(204)));
		server.stubFor(get(CUSTOMERS + "/c1").willReturn(jsonResponse("{\"message\":\"Forbidden\"}", 403)));
		CustomerPatch changes = CustomerPatch.of(Map.of("extra", "new"));
		assertOutcome(write(CustomerWrite.patch(), new CustomerChange("c1", changes)), Kind.UPDATED, "c1");
		assertOutcome(write(CustomerWrite.upsert(), Customer.of(OTHER)), Kind.UPDATED, "c1");
		assertRequests("PATCH", "POST", "PATCH");
		answer(get(CUSTOMERS + "/c1"), STORED);
		assertOutcome(onlyChanges(with(OTHER, "c1")), Kind.UPDATED, "c1");
		assertRequests("PATCH", "POST", "PATCH", "GET", "PATCH");
	}

	@Test
	@DisplayName("stops the run where the node is unknown, also when it is looked for first")
	void stopsWithoutNode() {
		server.stubFor(get(urlPathEqualTo(CUSTOMERS)).willReturn(notFound()));
		BulkWriter<Customer> writer = this.customers.bulk(CustomerWrite.upsert().onlyChanges());
		try (BulkRun<Customer> run = writer.write(List.of(Customer.of(SAME)))) {
			Iterator<BulkOutcome<Customer>> outcomes = run.iterator();
			assertOutcome(outcomes.next(), Kind.NOT_DONE, null);
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(outcomes::next)
				.satisfies((ex) -> assertThat(ex.position()).isZero());
		}
	}

	@Test
	@DisplayName("is patched by what is not so already, or not at all")
	void isPatchedLeast() {
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		answer(get(CUSTOMERS + "/c1"), STORED);
		BulkWriter<CustomerChange> writer = this.customers.bulk(CustomerWrite.patch().onlyChanges());
		CustomerChange same = new CustomerChange("c1",
				CustomerPatch.of(Map.of("extra", "old", "base", Map.of("firstName", "Ann"))));
		CustomerChange other = new CustomerChange("c1",
				CustomerPatch.builder().set("extra", "old").clear("externalId").set("base.lastName", "Bee").build());
		try (BulkRun<CustomerChange> run = writer.write(List.of(same, other))) {
			assertThat(run.stream()).extracting(BulkOutcome::kind).containsExactly(Kind.UNCHANGED, Kind.UPDATED);
		}
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"externalId\":null,\"base\":{\"lastName\":\"Bee\"}}")));
		assertRequests("GET", "GET", "PATCH");
	}

	@Test
	@DisplayName("is found by its id and left alone where all is so")
	void isLeftAlone() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		assertOutcome(onlyChanges(with(SAME, "c1")), Kind.UNCHANGED, "c1");
		assertRequests("GET");
		assertOutcome(onlyChanges(this.customers.getById("c1")), Kind.UNCHANGED, "c1");
		assertRequests("GET", "GET", "GET");
	}

	@Test
	@DisplayName("is found by its external id in the index, and read as it is")
	void isFoundByExternalId() {
		answer(listed(), page("{\"id\":\"c1\"}", 1));
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		assertOutcome(onlyChanges(Customer.of(SAME)), Kind.UNCHANGED, "c1");
		assertRequests("GET", "GET");
		assertOutcome(onlyChanges(Customer.of(OTHER)), Kind.UPDATED, "c1");
		assertRequests("GET", "GET", "GET", "GET", "PATCH");
		verify(1, patchRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"extra\":\"new\"}")));
	}

	@Test
	@DisplayName("is new where neither its id nor the index knows it, also where it has an id of another node")
	void isNew() {
		server.stubFor(get(CUSTOMERS + "/c0").willReturn(notFound()));
		answer(get(CUSTOMERS + "/c1"), STORED.replace("\"n1\"", "\"n2\""));
		answer(listed(), page("", 0));
		answer(post(CUSTOMERS), STORED);
		assertOutcome(onlyChanges(Customer.of(SAME)), Kind.CREATED, "c1");
		assertRequests("GET", "POST");
		assertOutcome(onlyChanges(with(SAME, "c1")), Kind.CREATED, "c1");
		assertRequests("GET", "POST", "GET", "GET", "POST");
		assertOutcome(onlyChanges(with(Map.of("extra", "x"), "c0")), Kind.CREATED, "c1");
		assertRequests("GET", "POST", "GET", "GET", "POST", "GET", "POST");
	}

	@Test
	@DisplayName("is not looked for by an id that is one of another node, as in an export of that")
	void isOfAnotherNode() {
		answer(listed(), page("", 0));
		answer(post(CUSTOMERS), STORED);
		Customer exported = Customer.of(SAME).with((copy) -> copy.id("c9").nodeId("n2"));
		assertOutcome(onlyChanges(exported), Kind.CREATED, "c1");
		assertRequests("GET", "POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"id\":\"c1\",\"externalId\":\"x2\"}", "{\"id\":\"c1\",\"externalId\":null}",
			"{\"id\":\"c1\",\"externalId\":\"x1\",\"nodeId\":\"n2\"}" })
	@DisplayName("is new where the index is behind: it is not there any more, or has another external id")
	void isNewThoughTheIndexHasIt(String stored) {
		answer(listed(), page("{\"id\":\"c1\"}", 1));
		server.stubFor(get(CUSTOMERS + "/c1").willReturn(stored.isEmpty() ? notFound() : jsonResponse(stored, 200)));
		answer(post(CUSTOMERS), STORED.replace("c1", "c2"));
		assertOutcome(onlyChanges(Customer.of(SAME)), Kind.CREATED, "c2");
		assertRequests("GET", "GET", "POST");
	}

	@Test
	@DisplayName("is refused where several have its external id, and nothing is written")
	void isAmbiguous() {
		answer(listed(), page("{\"id\":\"c1\"},{\"id\":\"c2\"}", 2));
		BulkOutcome<?> outcome = onlyChanges(Customer.of(SAME));
		assertOutcome(outcome, Kind.REFUSED, null);
		assertThat(outcome.failure()).isInstanceOf(IncorrectResultSizeDataAccessException.class);
		assertThat(outcome.reason()).contains("'x1'");
		assertRequests("GET");
	}

	@Test
	@DisplayName("is read where only ContactHub knows that it is there")
	void isReadAfterConflict() {
		conflict("c1");
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		Map<String, Object> email = Map.of("base", Map.of("contacts", Map.of("email", "ann@example.com")));
		assertOutcome(onlyChanges(Customer.of(email)), Kind.UNCHANGED, "c1");
		assertRequests("POST", "GET");
		assertOutcome(onlyChanges(Customer.of(email).withExtra("new")), Kind.UPDATED, "c1");
		assertRequests("POST", "GET", "POST", "GET", "PATCH");
		verify(1, patchRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"extra\":\"new\"}")));
	}

	@Test
	@DisplayName("is changed where the answer to its patch was lost, though there is nothing left to be sent then")
	void isChangedThoughTheAnswerWasLost() {
		server.stubFor(get(CUSTOMERS + "/c1").inScenario("lost").willReturn(okJson(STORED)));
		server.stubFor(patch(urlEqualTo(CUSTOMERS + "/c1")).inScenario("lost")
			.willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
			.willSetStateTo("changed"));
		server.stubFor(get(CUSTOMERS + "/c1").inScenario("lost")
			.whenScenarioStateIs("changed")
			.willReturn(okJson(STORED.replace("old", "new"))));
		assertOutcome(onlyChanges(with(OTHER, "c1")), Kind.UPDATED, "c1");
		assertRequests("GET", "PATCH", "GET");
	}

	@Test
	@DisplayName("is written within the session of the repository")
	void isWrittenInSession() {
		server.stubFor(post(urlPathEqualTo(CUSTOMERS)).willReturn(conflictWith("c1")));
		answer(patch(urlPathEqualTo(CUSTOMERS + "/c1")), STORED);
		try (BulkRun<Customer> run = this.customers.inSession(SessionId.of("s1"))
			.bulk(CustomerWrite.upsert())
			.write(List.of(Customer.of(OTHER)))) {
			assertThat(run.complete().count(Kind.UPDATED)).isOne();
		}
		verify(2, anyRequestedFor(anyUrl()).withQueryParam("sessionId", equalTo("s1")));
	}

	@Test
	@DisplayName("is refused by itself when it cannot be sent")
	void isRefusedBeforeItIsSent() {
		answer(post(CUSTOMERS), STORED);
		Customer unsendable = Customer.builder().base((base) -> base.locale("Italian")).build();
		try (BulkRun<Customer> run = this.customers.bulk(CustomerWrite.insert())
			.write(List.of(Customer.of(OTHER), unsendable, Customer.of(OTHER)))) {
			assertThat(run.stream()).extracting(BulkOutcome::kind)
				.containsExactly(Kind.CREATED, Kind.REFUSED, Kind.CREATED);
		}
		assertRequests("POST", "POST");
	}

	@Test
	@DisplayName("is the same one to others that share its id, external id or e-mail address in any case")
	void hasKeys() {
		Customer customer = Customer.builder()
			.id("c1")
			.externalId("X1")
			.base((base) -> base.contacts((contacts) -> contacts.email("Ann@Example.com")))
			.build();
		CustomerChange change = new CustomerChange("c1",
				CustomerPatch.builder().set("externalId", "x1").set("base.contacts.email", " ann@example.com").build());
		assertThat(CustomerKeys.of(customer)).hasSize(3).isEqualTo(CustomerKeys.of(change));
		assertThat(CustomerKeys.of(Customer.builder().externalId(" ").build())).isEmpty();
		assertThat(CustomerKeys.of(new CustomerChange("c1", CustomerPatch.builder().clear("externalId").build())))
			.hasSize(1);
		assertThat(Collections.disjoint(CustomerKeys.of(Customer.builder().id("x1").build()),
				CustomerKeys.of(Customer.builder().externalId("x1").build())))
			.isTrue();
	}

	@Test
	@DisplayName("is asked for nothing that cannot be")
	void refusesImpossible() {
		assertThatIllegalStateException().isThrownBy(CustomerWrite.insert()::onlyChanges)
			.withMessageContaining("upsert().onlyChanges()");
		assertThatIllegalArgumentException().isThrownBy(() -> new CustomerChange(" ", CustomerPatch.of(Map.of())));
		assertThat(CustomerWrite.upsert().onlyChanges()).hasToString("CustomerWrite[upsert, only changes]");
	}

	private BulkOutcome<?> onlyChanges(Customer customer) {
		return write(CustomerWrite.upsert().onlyChanges(), customer);
	}

	private <T> BulkOutcome<T> write(CustomerWrite<T> write, T item) {
		try (BulkRun<T> run = this.customers.bulk(write).write(List.of(item))) {
			List<BulkOutcome<T>> outcomes = run.stream().toList();
			assertThat(outcomes).hasSize(1);
			return outcomes.get(0);
		}
	}

	private static void assertOutcome(BulkOutcome<?> outcome, Kind kind, String id) {
		assertThat(outcome.kind()).as(() -> String.valueOf(outcome.failure())).isEqualTo(kind);
		assertThat(outcome.id()).isEqualTo(id);
	}

	/**
	 * Check which requests there were so far, in their order.
	 */
	private static void assertRequests(String... methods) {
		List<ServeEvent> events = server.getAllServeEvents();
		assertThat(events.stream().map((event) -> event.getRequest().getMethod()))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(methods).map(RequestMethod::fromString).toList());
	}

	private static Customer with(Map<String, Object> members, String id) {
		return Customer.of(members).withId(id);
	}

	private static MappingBuilder listed() {
		return get(urlPathEqualTo(CUSTOMERS)).withQueryParam("externalId", equalTo("x1"))
			.withQueryParam("nodeId", equalTo("n1"))
			.withQueryParam("size", equalTo("2"))
			.withQueryParam("fields", equalTo("id"));
	}

	private static String page(String elements, int total) {
		return "{\"elements\":[" + elements + "],\"page\":{\"size\":2,\"totalElements\":" + total
				+ ",\"totalPages\":1,\"number\":0}}";
	}

	private static void conflict(String id) {
		server.stubFor(post(CUSTOMERS).willReturn(conflictWith(id)));
	}

	private static ResponseDefinitionBuilder conflictWith(String id) {
		return jsonResponse("{\"message\":\"Conflict\",\"data\":{\"customer\":{\"id\":\"" + id + "\"}}}", 409);
	}

}
