package io.contacthub.journey;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkProgress;
import io.contacthub.bulk.BulkRead;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerChange;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.Preference;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.TokenKind;
import io.contacthub.emulator.UniquenessPolicy;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DuplicateKeyException;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What many customers at once come to, on the emulator.
 */
@DisplayName("With many customers one can")
class BulkJourneyTests extends JourneyTests {

	private static final int SEEDS = 200;

	private final CustomerRepository customers = node.customers();

	@Test
	@DisplayName("export those of a node and import them again, and nothing is written")
	void importWhatWasExported() throws IOException {
		emulator.populate(120);
		this.customers.bulk(CustomerWrite.insert()).write(IntStream.range(0, 60).mapToObj(this::full)).complete();
		List<String> lines = export();
		assertThat(lines).hasSize(180);
		String before = content();
		BulkWriter<Customer> writer = this.customers.bulk(CustomerWrite.upsert().onlyChanges());
		assertUnchanged(writer.from(BulkJourneyTests::read), lines);
		assertUnchanged(writer.from((line) -> read(line).withId(null)), lines.subList(120, 180));
		assertUnchanged(writer.from(BulkJourneyTests::anew), lines);
		assertThat(content()).isEqualTo(before);
	}

	@Test
	@DisplayName("import those of typed values again and again, of which only the first time writes")
	void importTypedValues() {
		List<Customer> typed = IntStream.range(0, 20).mapToObj(this::full).toList();
		BulkWriter<Customer> writer = this.customers.bulk(CustomerWrite.upsert().onlyChanges());
		assertThat(writer.write(typed).complete().count(Kind.CREATED)).isEqualTo(20);
		assertThat(writer.write(typed).complete().count(Kind.UNCHANGED)).isEqualTo(20);
		List<Customer> changed = typed.stream()
			.map((customer) -> customer
				.withBase((base) -> base.withSubscriptions((all) -> all.set(0, all.get(0).withSubscribed(false)))))
			.toList();
		assertThat(writer.write(changed).complete().count(Kind.UPDATED)).isEqualTo(20);
		assertThat(writer.write(changed).complete().count(Kind.UNCHANGED)).isEqualTo(20);
	}

	@Test
	@DisplayName("import those of one node into another one, where each is new once")
	void importIntoAnotherNode() {
		try (ContactHubEmulator two = ContactHubEmulator.builder().nodes("a", "b").start()) {
			Node from = Workspace.builder()
				.id(two.workspaceId())
				.token(two.token())
				.baseUrl(two.baseUrl())
				.build()
				.node("a");
			CustomerRepository to = from.workspace().node("b").customers();
			from.customers().bulk(CustomerWrite.insert()).write(IntStream.range(0, 20).mapToObj(this::full)).complete();
			for (Kind kind : List.of(Kind.CREATED, Kind.UNCHANGED)) {
				try (BulkRead<Customer> read = from.customers().read();
						BulkRun<Customer> run = to.bulk(CustomerWrite.upsert().onlyChanges()).write(read.stream())) {
					assertThat(run.complete().outcomes()).isEqualTo(Map.of(kind, 20L));
				}
			}
			assertThat(to.count()).isEqualTo(20);
			assertThat(from.customers().count()).isEqualTo(20);
		}
	}

	@ParameterizedTest
	@EnumSource(UniquenessPolicy.class)
	@DisplayName("learn of each what has become of it, as far as the policy of the workspace tells")
	void learnKinds(UniquenessPolicy policy) {
		try (ContactHubEmulator other = ContactHubEmulator.builder().uniquenessPolicy(policy).start()) {
			CustomerRepository repository = connect(other).customers();
			Customer ann = person("1", "ann@example.com");
			boolean block = policy == UniquenessPolicy.BLOCK;
			List<BulkOutcome<Customer>> outcomes = outcomes(repository, CustomerWrite.upsert(), List.of(ann, ann));
			assertThat(outcomes).extracting(BulkOutcome::kind)
				.containsExactly(Kind.CREATED, block ? Kind.UPDATED : Kind.CREATED);
			boolean same = outcomes.get(0).id().equals(outcomes.get(1).id());
			assertThat(same).isEqualTo(policy != UniquenessPolicy.NO_CHECK);
			assertThat(repository.count()).isEqualTo(same ? 1 : 2);
			outcomes = outcomes(repository, CustomerWrite.insert(), List.of(ann));
			assertThat(outcomes).extracting(BulkOutcome::kind).containsExactly(block ? Kind.REFUSED : Kind.CREATED);
			Customer bea = person("2", "bea@example.com");
			outcomes = outcomes(repository, CustomerWrite.upsert().onlyChanges(),
					List.of(bea, bea, bea.withExtra("x")));
			assertThat(outcomes).extracting(BulkOutcome::kind)
				.containsExactly(Kind.CREATED, Kind.UNCHANGED, Kind.UPDATED);
			assertThat(outcomes).extracting(BulkOutcome::id).containsOnly(outcomes.get(0).id());
		}
	}

	@Test
	@DisplayName("learn that one is refused of which ContactHub does not say who it is")
	void learnOfUnnamedConflicts() {
		try (ContactHubEmulator other = ContactHubEmulator.builder().token("untrusted", TokenKind.UNTRUSTED).start()) {
			CustomerRepository repository = Workspace.builder()
				.id(other.workspaceId())
				.token("untrusted")
				.baseUrl(other.baseUrl())
				.build()
				.node(other.nodeId())
				.customers();
			Customer ann = person("1", "ann@example.com");
			List<BulkOutcome<Customer>> outcomes = outcomes(repository, CustomerWrite.upsert(), List.of(ann, ann));
			assertThat(outcomes).extracting(BulkOutcome::kind).containsExactly(Kind.CREATED, Kind.REFUSED);
			assertThat(outcomes.get(1).failure()).isInstanceOf(DuplicateKeyException.class);
		}
	}

	@Test
	@DisplayName("have the last of those win that are the same customer, however long each takes")
	void haveTheLastWin() {
		emulator.switches(emulator.switches().withLatencyJitter(Duration.ofMillis(3)));
		Map<String, String> last = new HashMap<>();
		List<Customer> rows = new ArrayList<>();
		for (int seed = 0; seed < SEEDS; seed++) {
			Random random = new Random(seed);
			for (int row = 0; row < 20; row++) {
				String email = "s" + seed + "." + random.nextInt(4) + "@example.com";
				rows.add(person(null, email).withExtra(String.valueOf(row)));
				last.put(email, String.valueOf(row));
			}
		}
		BulkProgress progress = this.customers.bulk(CustomerWrite.upsert()).write(rows).complete();
		assertThat(progress.count(Kind.CREATED)).isEqualTo(last.size());
		assertThat(progress.count(Kind.UPDATED)).isEqualTo(rows.size() - last.size());
		Map<String, String> stored = new HashMap<>();
		this.customers.stream().forEach((customer) -> stored.put(customer.base().contacts().email(), customer.extra()));
		assertThat(stored).isEqualTo(last);
	}

	@Test
	@DisplayName("rely on what a customer is, though the index of the lists is behind")
	void relyOnTheCustomer() {
		try (ContactHubEmulator behind = ContactHubEmulator.builder().indexDelay(Duration.ofSeconds(30)).start()) {
			CustomerRepository repository = connect(behind).customers();
			CustomerWrite<Customer> changes = CustomerWrite.upsert().onlyChanges();
			Customer ann = person("1", "ann@example.com").withExtra("old");
			String id = repository.insert(ann).id();
			assertThat(outcomes(repository, changes, List.of(ann))).extracting(BulkOutcome::kind)
				.containsExactly(Kind.UNCHANGED);
			behind.index();
			repository.patch(id, (patch) -> patch.set(EXTRA, "new"));
			assertThat(outcomes(repository, changes, List.of(ann))).extracting(BulkOutcome::kind)
				.containsExactly(Kind.UPDATED);
			assertThat(repository.getById(id).extra()).isEqualTo("old");
			repository.deleteById(id);
			List<BulkOutcome<Customer>> outcomes = outcomes(repository, changes, List.of(ann));
			assertThat(outcomes).extracting(BulkOutcome::kind).containsExactly(Kind.CREATED);
			assertThat(outcomes.get(0).id()).isNotEqualTo(id);
		}
	}

	@Test
	@DisplayName("change only what is not so, and leave the rest unwritten")
	void changeOnly() {
		String id = this.customers.insert(person("1", "ann@example.com")).id();
		Customer before = this.customers.getById(id);
		long updates = node.workspace().updates().lastOffset().orElseThrow();
		CustomerChange same = new CustomerChange(id,
				CustomerPatch.builder()
					.set(BASE.CONTACTS.EMAIL, "ann@example.com")
					.set(BASE.EDUCATIONS, List.of())
					.clear(BASE.DOB)
					.build());
		assertThat(outcomes(this.customers, CustomerWrite.patch().onlyChanges(), List.of(same)))
			.extracting(BulkOutcome::kind)
			.containsExactly(Kind.UNCHANGED);
		assertThat(this.customers.getById(id)).isEqualTo(before);
		assertThat(node.workspace().updates().lastOffset()).hasValue(updates);
		assertThat(outcomes(this.customers, CustomerWrite.patch(), List.of(same))).extracting(BulkOutcome::kind)
			.containsExactly(Kind.UPDATED);
		assertThat(this.customers.getById(id).updatedAt()).isAfter(before.updatedAt());
	}

	@Test
	@DisplayName("read those of a query in parts, each once, whatever becomes of them meanwhile")
	void readInParts() {
		for (int seed = 0; seed < 30; seed++) {
			// those of one millisecond are in one part
			emulator.populate(10, seed);
			emulator.advance(Duration.ofMillis(100));
		}
		Query query = Query.where(BASE.CONTACTS.EMAIL.isNotNull());
		List<String> expected = this.customers.stream(query).map(Customer::id).toList();
		List<Query> parts = this.customers.partition(query, 7);
		assertThat(parts).hasSize(7);
		List<String> met = new ArrayList<>();
		for (Query part : parts) {
			try (BulkRead<Customer> read = this.customers.read(part, Projection.of(EXTRA), null)) {
				for (Customer customer : read) {
					met.add(customer.id());
					if (met.size() % 2 == 0) {
						this.customers.delete(customer);
					}
					else {
						this.customers.patch(customer.id(), Map.of("extra", "met"));
					}
				}
				assertThat(read.progress().done()).isBetween((long) expected.size() / 14, (long) expected.size() / 3);
				assertThat(read.progress().total()).hasValue(read.progress().done());
			}
		}
		assertThat(met).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(this.customers.partition(Query.where(EXTRA.eq("none")), 7)).hasSize(1);
	}

	@Test
	@DisplayName("read no further than they want, and go on with another read")
	void goOn() {
		emulator.populate(130);
		List<String> met = new ArrayList<>();
		String position = null;
		while (met.size() < 130) {
			try (BulkRead<Customer> read = this.customers.read(Query.all(), null, position);
					Stream<Customer> some = read.stream()) {
				some.limit(31).forEach((customer) -> met.add(customer.id()));
				position = read.position().orElseThrow();
			}
		}
		assertThat(met).hasSize(130).doesNotHaveDuplicates();
		try (BulkRead<Event> events = node.events().read(EventFilter.ofNode())) {
			long count = events.stream().count();
			assertThat(events.progress().total()).hasValue(count);
			assertThat(count).isEqualTo(node.events().count(EventFilter.ofNode())).isPositive();
		}
	}

	private void assertUnchanged(BulkWriter<String> writer, List<String> lines) {
		Instant latest = latestUpdate();
		try (BulkRun<String> run = writer.write(lines)) {
			assertThat(run.stream().filter((outcome) -> outcome.kind() != Kind.UNCHANGED).map(BulkOutcome::reason))
				.isEmpty();
			assertThat(run.progress().outcomes()).isEqualTo(Map.of(Kind.UNCHANGED, (long) lines.size()));
		}
		assertThat(latestUpdate()).isEqualTo(latest);
	}

	private Instant latestUpdate() {
		return this.customers.stream().map(Customer::updatedAt).max(Instant::compareTo).orElseThrow();
	}

	private static String content() throws IOException {
		StringWriter content = new StringWriter();
		emulator.export(content);
		return content.toString();
	}

	/**
	 * Write each customer as a line of JSON.
	 */
	private List<String> export() {
		try (BulkRead<Customer> read = this.customers.read()) {
			return read.stream().map(ContactHubJson.mapper()::writeValueAsString).toList();
		}
	}

	private static Customer read(String line) {
		return ContactHubJson.mapper().readValue(line, Customer.class);
	}

	/**
	 * Read a customer without what its owner would not write: what is unset and what
	 * ContactHub sets, within lists as well.
	 */
	private static Customer anew(String line) {
		JsonObject document = ContactHubJson.mapper().readValue(line, JsonObject.class);
		return Customer.of(withoutUnset(document)).withId((String) document.get("id"));
	}

	private static Object withoutUnset(Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(BulkJourneyTests::withoutUnset).toList();
		}
		return (value instanceof JsonObject object) ? withoutUnset(object) : value;
	}

	private static Map<String, Object> withoutUnset(JsonObject document) {
		Map<String, Object> copy = new HashMap<>();
		document.forEach((name, value) -> {
			if (name.equals("extended")) {
				copy.put(name, value);
			}
			else if (value != null && !value.equals(List.of()) && !name.endsWith("edAt")) {
				copy.put(name, withoutUnset(value));
			}
		});
		return copy;
	}

	private static <T> List<BulkOutcome<T>> outcomes(CustomerRepository repository, CustomerWrite<T> write,
			List<T> items) {
		try (BulkRun<T> run = repository.bulk(write).write(items)) {
			return run.stream().toList();
		}
	}

	private static Customer person(String externalId, String email) {
		return Customer.builder()
			.externalId(externalId)
			.base((base) -> base.contacts((contacts) -> contacts.email(email)))
			.build();
	}

	private Customer full(int number) {
		return Customer.builder()
			.externalId("x" + number)
			.extra("extra")
			.base((base) -> base.firstName("Ann")
				.dob(LocalDate.of(1980, 1, 2))
				.contacts((contacts) -> contacts.email("x" + number + "@example.com"))
				.educations(Education.builder().id("e1").startYear(1999).build())
				.likes(Like.builder().id("l1").createdTime(Instant.parse("2020-01-02T03:04:05.678Z")).build())
				.jobs(Job.builder().id("j1").startDate(LocalDate.of(2000, 1, 2)).build())
				.subscriptions(Subscription.builder()
					.id("s1")
					.kind(SubscriptionKind.DIGITAL_MESSAGE)
					.subscribed(true)
					.startDate(Instant.parse("2020-01-02T03:04:05Z"))
					.preferences(Preference.builder().key("a").value("b").build())
					.build(), Subscription.builder().id("s2").registeredAt(Instant.EPOCH).build()))
			.consents((consents) -> consents.marketing(
					(marketing) -> marketing.automatic((automatic) -> automatic.email((email) -> email.status(true)))))
			.tags((tags) -> tags.manual("m"))
			.extended(JsonObject.of("points", number, "list", Collections.singletonList(null), "at",
					Instant.parse("2020-01-02T03:04:05Z"), "objects", List.of(JsonObject.of("a", null))))
			.build();
	}

}
