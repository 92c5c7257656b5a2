package io.contacthub.journey;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.contacthub.ManagedCustomer;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Consent;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.OtherContact;
import io.contacthub.customer.OtherContactType;
import io.contacthub.customer.SchoolType;
import io.contacthub.customer.Session;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.SessionRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.customer.TagNotFoundException;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.UniquenessPolicy;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.BringBackProperties;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.CONSENTS;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the manual promises of customers, on the emulator.
 */
@DisplayName("With customers one can")
class CustomerJourneyTests extends JourneyTests {

	private final CustomerRepository customers = node.customers();

	@Test
	@DisplayName("S10 S11 S25 store a full one and read it back as it was")
	void storeFullCustomer() {
		Customer customer = full("ann@example.com");
		Customer stored = this.customers.insert(customer);
		assertThat(stored.id()).isNotBlank();
		assertThat(stored.nodeId()).isEqualTo(emulator.nodeId());
		assertThat(stored.registeredAt()).isNotNull();
		assertThat(this.customers.getById(stored.id())).isEqualTo(stored);
		assertThat(stored).isEqualTo(customer.with((builder) -> builder.id(stored.id())
			.nodeId(stored.nodeId())
			.enabled(true)
			.sourceInfo(stored.sourceInfo())
			.registeredAt(stored.registeredAt())
			.updatedAt(stored.updatedAt())));
	}

	@Test
	@DisplayName("S9 S24 store one from a map")
	void storeMap() {
		Customer stored = this.customers.insert(Map.of("externalId", "01", "extra", "extra", "base",
				Map.of("timezone", "Europe/Rome", "firstName", "Ann", "contacts", Map.of("email", "ann@example.com"))));
		assertThat(stored.base().timezone()).isEqualTo(ZoneId.of("Europe/Rome"));
		assertThat(stored.base().contacts().email()).isEqualTo("ann@example.com");
	}

	@Test
	@DisplayName("S7 S55 S57 find one by id, or nothing")
	void find() {
		assertThat(this.customers.findById("none")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.customers.getById("none"));
	}

	@Test
	@DisplayName("S50 S51 S56 find one, several or none by external id")
	void findByExternalId() {
		assertThat(this.customers.findByExternalId("01")).isEmpty();
		Customer one = this.customers.insert(Customer.builder().externalId("01").build());
		assertThat(this.customers.findByExternalId("01")).contains(one);
		this.customers.insert(Customer.builder().externalId("01").build());
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.customers.findByExternalId("01"));
		for (int i = 0; i < 60; i++) {
			this.customers.insert(Customer.builder().externalId("01").extra("n" + i).build());
		}
		assertThat(this.customers.findAllByExternalId("01")).hasSize(62).doesNotHaveDuplicates();
		assertThat(this.customers.findAllByExternalId("02")).isEmpty();
	}

	@Test
	@DisplayName("S43 S48 S49 list them page by page: of 50 in tens, page 2 is the third of five")
	void listPages() {
		emulator.populate(50);
		Page<Customer> page = this.customers.findAll(PageRequest.of(2, 10, Sort.by("base.lastName")));
		assertThat(page.getContent()).hasSize(10).extracting((customer) -> customer.base().lastName()).isSorted();
		assertThat(page.getTotalElements()).isEqualTo(50);
		assertThat(page.getTotalPages()).isEqualTo(5);
		assertThat(page.getNumber()).isEqualTo(2);
		Sort byNumber = Sort.by("externalId");
		assertThat(this.customers.findAll(PageRequest.of(2, 10, byNumber))).extracting(Customer::externalId)
			.containsExactlyElementsOf(IntStream.rangeClosed(21, 30).mapToObj("C%05d"::formatted).toList());
		assertThat(this.customers.findAll(PageRequest.of(2, 10, byNumber)).getContent())
			.isEqualTo(this.customers.findAll(PageRequest.of(0, 50, byNumber)).getContent().subList(20, 30));
		assertThat(this.customers.findAll(PageRequest.of(7, 10))).isEmpty();
	}

	@Test
	@DisplayName("S82 S86 S87 read, change and replace one without losing anything")
	void replace() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		Customer changed = this.customers.replace(stored.withBase((base) -> base.withFirstName("Bea")));
		assertThat(CustomerPatch.between(stored, changed).toMap())
			.isEqualTo(Map.of("base", Map.of("firstName", "Bea")));
		assertThat(changed.updatedAt()).isAfterOrEqualTo(stored.updatedAt());
		ManagedCustomer managed = node.customer(stored.id()).edit((customer) -> customer.withExtra(null)).put();
		assertThat(managed.get().extra()).isNull();
		assertThat(managed.changes().isEmpty()).isTrue();
		assertThat(this.customers.getById(stored.id()).extra()).isNull();
	}

	@Test
	@DisplayName("S82 S84 lose by replacing what is left out")
	void replaceWithLess() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		Customer replaced = this.customers.replace(Customer.builder().id(stored.id()).externalId("x").build());
		assertThat(replaced.base().firstName()).isNull();
		assertThat(replaced.extended()).isEmpty();
	}

	@Test
	@DisplayName("S89 S93 S95 S97 change a few members and clear others")
	void patch() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		Customer patched = this.customers.patch(stored.id(),
				(change) -> change.set(BASE.CONTACTS.EMAIL, "new@example.com").clear(BASE.DOB).clear(EXTRA));
		assertThat(patched.base().contacts().email()).isEqualTo("new@example.com");
		assertThat(patched.base().contacts().phone()).isEqualTo("1");
		assertThat(patched.base().dob()).isNull();
		assertThat(patched.extra()).isNull();
		Customer again = this.customers.patch(stored.id(), CustomerPatch.between(patched, stored));
		assertThat(CustomerPatch.between(stored, again).isEmpty()).isTrue();
	}

	@Test
	@DisplayName("S89 change one section of the consents and keep the others")
	void patchConsents() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		Customer patched = this.customers.patch(stored.id(),
				(change) -> change.set(CONSENTS.SOFT_SPAM.EMAIL.STATUS, false));
		assertThat(patched.consents().softSpam().email().status()).isFalse();
		assertThat(patched.consents().thirdPartyTransfer().profiling().status()).isTrue();
	}

	@Test
	@DisplayName("S91 add a subscription to the list of them")
	void addSubscription() {
		ManagedCustomer customer = node.customer(full("ann@example.com")).post();
		Subscription subscription = Subscription.builder().id("new").kind(SubscriptionKind.SERVICE).build();
		customer.edit((current) -> current
			.withBase((base) -> base.withSubscriptions((subscriptions) -> subscriptions.add(subscription))));
		assertThat(customer.changes().toMap()).containsOnlyKeys("base");
		assertThat(customer.patch().get().base().subscriptions()).extracting(Subscription::id)
			.containsExactly("s1", "new");
	}

	@Test
	@DisplayName("S93 S94 S97 change a member within an element of a list, and keep all others")
	void patchElement() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		ManagedCustomer customer = node.customer(stored.id())
			.edit((current) -> current.withBase((base) -> base
				.withEducations((educations) -> educations.set(0, educations.get(0).withStartYear(2000)))));
		Map<String, Object> changes = customer.changes().toMap();
		Customer patched = this.customers.patch(stored.id(), changes);
		assertThat(patched.base().educations()).containsExactly(Education.builder().id("e1").startYear(2000).build());
		assertThat(CustomerPatch.between(stored, patched).toMap()).isEqualTo(changes);
		assertThat(customer.patch().get().base()).isEqualTo(patched.base());
	}

	@Test
	@DisplayName("S37 S38 S39 S40 store one that exists already, by an update that keeps the rest")
	void upsert() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> this.customers.insert(full("ann@example.com")))
			.satisfies((ex) -> assertThat(ex.existingCustomerId()).isEqualTo(stored.id()))
			.isInstanceOf(DuplicateKeyException.class);
		Customer updated = this.customers.upsert(Customer.builder()
			.base((base) -> base.middleName("M").contacts((contacts) -> contacts.email("ann@example.com")))
			.build());
		assertThat(updated.id()).isEqualTo(stored.id());
		assertThat(CustomerPatch.between(stored, updated).toMap()).isEqualTo(Map.of("base", Map.of("middleName", "M")));
		ManagedCustomer managed = node.customer(full("ann@example.com")).upsert();
		assertThat(managed.id()).isEqualTo(stored.id());
		assertThat(managed.changes().isEmpty()).isTrue();
		assertThat(this.customers.upsert(full("bea@example.com")).id()).isNotEqualTo(stored.id());
	}

	@Test
	@DisplayName("S40 leave it to ContactHub what counts as the same one")
	void merge() {
		try (ContactHubEmulator merging = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.MERGE)
			.start()) {
			CustomerRepository merged = connect(merging).customers();
			assertThat(merged.insert(full("ann@example.com")).id())
				.isEqualTo(merged.insert(full("ann@example.com")).id());
		}
		try (ContactHubEmulator careless = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.NO_CHECK)
			.start()) {
			CustomerRepository unchecked = connect(careless).customers();
			assertThat(unchecked.insert(full("ann@example.com")).id())
				.isNotEqualTo(unchecked.insert(full("ann@example.com")).id());
		}
	}

	@Test
	@DisplayName("S41 S42 learn where ContactHub refuses one")
	void learnFaults() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().build()))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().status()).isEqualTo(400));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.customers.insert(Map.of("base", Map.of("secondName", "x"))))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).errors()).extracting((error) -> error.path())
				.containsExactly("/base/secondName"));
	}

	@Test
	@DisplayName("S98 S99 S100 delete one by its id, by itself or in its managed form")
	void delete() {
		Customer one = this.customers.insert(Customer.builder().externalId("1").build());
		Customer two = this.customers.insert(Customer.builder().externalId("2").build());
		Customer three = this.customers.insert(Customer.builder().externalId("3").build());
		this.customers.deleteById(one.id());
		this.customers.delete(two.toMap());
		node.customer(three.id()).delete();
		assertThat(this.customers.findAll(PageRequest.of(0, 10))).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.customers.deleteById(one.id()));
	}

	@Test
	@DisplayName("S103 S104 add and remove tags in 20 threads at the same time, and none is lost")
	void tagInParallel() throws Exception {
		Customer stored = this.customers.insert(full("ann@example.com"));
		List<String> before = IntStream.range(0, 10).mapToObj((number) -> "old" + number).toList();
		this.customers.patch(stored.id(), (patch) -> patch.set(TAGS.MANUAL, before));
		ExecutorService threads = Executors.newFixedThreadPool(20);
		try {
			Node other = connect(emulator);
			List<Callable<Object>> changes = new ArrayList<>();
			for (int number = 0; number < 10; number++) {
				String removed = before.get(number);
				String added = "new" + number;
				changes.add(() -> this.customers.removeTag(stored.id(), removed));
				changes.add(() -> other.customer(stored).addTag(added));
			}
			for (Future<Object> change : threads.invokeAll(changes)) {
				change.get();
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.customers.getById(stored.id()).tags().manual())
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).mapToObj((number) -> "new" + number).toList());
	}

	@Test
	@DisplayName("S101 S103 S104 S105 add and remove tags, and nothing else changes")
	void tag() {
		Customer stored = this.customers.insert(full("ann@example.com"));
		this.customers.addTag(stored.id(), "vip");
		this.customers.addTag(stored.id(), "vip");
		Customer tagged = this.customers.getById(stored.id());
		assertThat(tagged.tags().manual()).containsExactly("m", "vip");
		assertThat(tagged.tags().auto()).containsExactly("a");
		assertThat(node.customer(stored.id()).removeTag("m").removeTag("vip").get().tags().manual()).isEmpty();
		assertThatExceptionOfType(TagNotFoundException.class)
			.isThrownBy(() -> this.customers.removeTag(stored.id(), "vip"));
		Customer untagged = this.customers.getById(stored.id());
		assertThat(CustomerPatch.between(stored, untagged).toMap())
			.isEqualTo(Map.of("tags", Map.of("manual", List.of())));
	}

	@Test
	@DisplayName("S106 S108 S110 S111 S113 S115 S116 keep educations")
	void keepEducations() {
		Customer customer = this.customers.insert(Customer.builder().externalId("1").build());
		CustomerItemRepository<Education> educations = this.customers.educations(customer.id());
		Education education = Education.builder()
			.id("01")
			.schoolType(SchoolType.SECONDARY_SCHOOL)
			.schoolName("s")
			.schoolConcentration("c")
			.isCurrent(false)
			.startYear(1994)
			.endYear(2000)
			.build();
		assertThat(educations.insert(education)).isEqualTo(education);
		assertThat(this.customers.getById(customer.id()).base().educations()).containsExactly(education);
		Education changed = educations.getById("01").withSchoolConcentration("other");
		assertThat(educations.replace(changed)).isEqualTo(changed);
		assertThat(node.customer(customer.id()).educations().findById("01")).contains(changed);
		educations.deleteById("01");
		assertThat(educations.findById("01")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> educations.replace(changed));
	}

	@Test
	@DisplayName("S118 S119 S121 S123 S124 S126 S127 S129 S131 S132 keep jobs, likes and subscriptions")
	void keepItems() {
		ManagedCustomer customer = node.customer(Customer.builder().externalId("1").build()).post();
		Job job = customer.jobs()
			.insert(Job.builder().id("j").jobTitle("t").startDate(LocalDate.of(2000, 1, 2)).build());
		assertThat(customer.jobs().replace(job.withJobTitle("u")).jobTitle()).isEqualTo("u");
		Like like = customer.likes()
			.insert(Like.builder().id("l").name("n").createdTime(Instant.parse("2020-01-02T03:04:05.678Z")).build());
		assertThat(customer.likes().replace(like.withName("o")).createdTime()).isEqualTo(like.createdTime());
		Subscription subscription = customer.subscriptions()
			.insert(Subscription.builder().id("s").kind(SubscriptionKind.OTHER).subscribed(true).build());
		assertThat(customer.subscriptions().getById("s")).isEqualTo(subscription);
		customer.jobs().deleteById("j");
		customer.likes().deleteById("l");
		customer.subscriptions().deleteById("s");
		assertThat(customer.refresh().get().base().jobs()).isEmpty();
		assertThat(customer.get().base().likes()).isEmpty();
		assertThat(customer.get().base().subscriptions()).isEmpty();
	}

	@Test
	@DisplayName("S12 S145 S146 S147 S148 S149 S150 tie a session to one, and have the events before and after it")
	void reconcileSession() {
		SessionId visit = SessionId.random();
		Event anonymous = Event.builder()
			.type(EventType.VIEWED_PAGE)
			.context(EventContext.WEB)
			.properties(ViewedPage.builder().url("https://example.com").build())
			.bringBackProperties(BringBackProperties.session(visit.value()))
			.build();
		Event before = node.events().add(anonymous);
		ManagedCustomer customer = node.customer(Customer.builder().externalId("1").build()).post();
		assertThat(customer.events(PageRequest.of(0, 10))).isEmpty();
		Session session = customer.addSession(visit);
		Event after = node.events().add(anonymous);
		assertThat(customer.events(PageRequest.of(0, 10))).extracting(Event::id)
			.containsExactlyInAnyOrder(before.id(), after.id());
		SessionRepository sessions = customer.sessions();
		assertThat(sessions.addIfAbsent(visit).value()).isEqualTo(visit.value());
		assertThat(sessions.findAll()).extracting(Session::value).contains(visit.value());
		assertThat(sessions.findById(session.id())).contains(session);
		assertThat(sessions.delete(visit)).isTrue();
	}

	@Test
	@DisplayName("S12 S13 S162 S163 look at the events of one, and not at those of others")
	void lookAtEvents() {
		ManagedCustomer customer = node.customer(Customer.builder().externalId("1").build()).post();
		node.events()
			.add(Event.builder().customerId(customer.id()).type(EventType.LOGGED_IN).context(EventContext.WEB).build());
		ManagedCustomer other = node.customer(Customer.builder().externalId("2").build()).post();
		Event ofOther = node.events()
			.add(Event.builder().customerId(other.id()).type(EventType.LOGGED_OUT).context(EventContext.WEB).build());
		List<Event> events = customer.events(PageRequest.of(0, 10)).getContent();
		assertThat(events).extracting(Event::type).containsExactly(EventType.LOGGED_IN);
		assertThat(events).extracting(Event::customerId).containsExactly(customer.id());
		assertThat(other.events(PageRequest.of(0, 10))).extracting(Event::id).containsExactly(ofOther.id());
		assertThat(events).isUnmodifiable();
	}

	@Test
	@DisplayName("S165 not get in with a wrong token, nor into a wrong workspace")
	void stayOutside() {
		Node wrongToken = Workspace.builder()
			.id(emulator.workspaceId())
			.token("wrong")
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> wrongToken.customers().findById("x"))
			.withMessageContaining("The client is not authorized to access the API");
		Node wrongWorkspace = Workspace.builder()
			.id("wrong")
			.token(emulator.token())
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> wrongWorkspace.customers().findById("x"))
			.withMessageContaining("workspace not found: wrong");
	}

	@Test
	@DisplayName("S46 S82 keep members that nobody knew when this library was written")
	void keepTheFuture() throws Exception {
		Customer stored = this.customers.insert(Map.of("externalId", "1", "extended", Map.of("deep", Map.of("list",
				List.of(1, Map.of("x", "y")), "big", 9007199254740993L, "exact", new BigDecimal("0.10")))));
		Customer changed = this.customers.replace(stored.withExtra("x"));
		assertThat(ContactHubJson.mapper().writeValueAsString(changed.extended())).contains("9007199254740993", "0.10");
		HttpResponse<String> raw = HttpClient.newHttpClient()
			.send(HttpRequest
				.newBuilder(URI
					.create(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId() + "/customers/" + stored.id()))
				.header("Authorization", "Bearer " + emulator.token())
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(raw.body()).contains("\"big\":9007199254740993", "\"exact\":0.10");
	}

	private static Customer full(String email) {
		return Customer.builder()
			.externalId("e1")
			.extra("extra")
			.base((base) -> base.pictureUrl("https://example.com/a.png")
				.title("Dr")
				.prefix("p")
				.firstName("Ann")
				.lastName("Smith")
				.gender("F")
				.dob(LocalDate.of(1980, 1, 2))
				.locale("it_IT")
				.timezone(ZoneId.of("Europe/Rome"))
				.contacts((contacts) -> contacts.email(email)
					.phone("1")
					.otherContacts(OtherContact.builder().name("o").type(OtherContactType.PHONE).value("2").build()))
				.address((address) -> address.city("Rome")
					.geo((geo) -> geo.lat(new BigDecimal("41.9")).lon(new BigDecimal("12.5"))))
				.credential((credential) -> credential.username("ann"))
				.educations(Education.builder().id("e1").startYear(1999).build())
				.likes(Like.builder().id("l1").createdTime(Instant.parse("2020-01-02T03:04:05.678Z")).build())
				.jobs(Job.builder().id("j1").startDate(LocalDate.of(2000, 1, 2)).build())
				.subscriptions(Subscription.builder().id("s1").kind(SubscriptionKind.DIGITAL_MESSAGE).build())
				.socialProfile((profile) -> profile.facebook("ann")))
			.consents((consents) -> consents
				.softSpam((softSpam) -> softSpam.email(Consent.builder().status(true).build()))
				.thirdPartyTransfer((transfer) -> transfer.profiling(Consent.builder().status(true).build())))
			.tags((tags) -> tags.manual("m").auto("a"))
			.extended(JsonObject.of("points", 1, "object", JsonObject.of("a", List.of(1, 2))))
			.build();
	}

}
