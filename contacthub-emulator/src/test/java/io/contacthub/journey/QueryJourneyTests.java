package io.contacthub.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the manual promises of queries, on the emulator.
 */
@DisplayName("By queries one can")
class QueryJourneyTests extends JourneyTests {

	private static final List<String> NAMES = List.of("Ann", "Bea", "Cleo", "Dan");

	private static final List<String> TAG_NAMES = List.of("vip", "news");

	private final CustomerRepository customers = node.customers();

	@Test
	@DisplayName("S64 S65 S66 S67 S68 S69 S70 S71 S72 find customers by every operator")
	void findByOperators() {
		add("1", "Ann", LocalDate.of(1980, 1, 1), List.of("vip"), 0);
		add("2", "Bea", LocalDate.of(1990, 6, 15), List.of(), 5);
		add("3", "Cleo", null, List.of("vip", "news"), 10);
		assertFound(BASE.FIRST_NAME.eq("Ann"), "1");
		assertFound(BASE.FIRST_NAME.ne("Ann"), "2", "3");
		assertFound(BASE.DOB.gt(LocalDate.of(1980, 1, 1)), "2");
		assertFound(BASE.DOB.gte(OffsetDateTime.parse("1980-01-01T00:00:00+02:00")), "1", "2");
		assertFound(BASE.DOB.lt("1990-06-15"), "1");
		assertFound(BASE.DOB.lte("1990-06-15"), "1", "2");
		assertFound(BASE.DOB.between("1970-01-01", "1985-01-01"), "1");
		assertFound(BASE.DOB.isNull(), "3");
		assertFound(BASE.DOB.isNotNull(), "1", "2");
		assertFound(TAGS.MANUAL.contains("vip"), "1", "3");
		assertFound(TAGS.MANUAL.doesNotContain("vip"), "2");
		assertFound(EXTERNAL_ID.in(List.of("1", "2")), "1", "2");
		assertFound(EXTERNAL_ID.notIn(List.of("1", "2")), "3");
		assertFound(Field.extended("points").eq(0), "1");
		assertFound(Field.extended("points").between(5, 10), "2", "3");
		assertFound(BASE.EDUCATIONS.SCHOOL_NAME.eq("school of Bea"), "2");
		assertFound(ENABLED.eq(true), "1", "2", "3");
		assertFound(REGISTERED_AT.lt(Instant.now().plusSeconds(60)), "1", "2", "3");
	}

	@Test
	@DisplayName("S8 S58 S59 S60 S61 S62 S63 narrow the customers of a node step by step, each query for itself")
	void narrow() {
		Customer one = add("1", "Ann", LocalDate.of(1980, 1, 1), List.of("vip"), 0);
		Customer two = add("2", "Ann", LocalDate.of(1990, 1, 1), List.of(), 5);
		add("3", "Bea", LocalDate.of(1990, 1, 1), List.of(), 5);
		Query anns = Query.where(BASE.FIRST_NAME.eq("Ann"));
		Query young = anns.and(BASE.DOB.gt("1985-01-01"));
		Query none = young.and(Field.extended("points").eq(0));
		assertThat(this.customers.findAll(anns, PageRequest.of(0, 10))).containsExactlyInAnyOrder(one, two);
		assertThat(this.customers.findAll(young, PageRequest.of(0, 10))).containsExactly(two);
		assertThat(this.customers.findAll(none, PageRequest.of(0, 10))).isEmpty();
		assertFound(BASE.FIRST_NAME.eq("Ann").and(TAGS.MANUAL.contains("vip")), "1");
	}

	@Test
	@DisplayName("S75 S76 S77 S78 S79 S80 combine criteria and queries")
	void combine() {
		add("1", "Ann", LocalDate.of(1980, 1, 1), List.of("vip"), 0);
		add("2", "Ann", LocalDate.of(1990, 1, 1), List.of(), 5);
		add("3", "Bea", LocalDate.of(1990, 1, 1), List.of("vip"), 5);
		Criterion ann = BASE.FIRST_NAME.eq("Ann");
		Criterion vip = TAGS.MANUAL.contains("vip");
		assertFound(ann.and(vip), "1");
		assertFound(ann.or(vip), "1", "2", "3");
		assertFound(ann.and(vip.or(BASE.DOB.gt("1985-01-01"))), "1", "2");
		assertFound(Query.where(ann).intersect(Query.where(vip)), "1");
		assertFound(Query.where(ann).union(Query.where(vip)), "1", "2", "3");
		assertFound(Query.where(ann).except(Query.where(vip)), "2");
		assertFound(Query.where(ann).intersect(Query.where(vip).union(Query.where(EXTERNAL_ID.eq("2")))), "1", "2");
	}

	@Test
	@DisplayName("find customers by what they did")
	void findByEvents() {
		Customer buyer = add("1", "Ann", null, List.of(), 0);
		add("2", "Bea", null, List.of(), 0);
		node.events()
			.add(Event.builder()
				.customerId(buyer.id())
				.type(EventType.COMPLETED_ORDER)
				.context(EventContext.ECOMMERCE)
				.properties(CompletedOrder.builder().amount((amount) -> amount.total(new BigDecimal(120))).build())
				.build());
		Instant now = Instant.now();
		Criterion large = Field.field("properties.amount.total").gt(100);
		assertFound(Query.did(EventType.COMPLETED_ORDER, large, now.minusSeconds(60), now.plusSeconds(60)), "1");
		assertFound(Query.did(EventType.COMPLETED_ORDER, large, now.minusSeconds(60), now.plusSeconds(60))
			.and(BASE.FIRST_NAME.eq("Bea")));
		assertFound(Query.did(EventType.COMPLETED_ORDER, large, now.minusSeconds(120), now.minusSeconds(60)));
	}

	@Test
	@DisplayName("S52 S53 S54 have some fields only, in an order, page by page")
	void project() {
		emulator.populate(30);
		Page<Customer> page = this.customers.findAll(Query.where(BASE.LAST_NAME.isNotNull()),
				PageRequest.of(1, 10, Sort.by("base.lastName").descending()), Projection.of(BASE.LAST_NAME));
		assertThat(page.getContent()).hasSize(10)
			.allSatisfy((customer) -> assertThat(customer.base().contacts().email()).isNull())
			.allSatisfy((customer) -> assertThat(customer.id()).isNotNull())
			.extracting((customer) -> customer.base().lastName())
			.isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(page.getTotalElements()).isEqualTo(30);
	}

	@Test
	@DisplayName("S6 S43 go through all customers, and count them")
	void streamAll() {
		emulator.populate(230);
		try (Stream<Customer> stream = this.customers.stream(Query.all(), Sort.by("externalId"))) {
			List<Customer> all = stream.toList();
			assertThat(all).extracting(Customer::externalId)
				.containsExactlyElementsOf(IntStream.rangeClosed(1, 230).mapToObj("C%05d"::formatted).toList());
			assertThat(all).allSatisfy((customer) -> assertThat(customer.base().contacts().email())
				.contains("." + Integer.valueOf(customer.externalId().substring(1)) + "@"));
		}
		try (Stream<Customer> stream = this.customers.stream()) {
			assertThat(stream.map(Customer::id)).hasSize(230).doesNotHaveDuplicates();
		}
		assertThat(this.customers.count(Query.all())).isEqualTo(230);
		assertThat(this.customers.count(Query.where(EXTRA.eq("nobody")))).isZero();
	}

	@Test
	@DisplayName("S77 say by any tree of criteria what a predicate of Java says")
	void agreeWithPredicates() {
		Random random = new Random(17);
		List<Customer> all = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			all.add(add(String.valueOf(i), NAMES.get(random.nextInt(4)),
					(random.nextInt(4) == 0) ? null : LocalDate.of(1980 + random.nextInt(20), 1, 1),
					TAG_NAMES.subList(0, random.nextInt(3)), random.nextInt(5)));
		}
		for (int i = 0; i < 150; i++) {
			Condition condition = condition(random, 3);
			assertThat(find(Query.where(condition.criterion()))).as(condition.criterion().toString())
				.containsExactlyInAnyOrderElementsOf(
						all.stream().filter(condition.predicate()).map(Customer::externalId).toList());
		}
	}

	private static Condition condition(Random random, int depth) {
		if (depth > 0 && random.nextInt(3) > 0) {
			Condition one = condition(random, depth - 1);
			Condition other = condition(random, depth - 1);
			return random.nextBoolean()
					? new Condition(one.criterion().and(other.criterion()), one.predicate().and(other.predicate()))
					: new Condition(one.criterion().or(other.criterion()), one.predicate().or(other.predicate()));
		}
		String name = NAMES.get(random.nextInt(4));
		String tag = TAG_NAMES.get(random.nextInt(2));
		LocalDate date = LocalDate.of(1980 + random.nextInt(20), 1, 1);
		int points = random.nextInt(5);
		return switch (random.nextInt(10)) {
			case 0 -> new Condition(BASE.FIRST_NAME.eq(name), (customer) -> name.equals(customer.base().firstName()));
			case 1 -> new Condition(BASE.FIRST_NAME.ne(name), (customer) -> !name.equals(customer.base().firstName()));
			case 2 -> new Condition(BASE.DOB.isNull(), (customer) -> customer.base().dob() == null);
			case 3 -> new Condition(BASE.DOB.gt(date),
					(customer) -> customer.base().dob() != null && customer.base().dob().isAfter(date));
			case 4 -> new Condition(BASE.DOB.lte(date),
					(customer) -> customer.base().dob() != null && !customer.base().dob().isAfter(date));
			case 5 -> new Condition(TAGS.MANUAL.contains(tag), (customer) -> customer.tags().manual().contains(tag));
			case 6 ->
				new Condition(TAGS.MANUAL.doesNotContain(tag), (customer) -> !customer.tags().manual().contains(tag));
			case 7 -> new Condition(Field.extended("points").gte(points),
					(customer) -> (Integer) customer.extended().get("points") >= points);
			case 8 -> new Condition(BASE.FIRST_NAME.in(List.of(name, "Dan")),
					(customer) -> List.of(name, "Dan").contains(customer.base().firstName()));
			default -> new Condition(Field.extended("points").between(points, points + 1),
					(customer) -> List.of(points, points + 1).contains(customer.extended().get("points")));
		};
	}

	private Customer add(String externalId, String firstName, LocalDate dob, List<String> tags, int points) {
		return this.customers.insert(Customer.builder()
			.externalId(externalId)
			.base((base) -> base.firstName(firstName)
				.dob(dob)
				.educations(Education.builder().id("e").schoolName("school of " + firstName).build()))
			.tags((builder) -> builder.manual(tags))
			.extended(JsonObject.of("points", points))
			.build());
	}

	private void assertFound(Criterion criterion, String... externalIds) {
		assertFound(Query.where(criterion), externalIds);
	}

	private void assertFound(Query query, String... externalIds) {
		assertThat(find(query)).as(query.toString()).containsExactlyInAnyOrder(externalIds);
		assertThat(this.customers.count(query)).isEqualTo(externalIds.length);
	}

	private List<String> find(Query query) {
		try (Stream<Customer> stream = this.customers.stream(query)) {
			return stream.map(Customer::externalId).toList();
		}
	}

	/**
	 * A criterion and what it means.
	 *
	 * @param criterion the criterion
	 * @param predicate the same in Java
	 */
	private record Condition(Criterion criterion, Predicate<Customer> predicate) {

	}

}
