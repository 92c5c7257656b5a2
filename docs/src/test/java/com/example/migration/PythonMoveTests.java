package com.example.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.ManagedCustomer;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Address;
import io.contacthub.customer.Contacts;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.OtherContact;
import io.contacthub.customer.OtherContactType;
import io.contacthub.customer.SchoolType;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.customer.TagNotFoundException;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventMode;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.event.properties.ServiceSubscribed;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what the page for users of the Python SDK says.
 */
@ContactHubTest
@DisplayName("A script of the Python SDK")
class PythonMoveTests {

	@Autowired
	private Node node;

	@Autowired
	private ContactHubEmulator emulator;

	private CustomerRepository customers;

	private EventRepository events;

	private PythonMove move;

	@BeforeEach
	void useNode() {
		this.customers = this.node.customers();
		this.events = this.node.events();
		this.move = new PythonMove(this.node);
	}

	private Customer stored(String externalId) {
		return this.customers.insert(Map.of("externalId", externalId, "base", Map.of("firstName", "Bruce")));
	}

	private static String id(Customer customer) {
		return Objects.requireNonNull(customer.id());
	}

	@Test
	@DisplayName("connects by a builder or by its file")
	void connects(@TempDir Path folder) throws Exception {
		Workspace workspace = Workspace.builder()
			.id(this.emulator.workspaceId())
			.token(this.emulator.token())
			.baseUrl(this.emulator.baseUrl())
			.build();
		assertThat(workspace.node(this.emulator.nodeId()).customers().count()).isZero();
		Path file = Files.writeString(folder.resolve("file.INI"), "workspace_id = w\ntoken = 10%off\n");
		assertThat(Workspace.fromIniFile(file).baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
		assertThat(Workspace.builder().iniFile(file).build().id()).isEqualTo("w");
	}

	@Test
	@DisplayName("goes through all pages")
	void reads() {
		this.emulator.populate(25);
		assertThat(this.move.count(Query.all())).isEqualTo(25);
		assertThat(new ReaderReport(this.customers).emails()).isNotEmpty();
		Page<Customer> page = this.customers.findAll(PageRequest.of(2, 10));
		assertThat(page.getNumber()).isEqualTo(2);
		assertThat(page.getNumberOfElements()).isEqualTo(5);
		assertThat(page.getSize()).isEqualTo(10);
		assertThat(page.getTotalElements()).isEqualTo(25);
		assertThat(page.getTotalPages()).isEqualTo(3);
		assertThat(page.hasNext()).isFalse();
		assertThat(this.customers.findAll(page.previousPageable()).getNumber()).isEqualTo(1);
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findAll(page.nextPageable()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findAll(PageRequest.of(0, 51)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.findAll(this.customers.findAll(PageRequest.of(0, 10)).previousPageable()));
	}

	@Test
	@DisplayName("finds one customer, or tells that there are several")
	void findsOne() {
		Customer first = stored("01");
		assertThat(this.customers.findById(id(first))).contains(first);
		assertThat(this.customers.getById(id(first))).isEqualTo(first);
		assertThat(this.customers.findById("none")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.customers.getById("none"));
		assertThat(this.customers.findByExternalId("01")).isPresent();
		assertThat(this.customers.findByExternalId("none")).isEmpty();
		stored("01");
		assertThat(this.customers.findAllByExternalId("01")).hasSize(2);
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.customers.findByExternalId("01"));
		assertThat(this.customers.findAllByExternalId("01", Query.where(BASE.FIRST_NAME.eq("Bruce")),
				PageRequest.of(0, 1), Projection.of(EXTRA)))
			.hasSize(1);
	}

	@Test
	@DisplayName("has only the fields that were asked for, and replaces nothing with them")
	void readsFields() {
		stored("01");
		Projection fields = Projection.of(BASE.CONTACTS.EMAIL, BASE.DOB, EXTRA);
		Customer partial = this.customers.findAll(PageRequest.of(0, 10), fields).getContent().get(0);
		assertThat(partial.base().firstName()).isNull();
		assertThat(this.customers.stream(fields)).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.replace(partial));
		assertThat(Projection.of(Field.field("base.firstName"), Field.field("base.lastName")).paths())
			.isEqualTo("base.firstName,base.lastName");
	}

	@Test
	@DisplayName("reads every attribute, and nothing where there is none")
	void readsAttributes() {
		Customer customer = Customer.builder()
			.extra("note")
			.base((base) -> base
				.contacts(Contacts.builder()
					.email("a@example.com")
					.fax("1")
					.otherContacts(List
						.of(OtherContact.builder().value("2").name("home").type(OtherContactType.MOBILE).build()))
					.build())
				.address(Address.builder().city("Rome").geo((geo) -> geo.lat(45.4).lon(9.2)).build()))
			.build();
		assertThat(customer.base().contacts().email()).isEqualTo("a@example.com");
		assertThat(customer.get("base.address.city")).isEqualTo("Rome");
		assertThat(customer.base().dob()).isNull();
		assertThat(customer.tags().manual()).isEmpty();
		assertThat(customer.tags().auto()).isEmpty();
		assertThat(customer.extended()).isEmpty();
		assertThat(customer.base().toMap()).containsOnlyKeys("contacts", "address");
		assertThat(customer.toMap()).containsOnlyKeys("extra", "base");
		assertThat(customer.withExtended("points", 1).extendedAs(Points.class)).isEqualTo(new Points(1));
		assertThat(Customer.builder(Map.of("base", Map.of())).build().extended()).isEmpty();
		assertThat(JsonObject.of("a", 1, "b", LocalDate.of(2020, 1, 1), "c", JsonObject.of("d", null)).toMap())
			.containsEntry("b", "2020-01-01");
		assertThat(SubscriptionKind.of("WHATEVER").value()).isEqualTo("WHATEVER");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> customer.base().contacts().otherContacts().clear());
	}

	@Test
	@DisplayName("queries as before, with null said as isNull")
	void queries() {
		stored("01");
		this.customers.insert(Map.of("externalId", "02", "base", Map.of("dob", "1990-01-01"), "tags",
				Map.of("manual", List.of("newsletter"))));
		assertThat(this.customers.findAll(Query.where(BASE.DOB.isNull()), PageRequest.of(0, 50))).hasSize(1);
		assertThat(this.customers.findAll(Query.where(BASE.DOB.isNotNull()), PageRequest.of(0, 50))).hasSize(1);
		assertThat(Query.where(BASE.FIRST_NAME.eq(null))).isEqualTo(Query.where(BASE.FIRST_NAME.isNull()));
		assertThat(Query.where(BASE.FIRST_NAME.ne(null))).isEqualTo(Query.where(BASE.FIRST_NAME.isNotNull()));
		assertThat(this.move.adultsWithoutEmail(LocalDate.of(2026, 1, 1))).hasSize(1);
		Query bruce = Query.where(BASE.FIRST_NAME.eq("Bruce"));
		Query tagged = Query.where(TAGS.MANUAL.contains("newsletter"));
		assertThat(this.customers.stream(bruce.union(tagged))).hasSize(2);
		assertThat(this.customers.stream(bruce.intersect(tagged))).isEmpty();
		assertThat(this.customers.stream(bruce.except(tagged))).hasSize(1);
		assertThat(this.customers.stream(bruce.and(BASE.LAST_NAME.eq("Wayne")))).isEmpty();
		assertThat(this.customers.stream(Query.where(TAGS.MANUAL.doesNotContain("newsletter")))).hasSize(1);
		assertThat(this.customers.stream(Query.where(BASE.FIRST_NAME.in(List.of("Bruce", "Selina"))))).hasSize(1);
		assertThat(this.customers.stream(Query.where(BASE.FIRST_NAME.notIn(List.of("Bruce"))))).hasSize(1);
		assertThat(this.customers.stream(Query.where(BASE.DOB.between("1950-01-01", "1994-01-01")))).hasSize(1);
		assertThat(this.customers
			.stream(Query.where(BASE.DOB.between(LocalDate.of(1950, 1, 1), LocalDate.of(1994, 1, 1))))).hasSize(1);
		assertThat(this.customers.stream(Query.where(REGISTERED_AT.lt(LocalDate.of(2010, 6, 10))))).isEmpty();
		assertThat(this.customers.stream(Query.where(REGISTERED_AT.lte(Instant.EPOCH)))).isEmpty();
		assertThat(this.customers.stream(Query.where(BASE.DOB.gt(LocalDateTime.of(1989, 6, 10, 0, 0))))).hasSize(1);
		assertThat(this.customers.stream(Query.where(BASE.DOB.gte(LocalDate.of(1994, 6, 10))))).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> REGISTERED_AT.lt(LocalDateTime.of(2010, 6, 10, 0, 0)));
		assertThatIllegalArgumentException().isThrownBy(() -> BASE.DOB.lt(Instant.EPOCH));
		assertThat(Query.all().intersect(bruce)).isEqualTo(bruce);
		assertThatIllegalArgumentException().isThrownBy(() -> Query.all().except(bruce));
		assertThatIllegalStateException().isThrownBy(() -> bruce.union(tagged).and(BASE.LAST_NAME.eq("Wayne")));
	}

	@Test
	@DisplayName("stores customers from maps and values, new or not")
	void stores() {
		Customer stored = this.customers.insert(Map.of("externalId", "01", "extra", "x", "base",
				Map.of("timezone", "Europe/Rome", "contacts", Map.of("email", "a@example.com"))));
		assertThat(stored.id()).isNotNull();
		assertThat(stored.nodeId()).isEqualTo(this.node.id());
		assertThat(stored.base().timezone()).isEqualTo(ZoneId.of("Europe/Rome"));
		ManagedCustomer managed = this.node.customer(Customer.builder().externalId("02").build()).post();
		assertThat(managed.id()).isNotNull();
		Customer same = Customer.builder()
			.extra("y")
			.base((base) -> base.contacts((contacts) -> contacts.email("a@example.com")))
			.build();
		this.move.store(same);
		assertThat(this.customers.count()).isEqualTo(2);
		assertThatExceptionOfType(CustomerConflictException.class).isThrownBy(() -> this.customers.insert(same))
			.satisfies((conflict) -> {
				assertThat(conflict.existingCustomerId()).isEqualTo(stored.id());
				assertThat(conflict.getMessage()).containsSubsequence("409", "message", "data", "logref");
			});
		assertThat(this.customers.upsert(same).extra()).isEqualTo("y");
		assertThat(this.customers.upsert(same.toMap()).id()).isEqualTo(stored.id());
		assertThat(this.node.customer(same).upsert().id()).isEqualTo(stored.id());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.customers.insert(Map.of("base", Map.of("fistName", "Bruce"))));
	}

	@Test
	@DisplayName("changes all or some of a customer, and deletes it")
	void changes() {
		Customer stored = this.customers.insert(Map.of("extra", "x", "base", Map.of("lastName", "Wayne")));
		String id = id(stored);
		assertThat(this.move.rename(id).base().firstName()).isEqualTo("Bruce");
		assertThat(this.customers.replace(this.customers.getById(id).toMap()).extra()).isEqualTo("x");
		assertThat(this.move.subscribe(id).get().base().subscriptions()).hasSize(1);
		assertThat(this.customers.patch(id, Map.of("base", Map.of("lastName", "Kent"))).base().firstName())
			.isEqualTo("Bruce");
		Customer before = this.customers.getById(id);
		Customer after = before.withExtra(null);
		CustomerPatch changes = CustomerPatch.between(before, after);
		assertThat(changes.toMap()).containsOnlyKeys("extra").containsEntry("extra", null);
		assertThat(this.customers.patch(id, changes).extra()).isNull();
		ManagedCustomer managed = this.node.customer(id).edit((customer) -> customer.withExternalId("17"));
		assertThat(managed.changes().toMap()).containsOnlyKeys("externalId");
		assertThat(managed.put().changes().isEmpty()).isTrue();
		assertThat(this.customers.replace(Customer.builder().id(id).externalId("17").build()).base().lastName())
			.isNull();
		managed.delete();
		assertThat(managed.id()).isNull();
		this.customers.deleteById(id(stored("01")));
		this.customers.delete(stored("02").toMap());
		this.customers.delete(stored("03"));
		assertThat(this.customers.count()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.delete(Map.of("extra", "x")));
		assertThatIllegalStateException().isThrownBy(managed::events);
	}

	@Test
	@DisplayName("leaves out what a map has as null when it stores, and clears it when it patches")
	void nulls() {
		Map<String, Object> base = new HashMap<>(Map.of("firstName", "Bruce"));
		base.put("dob", null);
		base.put("contacts", null);
		String id = id(this.customers.insert(Map.of("externalId", "01", "base", base)));
		this.emulator.wireMock()
			.verifyThat(postRequestedFor(urlPathMatching(".*/customers")).withRequestBody(equalToJson(
					"{'base':{'firstName':'Bruce'},'externalId':'01','nodeId':'%s'}".formatted(this.node.id())
						.replace('\'', '"'))));
		base.put("firstName", null);
		Map<String, Object> extended = new HashMap<>();
		extended.put("a", null);
		assertThat(Customer.of(Map.of("extended", extended)).toMap()).containsEntry("extended", extended);
		assertThat(this.customers.patch(id, Map.of("base", base)).base().firstName()).isNull();
	}

	@Test
	@DisplayName("finds each decision on the manual's contradictions in the page, once")
	void decisions() throws Exception {
		assertThat(
				Files.readAllLines(Path.of("migration", "python.md")).stream().filter((line) -> line.startsWith("| I")))
			.hasSize(51)
			.map((line) -> line.split(" ")[1])
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 51).mapToObj((number) -> "I" + number).toList());
	}

	@Test
	@DisplayName("adds and removes tags")
	void tags() {
		String id = id(stored("01"));
		assertThat(this.customers.addTag(id, "manual_tag").tags().manual()).containsExactly("manual_tag");
		assertThat(this.customers.removeTag(id, "manual_tag").tags().manual()).isEmpty();
		assertThatExceptionOfType(TagNotFoundException.class)
			.isThrownBy(() -> this.customers.removeTag(id, "manual_tag"))
			.isInstanceOf(IllegalArgumentException.class);
		ManagedCustomer managed = this.node.customer(id);
		managed.addTag("manual_tag").removeTag("manual_tag");
		assertThat(managed.get().tags().manual()).isEmpty();
	}

	@Test
	@DisplayName("keeps the items of a customer, in both forms")
	void items() {
		String id = id(stored("01"));
		Education education = Education.builder()
			.id("01")
			.schoolType(SchoolType.COLLEGE)
			.schoolName("MIT")
			.startYear(1994)
			.endYear(2000)
			.isCurrent(false)
			.build();
		assertThat(this.customers.educations(id).insert(education)).isEqualTo(education);
		Education changed = this.customers.educations(id).getById("01").withSchoolConcentration("Physics");
		assertThat(this.customers.educations(id).replace(changed)).isEqualTo(changed);
		this.customers.educations(id).deleteById("01");
		Job job = Job.builder().id("01").jobTitle("boss").startDate(LocalDate.of(1994, 10, 6)).build();
		ManagedCustomer managed = this.node.customer(id);
		managed.jobs().insert(job);
		managed.jobs().replace(managed.jobs().getById("01").withJobTitle("chief"));
		managed.jobs().deleteById("01");
		Like like = Like.builder().id("01").name("tea").category("drinks").createdTime(Instant.now()).build();
		managed.likes().insert(like);
		managed.likes().replace(managed.likes().getById("01").withName("coffee"));
		managed.likes().deleteById("01");
		Subscription news = Subscription.builder().id("02").name("news").kind(SubscriptionKind.SERVICE).build();
		managed.subscriptions().insert(news);
		managed.subscriptions().replace(news.withSubscribed(true));
		managed.subscriptions().deleteById("02");
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> managed.subscriptions().replace(news));
		assertThatIllegalArgumentException().isThrownBy(() -> managed.jobs().insert(Job.builder().build()));
	}

	@Test
	@DisplayName("keeps a year that was stored as a text until it is set")
	void years() {
		Customer customer = Customer
			.of(Map.of("base", Map.of("educations", List.of(Map.of("id", "1", "startYear", "1994")))));
		Education education = customer.base().educations().get(0);
		assertThat(education.startYear()).isEqualTo(1994);
		assertThat(education.toMap()).containsEntry("startYear", "1994");
		assertThat(education.withStartYear(1995).toMap()).containsEntry("startYear", 1995);
	}

	@Test
	@DisplayName("adds and finds events")
	void events() {
		Customer customer = stored("01");
		Event event = Event
			.of(ServiceSubscribed.builder()
				.subscriberId("s")
				.serviceId("news")
				.serviceName("News")
				.startDate(Instant.now())
				.extraProperties(JsonObject.of("extra", "extra"))
				.build())
			.in(EventContext.WEB)
			.by(customer);
		Event accepted = this.events.add(event);
		this.events.add(Map.of("customerId", id(customer), "type", "serviceSubscribed", "context", "MOBILE", "mode",
				"ACTIVE", "properties", Map.of("subscriberId", "s", "serviceId", "x", "serviceName", "X")));
		this.emulator.index();
		String id = Objects.requireNonNull(accepted.id());
		assertThat(this.events.findById(id)).isPresent();
		assertThat(this.events.getById(id).toMap()).doesNotContainKey("mode");
		EventFilter filter = EventFilter.ofCustomer(id(customer))
			.types(EventType.SERVICE_SUBSCRIBED)
			.contexts(EventContext.WEB)
			.mode(EventMode.ACTIVE)
			.from(Instant.EPOCH)
			.to(LocalDate.of(2100, 1, 1));
		assertThat(this.events.find(filter, PageRequest.of(0, 10))).hasSize(1);
		assertThat(this.events.findByCustomerId(id(customer), PageRequest.of(0, 10))).hasSize(2);
		assertThat(this.node.customer(id(customer)).events()).hasSize(2);
		Page<Event> page = this.node.customer(id(customer)).events(PageRequest.of(0, 10));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> page.getContent().add(event));
		this.events.deleteById(id);
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.add(Event.of(EventType.LOGGED_IN)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.add(event.in(EventContext.of("e-commerce"))));
	}

	@Test
	@DisplayName("gives the events of a session to the customer")
	void sessions() {
		this.move.visit(Map.of("externalId", "01"));
		Event later = Event.of(EventType.of("loggedIn")).in(EventContext.WEB).byExternalId("01");
		this.events.add(later);
		this.emulator.index();
		Customer customer = this.customers.findByExternalId("01").orElseThrow();
		try (Stream<Event> all = this.events.stream(EventFilter.ofCustomer(id(customer)))) {
			assertThat(all).extracting(Event::type)
				.containsExactlyInAnyOrder(EventType.SERVICE_SUBSCRIBED, EventType.LOGGED_IN);
		}
		assertThat(SessionId.random().value()).hasSize(36);
		assertThat(Event.of(EventType.of("ownType")).withProperties(FreeEventProperties.of("name", "value")).toMap())
			.containsEntry("properties", Map.of("name", "value"));
	}

	/**
	 * Extended properties of a workspace.
	 *
	 * @param points how many points the customer has
	 */
	record Points(int points) {

	}

}
