package io.contacthub.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import io.contacthub.segment.Segment;
import io.contacthub.segment.SegmentRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Segments from the first to the last step, on the emulator.
 */
@DisplayName("By segments one can")
class SegmentJourneyTests extends JourneyTests {

	private static final Query VIPS = Query.where(TAGS.MANUAL.contains("vip"));

	private final SegmentRepository segments = node.workspace().segments();

	private final CustomerRepository customers = node.customers();

	@Test
	@DisplayName("keep a query under a name, find it again, rename and delete it")
	void keepQueries() {
		Segment stored = this.segments.insert("Vip", VIPS);
		assertThat(stored.id()).isNotBlank();
		assertThat(stored.enabled()).isTrue();
		assertThat(stored.createdAt()).isNotNull().isEqualTo(stored.updatedAt());
		assertThat(stored.query()).isEqualTo(VIPS);
		assertThat(this.segments.getById(stored.id())).isEqualTo(stored);
		assertThat(this.segments.findByName("Vip")).contains(stored);
		assertThat(this.segments.findByName("vip")).isEmpty();
		Segment renamed = this.segments.replace(stored.withName("Very"));
		assertThat(renamed.name()).isEqualTo("Very");
		assertThat(renamed.createdAt()).isEqualTo(stored.createdAt());
		assertThat(this.segments.findByName("Vip")).isEmpty();
		assertThat(this.segments.existsById(stored.id())).isTrue();
		this.segments.deleteById(stored.id());
		assertThat(this.segments.findById(stored.id())).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.segments.findCustomers(stored.id(), node.id(), PageRequest.of(0, 1)));
	}

	@Test
	@DisplayName("follow who is in them while customers change")
	void followCustomers() {
		String id = this.segments.insert("Vip", VIPS).id();
		assertMembers(id);
		Customer ann = add("ann", "vip");
		Customer bea = add("bea", "news");
		assertMembers(id, "ann");
		this.customers.addTag(bea.id(), "vip");
		assertMembers(id, "ann", "bea");
		this.customers.removeTag(ann.id(), "vip");
		assertMembers(id, "bea");
		this.customers.deleteById(bea.id());
		assertMembers(id);
	}

	@Test
	@DisplayName("have the customers of their query, whole ones and only some of them")
	void haveCustomersOfTheirQuery() {
		Customer ann = add("ann", "vip");
		Customer bea = add("bea", "vip");
		add("cam", "news");
		Segment segment = this.segments.insert("Vip", VIPS);
		Page<Customer> ids = this.segments.findCustomers(segment.id(), node.id(), PageRequest.of(0, 10));
		assertThat(ids.getContent()).extracting(Customer::id).containsExactlyInAnyOrder(ann.id(), bea.id());
		assertThat(ids.getContent()).allSatisfy((customer) -> {
			assertThat(customer.externalId()).isNull();
			assertThat(customer.projection()).isNotNull();
		});
		assertThat(this.customers.findAll(segment.query(), PageRequest.of(0, 10))).containsExactlyInAnyOrder(ann, bea);
		Query some = segment.query().intersect(Query.where(EXTERNAL_ID.eq("bea")));
		assertThat(this.customers.findAll(some, PageRequest.of(0, 10))).containsExactly(bea);
	}

	@Test
	@DisplayName("narrow what somebody else has stored, of which nothing is lost")
	void narrowWhatWasStored() {
		add("ann", "vip");
		add("bea", "vip");
		Segment foreign = this.segments.insert(Segment.of(Map.of("name", "Vip", "query",
				Map.of("name", "made in the console", "type", "simple", "note", List.of(1, "two"), "are", Map.of(
						"condition",
						Map.of("type", "atomic", "attribute", "tags.manual", "operator", "IN", "value", "vip"))))));
		assertMembers(foreign.id(), "ann", "bea");
		Segment read = this.segments.getById(foreign.id());
		Segment narrowed = this.segments.replace(read.withQuery(read.query().and(EXTERNAL_ID.eq("ann"))));
		assertMembers(foreign.id(), "ann");
		assertThat(narrowed.query().toJsonObject()).containsEntry("name", "made in the console")
			.containsEntry("note", List.of(1, "two"));
		this.segments.replace(narrowed.withQuery(narrowed.query().except(Query.where(BASE.LAST_NAME.eq("ann")))));
		assertMembers(foreign.id());
		assertThat(this.segments.getById(foreign.id()).query()).hasToString(
				"Query[EXCEPT of [Query[(tags.manual IN and externalId EQUALS)], Query[base.lastName EQUALS]]]");
	}

	@Test
	@DisplayName("come out of use and back")
	void comeOutOfUse() {
		add("ann", "vip");
		String id = this.segments.insert("Vip", VIPS).id();
		assertMembers(id, "ann");
		assertThat(this.segments.disable(id).enabled()).isFalse();
		assertMembers(id);
		assertThat(this.segments.disable(id).enabled()).isFalse();
		assertThat(this.segments.enable(id).enabled()).isTrue();
		assertMembers(id, "ann");
	}

	@Test
	@DisplayName("be read over many pages")
	void areRead() {
		IntStream.range(0, 120).forEach((number) -> add("c" + number, "vip"));
		IntStream.range(0, 60).forEach((number) -> this.segments.insert("s" + number, VIPS));
		try (Stream<Segment> all = this.segments.stream()) {
			assertThat(all).hasSize(60);
		}
		Pageable last = PageRequest.of(1, 50);
		assertThat(this.segments.findAll(last)).hasSize(10);
		assertThat(this.segments.findAllByName("s7", PageRequest.of(0, 50))).hasSize(1);
		String id = this.segments.findByName("s7").map(Segment::id).orElseThrow();
		assertThat(this.segments.countCustomers(id, node.id())).isEqualTo(120);
		try (Stream<Customer> members = this.segments.streamCustomers(id, node.id())) {
			assertThat(members.map(Customer::id)).hasSize(120).doesNotContainNull().doesNotHaveDuplicates();
		}
	}

	private Customer add(String externalId, String tag) {
		return this.customers.insert(Customer.of(Map.of("externalId", externalId, "base",
				Map.of("lastName", externalId), "tags", Map.of("manual", List.of(tag)))));
	}

	private void assertMembers(String id, String... externalIds) {
		try (Stream<Customer> members = this.segments.streamCustomers(id, node.id(), Projection.of(EXTERNAL_ID))) {
			assertThat(members.map(Customer::externalId)).containsExactlyInAnyOrder(externalIds);
		}
		assertThat(this.segments.countCustomers(id, node.id())).isEqualTo(externalIds.length);
	}

}
