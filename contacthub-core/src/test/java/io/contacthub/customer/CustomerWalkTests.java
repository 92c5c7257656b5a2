package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A walk over customers")
class CustomerWalkTests {

	private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

	private final List<Customer> stored = new ArrayList<>();

	private final List<PageRequest> requests = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "0,1", "1,1", "50,1", "51,1", "170,1", "170,7", "170,60", "170,170", "100,100" })
	@DisplayName("meets each customer once while all are deleted, also those registered at the same time")
	void survivesDeletion(int count, int together) {
		store(count, together);
		List<String> met = new ArrayList<>();
		walk().forEach((customer) -> {
			met.add(customer.id());
			this.stored.remove(customer);
		});
		assertThat(met).hasSize(count).doesNotHaveDuplicates();
		assertThat(this.stored).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "170,1", "170,7", "170,60", "170,170" })
	@DisplayName("meets each customer once where the index shows none of the deletions, or all of them late")
	void survivesTheIndex(int count, int together) {
		store(count, together);
		List<String> met = new ArrayList<>();
		walk().forEach((customer) -> met.add(customer.id()));
		assertThat(met).hasSize(count).doesNotHaveDuplicates();
		met.clear();
		List<Customer> deleted = new ArrayList<>();
		walk().forEach((customer) -> {
			met.add(customer.id());
			deleted.add(customer);
			if (deleted.size() == 65) {
				this.stored.removeAll(deleted);
				deleted.clear();
			}
		});
		assertThat(met).hasSize(count).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "101,50", "130,40", "200,60", "170,0", "100,60", "101,49", "49,1", "50,51" })
	@DisplayName("meets each customer once while all are deleted, where many were registered at the same time before others")
	void survivesDeletionOfTies(int ties, int later) {
		store(ties, ties);
		for (int i = 0; i < later; i++) {
			this.stored.add(customer(ties + i, START.plusMillis(1 + i / 30)));
		}
		List<String> met = new ArrayList<>();
		walk().forEach((customer) -> {
			met.add(customer.id());
			this.stored.remove(customer);
		});
		assertThat(met).hasSize(ties + later).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("takes registrations by the millisecond, as queries have them")
	void takesMilliseconds() {
		this.stored.add(customer(1, START.plusNanos(456_000)));
		this.stored.add(customer(2, START.plusNanos(123_000)));
		this.stored.add(customer(3, START.plusNanos(999_999)));
		assertThat(walk()).extracting(Customer::id).containsExactlyInAnyOrder("c1", "c2", "c3");
	}

	@Test
	@DisplayName("ends with a failure where the server comes to no end")
	void endsOnEndlessPages() {
		List<Customer> same = List.of(customer(1, START));
		CustomerWalk growing = new CustomerWalk(Query.all(),
				(query, pageable) -> new PageImpl<>(same, pageable, pageable.getOffset() + 1000));
		AtomicInteger asked = new AtomicInteger();
		CustomerWalk alternating = new CustomerWalk(Query.all(), (query, pageable) -> new PageImpl<>(same, pageable,
				pageable.getOffset() + 51 + asked.incrementAndGet() % 2));
		for (CustomerWalk walk : List.of(growing, alternating)) {
			assertThatExceptionOfType(DataRetrievalFailureException.class)
				.isThrownBy(() -> StreamSupport.stream(walk, false).count())
				.withMessageContaining("come to no end")
				.isInstanceOf(ContactHubFailure.class);
		}
	}

	@Test
	@DisplayName("asks for no page before the customers before it have been worked on")
	void isLazy() {
		store(120, 1);
		Stream<Customer> walk = walk();
		assertThat(this.requests).isEmpty();
		assertThat(walk.limit(50).toList()).hasSize(50);
		assertThat(this.requests).hasSize(1)
			.first()
			.isEqualTo(PageRequest.of(0, 50, CustomerFields.REGISTERED_AT.asc()));
	}

	@Test
	@DisplayName("fails where the server gives another order, since it would miss customers")
	void refusesOtherOrders() {
		CustomerWalk walk = new CustomerWalk(Query.all(),
				(query, pageable) -> new PageImpl<>(List.of(customer(2, START.plusSeconds(1)), customer(1, START)),
						pageable, 2));
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> StreamSupport.stream(walk, false).count())
			.withMessageContaining("another order");
		CustomerWalk unknown = new CustomerWalk(Query.all(),
				(query, pageable) -> new PageImpl<>(List.of(Customer.builder().id("1").build()), pageable, 1));
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> StreamSupport.stream(unknown, false).count())
			.withMessageContaining("without its id or registration");
	}

	private void store(int count, int together) {
		this.stored.clear();
		for (int i = 0; i < count; i++) {
			this.stored.add(customer(i, START.plusMillis(i / together)));
		}
	}

	private static Customer customer(int number, Instant registeredAt) {
		return Customer.builder().id("c" + number).registeredAt(registeredAt).build();
	}

	private Stream<Customer> walk() {
		CustomerWalk walk = new CustomerWalk(Query.all(), this::page);
		return StreamSupport.stream(walk, false).onClose(walk::close);
	}

	/**
	 * What a server gives that sorts by registration alone.
	 */
	private Page<Customer> page(Query query, Pageable pageable) {
		this.requests.add((PageRequest) pageable);
		Instant from = query.isAll() ? Instant.MIN : START.plusMillis(millis(query));
		List<Customer> found = this.stored.stream()
			.filter((customer) -> !customer.registeredAt().isBefore(from))
			.sorted(Comparator.comparing(Customer::registeredAt))
			.toList();
		List<Customer> elements = found.stream().skip(pageable.getOffset()).limit(pageable.getPageSize()).toList();
		return new PageImpl<>(elements, pageable, found.size()) {

			@Override
			public long getTotalElements() {
				return found.size();
			}

		};
	}

	private static long millis(Query query) {
		for (int millis = 0; millis < 1000; millis++) {
			if (query.equals(Query.where(CustomerFields.REGISTERED_AT.gte(START.plusMillis(millis))))) {
				return millis;
			}
		}
		throw new AssertionError("Another query: " + query.toJson());
	}

}
