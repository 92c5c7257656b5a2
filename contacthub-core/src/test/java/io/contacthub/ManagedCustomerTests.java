package io.contacthub;

import java.util.List;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.json.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ManagedCustomer}.
 */
@DisplayName("A managed customer")
class ManagedCustomerTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final String STORED = """
			{"id":"c1","nodeId":"n1","externalId":"e1","base":{"firstName":"Ann"},"tags":{"manual":["vip"]},"x":{"y":null}}""";

	@Test
	@DisplayName("S11 S36 is posted, and has its id and no changes then")
	void posts() {
		answer(post(CUSTOMERS), STORED);
		ManagedCustomer customer = this.node.customer(Customer.builder().externalId("e1").build());
		assertThat(customer.id()).isNull();
		assertThat(customer.changes().toMap()).containsOnlyKeys("externalId");
		customer.post();
		assertThat(customer.id()).isEqualTo("c1");
		assertThat(customer.changes().isEmpty()).isTrue();
		assertThat(customer.get().base().firstName()).isEqualTo("Ann");
	}

	@Test
	@DisplayName("S39 is posted over the one that exists")
	void upserts() {
		server.stubFor(post(CUSTOMERS)
			.willReturn(jsonResponse("{\"message\":\"m\",\"data\":{\"customer\":{\"id\":\"c1\"}}}", 409)));
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		ManagedCustomer customer = this.node
			.customer(Customer.builder().externalId("e1").base((base) -> base.firstName("Ann")).build());
		assertThat(customer.upsert()).isSameAs(customer);
		assertThat(customer.id()).isEqualTo("c1");
		assertThat(customer.get().tags().manual()).containsExactly("vip");
		assertThat(customer.changes().isEmpty()).isTrue();
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(
				equalToJson("{\"nodeId\":\"n1\",\"externalId\":\"e1\",\"base\":{\"firstName\":\"Ann\"}}")));
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"externalId\":\"e1\",\"base\":{\"firstName\":\"Ann\"}}")));
		customer.patch();
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S83 S87 is replaced by what it is now, and has no changes then")
	void puts() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(put(CUSTOMERS + "/c1"), STORED.replace("Ann", "Bea").replace("\"vip\"", "\"vip\",\"other\""));
		ManagedCustomer customer = this.node.customer("c1")
			.edit((current) -> current.withExternalId(null).withBase((base) -> base.withFirstName("Bea")));
		assertThat(customer.put()).isSameAs(customer);
		verify(1, putRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"id":"c1","nodeId":"n1","base":{"firstName":"Bea"},"tags":{"manual":["vip"]},"x":{"y":null}}""")));
		assertThat(customer.get().tags().manual()).containsExactly("vip", "other");
		assertThat(customer.get().externalId()).isEqualTo("e1");
		assertThat(customer.changes().isEmpty()).isTrue();
		customer.patch();
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S97 sends its changes, once, and nothing without a change")
	void patches() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED.replace("Ann", "Bea"));
		ManagedCustomer customer = this.node.customer("c1");
		customer.patch();
		verify(0, patchRequestedFor(anyUrl()));
		customer.edit((current) -> current.withBase((base) -> base.withFirstName("Bea")));
		assertThat(customer.changes().toMap()).isEqualTo(Properties.of("base", Properties.of("firstName", "Bea")));
		customer.patch().patch();
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"base\":{\"firstName\":\"Bea\"}}")));
		assertThat(customer.changes().isEmpty()).isTrue();
	}

	@Test
	@DisplayName("S97 keeps its changes when sending them fails")
	void keepsChanges() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		server.stubFor(patch(urlEqualTo(CUSTOMERS + "/c1")).willReturn(status(400)));
		ManagedCustomer customer = this.node.customer("c1").edit((current) -> current.withExtra("new"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(customer::patch);
		assertThat(customer.changes().toMap()).containsExactlyEntriesOf(Properties.of("extra", "new"));
	}

	@Test
	@DisplayName("S23 S83 S88 S108 makes the same requests as the repositories, byte for byte")
	void makesSameRequests() {
		Customer stored = Customer.of(Properties.of("id", "c1", "externalId", "e1"));
		assertSame((node) -> node.customers().insert(stored), (node) -> node.customer(stored).post());
		assertSame((node) -> node.customers().replace(stored.withExtra("x")),
				(node) -> node.customer(stored).edit((customer) -> customer.withExtra("x")).put());
		assertSame((node) -> node.customers().patch("c1", (change) -> change.set("extra", "x")),
				(node) -> node.customer(stored).edit((customer) -> customer.withExtra("x")).patch());
		assertSame((node) -> node.customers().deleteById("c1"), (node) -> node.customer(stored).delete());
		assertSame((node) -> node.customers().addTag("c1", "t"), (node) -> node.customer(stored).addTag("t"));
		assertSame((node) -> node.customers().removeTag("c1", "vip"), (node) -> node.customer(stored).removeTag("vip"));
		assertSame((node) -> node.customers().addSession("c1", SessionId.of("s")),
				(node) -> node.customer(stored).addSession(SessionId.of("s")));
		assertSame((node) -> node.customers().getById("c1"), (node) -> node.customer(stored).refresh());
	}

	@Test
	@DisplayName("S112 S114 S117 S120 S122 S125 S128 S130 S133 leads to its educations, jobs, likes and subscriptions")
	void leadsToItems() {
		Customer stored = Customer.builder().id("c1").build();
		Education education = Education.builder().id("1").build();
		Job job = Job.builder().id("1").build();
		Like like = Like.builder().id("1").build();
		assertSame((node) -> node.customers().educations("c1").insert(education),
				(node) -> node.customer(stored).educations().insert(education));
		assertSame((node) -> node.customers().educations("c1").replace(education),
				(node) -> node.customer(stored).educations().replace(education));
		assertSame((node) -> node.customers().educations("c1").deleteById("1"),
				(node) -> node.customer(stored).educations().deleteById("1"));
		assertSame((node) -> node.customers().jobs("c1").insert(job),
				(node) -> node.customer(stored).jobs().insert(job));
		assertSame((node) -> node.customers().jobs("c1").replace(job),
				(node) -> node.customer(stored).jobs().replace(job));
		assertSame((node) -> node.customers().jobs("c1").deleteById("1"),
				(node) -> node.customer(stored).jobs().deleteById("1"));
		assertSame((node) -> node.customers().likes("c1").insert(like),
				(node) -> node.customer(stored).likes().insert(like));
		assertSame((node) -> node.customers().likes("c1").replace(like),
				(node) -> node.customer(stored).likes().replace(like));
		assertSame((node) -> node.customers().likes("c1").deleteById("1"),
				(node) -> node.customer(stored).likes().deleteById("1"));
		assertSame((node) -> node.customers().subscriptions("c1").getById("1"),
				(node) -> node.customer(stored).subscriptions().getById("1"));
	}

	@Test
	@DisplayName("S12 S13 S162 S163 leads to its events, which can be looked at only")
	void leadsToEvents() {
		answer(get(urlPathEqualTo(WORKSPACE + "/events")), """
				{"elements":[{"id":"v1","type":"loggedIn"}],
				"page":{"size":10,"totalElements":21,"totalPages":3,"number":2}}""");
		Page<Event> events = this.node.customer(Customer.builder().id("c1").build()).events(PageRequest.of(2, 10));
		verify(1, getRequestedFor(urlEqualTo(WORKSPACE + "/events?page=2&size=10&customerId=c1")));
		verify(1, anyRequestedFor(anyUrl()));
		assertThat(events).extracting(Event::id).containsExactly("v1");
		assertThat(events).extracting((event) -> event.type().value()).containsExactly("loggedIn");
		assertThat(events.getTotalElements()).isEqualTo(21);
		List<Event> list = events.getContent();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(list.get(0)));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.sort(null));
	}

	@Test
	@DisplayName("S100 is deleted, and is new again then")
	void deletes() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		server.stubFor(delete(CUSTOMERS + "/c1").willReturn(ok()));
		answer(post(CUSTOMERS), STORED);
		ManagedCustomer customer = this.node.customer("c1");
		customer.delete();
		verify(1, deleteRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(absent()));
		assertThat(customer.id()).isNull();
		assertThat(customer.changes().toMap()).containsOnlyKeys("externalId", "base", "tags", "x");
		assertThatIllegalStateException().isThrownBy(customer::delete);
		customer.post();
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(equalToJson(
				"""
						{"nodeId":"n1","externalId":"e1","base":{"firstName":"Ann"},"tags":{"manual":["vip"]},"x":{"y":null}}""")));
		assertThat(customer.id()).isEqualTo("c1");
	}

	@Test
	@DisplayName("cannot be patched, deleted or asked for its events before it is stored")
	void needsToBeStored() {
		ManagedCustomer customer = this.node.customer(Customer.builder().build());
		assertThatIllegalStateException().isThrownBy(customer::patch)
			.withMessage("The customer cannot be patched: it is not stored, post() it first");
		assertThatIllegalStateException().isThrownBy(customer::delete);
		assertThatIllegalStateException().isThrownBy(() -> customer.events(PageRequest.of(0, 1)));
		assertThatIllegalStateException().isThrownBy(customer::educations);
		assertThatIllegalArgumentException().isThrownBy(customer::put);
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("cannot become another customer")
	void keepsItsId() {
		ManagedCustomer customer = this.node.customer(Customer.builder().id("c1").build());
		assertThatIllegalArgumentException().isThrownBy(() -> customer.edit((current) -> current.withId("c2")))
			.withMessage("id of the customer is 'c1' and cannot be changed to 'c2'");
	}

	@Test
	@DisplayName("keeps changes that were not sent when it is tagged")
	void keepsChangesWhenTagged() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED.replace("[\"vip\"]", "[\"vip\",\"new\"]"));
		ManagedCustomer customer = this.node.customer("c1").edit((current) -> current.withExtra("x")).addTag("new");
		assertThat(customer.get().tags().manual()).containsExactly("vip", "new");
		assertThat(customer.get().extra()).isEqualTo("x");
		assertThat(customer.changes().toMap()).containsOnlyKeys("extra");
		assertThat(customer.refresh().get().extra()).isNull();
		assertThat(customer).hasToString("ManagedCustomer[id=c1, 6 members]");
	}

	private void assertSame(Consumer<Node> one, Consumer<Node> other) {
		List<String> expected = record(one);
		assertThat(expected).isNotEmpty();
		assertThat(record(other)).isEqualTo(expected);
	}

	private List<String> record(Consumer<Node> calls) {
		server.resetAll();
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(STORED, 200)));
		calls.accept(this.node);
		return server.findAll(anyRequestedFor(anyUrl())).stream().map(ManagedCustomerTests::describe).toList();
	}

	private static String describe(LoggedRequest request) {
		return request.getMethod() + " " + request.getUrl() + " " + request.getHeader("Content-Type") + " "
				+ request.getBodyAsString();
	}

}
