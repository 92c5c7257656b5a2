package io.contacthub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.event.Event;
import io.contacthub.json.JsonObject;
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
		assertThat(customer.post()).isSameAs(customer);
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS))
			.withRequestBody(equalToJson("{\"nodeId\":\"n1\",\"externalId\":\"e1\"}")));
		verify(1, anyRequestedFor(anyUrl()));
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
		assertThat(customer.changes().toMap()).isEqualTo(JsonObject.of("base", JsonObject.of("firstName", "Bea")));
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
		assertThat(customer.changes().toMap()).containsExactlyEntriesOf(JsonObject.of("extra", "new"));
	}

	@Test
	@DisplayName("S23 S83 S88 S108 makes the same requests as the repositories, byte for byte")
	void makesSameRequests() {
		Customer stored = Customer.of(JsonObject.of("id", "c1", "externalId", "e1"));
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
		assertSame((node) -> node.customers().upsert(stored), (node) -> node.customer(stored).upsert());
		assertSame((node) -> node.events().findByCustomerId("c1", PageRequest.of(1, 5)),
				(node) -> node.customer(stored).events(PageRequest.of(1, 5)));
		assertSame((node) -> node.customers().sessions("c1").delete(SessionId.of("s")),
				(node) -> node.customer(stored).sessions().delete(SessionId.of("s")));
	}

	@Test
	@DisplayName("S23 S39 S83 makes the same two requests as the repository when it exists already, byte for byte")
	void makesSameRequestsAfterConflict() {
		Customer known = Customer.of(JsonObject.of("externalId", "e1", "extra", "x", "future", 1));
		server.stubFor(post(CUSTOMERS)
			.willReturn(jsonResponse("{\"message\":\"m\",\"data\":{\"customer\":{\"id\":\"c1\"}}}", 409)));
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		Customer updated = this.node.customers().upsert(known);
		List<String> expected = requests();
		assertThat(expected).containsExactly(
				"POST " + CUSTOMERS
						+ " application/json {\"externalId\":\"e1\",\"extra\":\"x\",\"future\":1,\"nodeId\":\"n1\"}",
				"PATCH " + CUSTOMERS + "/c1 application/json {\"externalId\":\"e1\",\"extra\":\"x\",\"future\":1}");
		server.resetRequests();
		assertThat(this.node.customer(known).upsert().get()).isEqualTo(updated);
		assertThat(requests()).isEqualTo(expected);
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
	@DisplayName("S108 S112 S114 S117 adds, changes and removes an education of its own")
	void keepsEducations() {
		Education education = Education.builder().id("7").schoolName("s").startYear(1994).build();
		checkItems("educations", ManagedCustomer::educations, education, education.withSchoolName("t"),
				"{\"id\":\"7\",\"schoolName\":\"s\",\"startYear\":1994}");
	}

	@Test
	@DisplayName("S108 S120 S122 S125 adds, changes and removes a job of its own")
	void keepsJobs() {
		Job job = Job.builder().id("7").jobTitle("s").isCurrent(true).build();
		checkItems("jobs", ManagedCustomer::jobs, job, job.withJobTitle("t"),
				"{\"id\":\"7\",\"jobTitle\":\"s\",\"isCurrent\":true}");
	}

	@Test
	@DisplayName("S108 S128 S130 S133 adds, changes and removes a like of its own")
	void keepsLikes() {
		Like like = Like.builder().id("7").name("s").createdTime(Instant.EPOCH).build();
		checkItems("likes", ManagedCustomer::likes, like, like.withName("t"),
				"{\"id\":\"7\",\"name\":\"s\",\"createdTime\":\"1970-01-01T00:00:00.000Z\"}");
	}

	@Test
	@DisplayName("S108 adds, changes and removes a subscription of its own")
	void keepsSubscriptions() {
		Subscription subscription = Subscription.builder().id("7").name("s").kind(SubscriptionKind.SERVICE).build();
		checkItems("subscriptions", ManagedCustomer::subscriptions, subscription, subscription.withName("t"),
				"{\"id\":\"7\",\"name\":\"s\",\"kind\":\"SERVICE\"}");
	}

	private <T> void checkItems(String name, Function<ManagedCustomer, CustomerItemRepository<T>> items, T item,
			T changed, String json) {
		String url = CUSTOMERS + "/c1/" + name;
		String changedJson = json.replace("\"s\"", "\"t\"");
		server.stubFor(post(url).willReturn(jsonResponse(json, 201)));
		answer(get(url + "/7"), json);
		answer(put(url + "/7"), changedJson);
		server.stubFor(delete(url + "/7").willReturn(ok()));
		CustomerItemRepository<T> own = items.apply(this.node.customer(Customer.builder().id("c1").build()));
		assertThat(own.insert(item)).isEqualTo(item);
		assertThat(own.getById("7")).isEqualTo(item);
		assertThat(own.replace(changed)).isEqualTo(changed);
		own.deleteById("7");
		verify(1, postRequestedFor(urlEqualTo(url)).withRequestBody(equalToJson(json)));
		verify(1, getRequestedFor(urlEqualTo(url + "/7")));
		verify(1, putRequestedFor(urlEqualTo(url + "/7")).withRequestBody(equalToJson(changedJson)));
		verify(1, deleteRequestedFor(urlEqualTo(url + "/7")).withRequestBody(absent()));
		verify(4, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S91 S93 S94 has one more subscription, which is a change of the whole list")
	void addsSubscription() {
		String stored = """
				{"id":"c1","base":{"firstName":"Ann","subscriptions":[{"id":"s1","kind":"SERVICE","x":1}]}}""";
		answer(get(CUSTOMERS + "/c1"), stored);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		ManagedCustomer customer = this.node.customer("c1");
		Subscription added = Subscription.builder().id("s2").name("n").kind(SubscriptionKind.DIGITAL_MESSAGE).build();
		customer.edit((current) -> current
			.withBase((base) -> base.withSubscriptions((subscriptions) -> subscriptions.add(added))));
		assertThat(customer.get().base().subscriptions()).extracting(Subscription::id).containsExactly("s1", "s2");
		Map<String, Object> changes = customer.changes().toMap();
		assertThat(this.node.customers().patch("c1", changes).externalId()).isEqualTo("e1");
		assertThat(customer.patch().get().externalId()).isEqualTo("e1");
		verify(2, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"base":{"subscriptions":[{"id":"s1","kind":"SERVICE","x":1},
				{"id":"s2","name":"n","kind":"DIGITAL_MESSAGE"}]}}""")));
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S93 tells its changes as a new map each time, with nulls for what is gone, and is not changed by it")
	void tellsChanges() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		ManagedCustomer customer = this.node.customer("c1")
			.edit((current) -> current.withExternalId(null)
				.withBase((base) -> base.withFirstName("Bea").withLastName("Smith"))
				.withTags((tags) -> tags.withManual(List.of("vip", "new"))));
		Map<String, Object> expected = new LinkedHashMap<>();
		expected.put("externalId", null);
		expected.put("base", Map.of("firstName", "Bea", "lastName", "Smith"));
		expected.put("tags", Map.of("manual", List.of("vip", "new")));
		Map<String, Object> changes = customer.changes().toMap();
		assertThat(changes).isEqualTo(expected);
		((Map<?, ?>) changes.get("base")).clear();
		((List<?>) ((Map<?, ?>) changes.get("tags")).get("manual")).clear();
		changes.remove("externalId");
		assertThat(customer.changes().toMap()).isEqualTo(expected);
		assertThat(customer.get().base().firstName()).isEqualTo("Bea");
		assertThat(customer
			.edit((current) -> current.withExternalId("e1")
				.withBase((base) -> base.withFirstName("Ann").withLastName(null))
				.withTags((tags) -> tags.withManual(List.of("vip"))))
			.changes()
			.isEmpty()).isTrue();
		verify(1, anyRequestedFor(anyUrl()));
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
		answer(get(urlPathEqualTo(WORKSPACE + "/events")),
				"{\"elements\":[],\"page\":{\"size\":5,\"totalElements\":0,\"totalPages\":0,\"number\":1}}");
		answer(get(CUSTOMERS + "/c1/sessions"), "{\"elements\":[{\"id\":\"s1\",\"value\":\"s\"}]}");
		calls.accept(this.node);
		return requests();
	}

	private static List<String> requests() {
		return server.findAll(anyRequestedFor(anyUrl())).stream().map(ManagedCustomerTests::describe).toList();
	}

	private static String describe(LoggedRequest request) {
		return request.getMethod() + " " + request.getUrl() + " " + request.getHeader("Content-Type") + " "
				+ request.getBodyAsString();
	}

}
