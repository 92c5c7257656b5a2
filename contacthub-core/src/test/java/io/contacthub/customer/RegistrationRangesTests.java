package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.contacthub.event.EventType;
import io.contacthub.json.DateTimes;
import io.contacthub.query.Field;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Customers divided by their registration")
class RegistrationRangesTests {

	private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

	private final List<Instant> registrations = new ArrayList<>();

	private final List<PageRequest> requests = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "0,1,8,1", "1,1,8,1", "5,1,8,5", "100,1,1,1", "100,1,8,8", "1000,1,7,7", "1000,7,8,8", "1000,1000,8,1",
			"1000,600,8,2", "3,2,3,2" })
	@DisplayName("are each in one part, and those registered at the same time in the same")
	void areEachInOnePart(int count, int together, int parts, int expected) {
		store(count, together);
		List<Query> queries = ranges(parts).within(Query.all());
		assertThat(queries).hasSize(expected).doesNotHaveDuplicates();
		List<List<Instant>> found = queries.stream().map(this::found).toList();
		assertThat(found.stream().flatMap(List::stream)).containsExactlyElementsOf(this.registrations);
		assertThat(this.requests).hasSizeLessThanOrEqualTo(parts);
		if (count > 0) {
			assertThat(found).noneMatch(List::isEmpty);
		}
		if (together == 1 && count >= parts) {
			assertThat(found).allMatch((part) -> Math.abs(part.size() - count / parts) <= 1);
		}
	}

	@Test
	@DisplayName("are divided by their number, not by time: an import fills an hour of a year")
	void areDividedByNumber() {
		store(998, 1);
		this.registrations.add(0, START.minusSeconds(100_000_000));
		this.registrations.add(START.plusSeconds(100_000_000));
		assertThat(ranges(4).within(Query.all())).extracting((query) -> found(query).size())
			.containsExactly(250, 250, 250, 250);
	}

	@Test
	@DisplayName("have parts that go on to what comes before and after")
	void areOpenAtTheEnds() {
		store(10, 1);
		List<Query> queries = ranges(2).within(Query.all());
		this.registrations.add(0, START.minusSeconds(1));
		this.registrations.add(START.plusSeconds(1));
		assertThat(found(queries.get(0))).hasSize(6).contains(START.minusSeconds(1));
		assertThat(found(queries.get(1))).hasSize(6).contains(START.plusSeconds(1));
	}

	@Test
	@DisplayName("are divided though the list moves meanwhile")
	void survivesMovingLists() {
		store(100, 1);
		RegistrationRanges ranges = new RegistrationRanges((pageable) -> {
			Page<Customer> page = page(pageable);
			this.registrations.subList(0, 20).clear();
			return page;
		}, 4);
		List<List<Instant>> found = ranges.within(Query.all()).stream().map(this::found).toList();
		assertThat(found.stream().flatMap(List::stream)).containsExactlyElementsOf(this.registrations);
	}

	@Test
	@DisplayName("take the bounds in milliseconds, as queries have them")
	void takesMilliseconds() {
		this.registrations.add(START);
		this.registrations.add(START.plusNanos(1_500_000));
		List<Query> queries = ranges(2).within(Query.all());
		assertThat(queries).containsExactly(Query.where(CustomerFields.REGISTERED_AT.lt(START.plusMillis(1))),
				Query.where(CustomerFields.REGISTERED_AT.gte(START.plusMillis(1))));
	}

	@Test
	@DisplayName("stay those of the query, whatever it is")
	void staysWithinTheQuery() {
		store(3, 1);
		Query did = Query.did(EventType.VIEWED_PAGE, Field.field("properties.url").isNotNull(), START, START);
		Query raw = Query.raw(Map.of("type", "own"));
		for (Query query : List.of(did, raw, did.union(raw))) {
			Instant first = START.plusMillis(1);
			Instant second = START.plusMillis(2);
			assertThat(ranges(3).within(query)).containsExactly(
					query.intersect(Query.where(CustomerFields.REGISTERED_AT.lt(first))),
					query.intersect(Query
						.where(CustomerFields.REGISTERED_AT.gte(first).and(CustomerFields.REGISTERED_AT.lt(second)))),
					query.intersect(Query.where(CustomerFields.REGISTERED_AT.gte(second))));
			assertThat(ranges(1).within(query)).containsExactly(query);
		}
	}

	@Test
	@DisplayName("are in one part at least")
	void refusesNoParts() {
		assertThatIllegalArgumentException().isThrownBy(() -> ranges(0)).withMessageStartingWith("parts is 0");
		assertThat(this.requests).isEmpty();
	}

	private void store(int count, int together) {
		this.registrations.clear();
		IntStream.range(0, count).forEach((i) -> this.registrations.add(START.plusMillis(i / together)));
	}

	private RegistrationRanges ranges(int parts) {
		return new RegistrationRanges(this::page, parts);
	}

	private Page<Customer> page(PageRequest pageable) {
		this.requests.add(pageable);
		assertThat(pageable.getSort()).isEqualTo(CustomerFields.REGISTERED_AT.asc());
		List<Customer> elements = this.registrations.stream()
			.skip(pageable.getOffset())
			.limit(pageable.getPageSize())
			.map((registered) -> Customer.builder().registeredAt(registered).build())
			.toList();
		return new PageImpl<>(elements, pageable, this.registrations.size());
	}

	private List<Instant> found(Query query) {
		return query.isAll() ? this.registrations
				: this.registrations.stream().filter((registered) -> meets(registered, condition(query))).toList();
	}

	private static Map<?, ?> condition(Query query) {
		return (Map<?, ?>) query.toJsonObject().at("are", "condition");
	}

	private static boolean meets(Instant registered, Map<?, ?> condition) {
		if (condition.get("conditions") instanceof List<?> conditions) {
			assertThat(condition.get("conjunction")).isEqualTo("and");
			return conditions.stream().allMatch((one) -> meets(registered, (Map<?, ?>) one));
		}
		assertThat(condition.get("attribute")).isEqualTo("registeredAt");
		Instant bound = DateTimes.parse((String) condition.get("value"));
		return condition.get("operator").equals("GTE") ? !registered.isBefore(bound)
				: condition.get("operator").equals("LT") && registered.isBefore(bound);
	}

}
