package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkRead;
import io.contacthub.json.DateTimes;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for a {@link CustomerReading} on a list in memory, which is read ahead as soon as
 * that is possible.
 */
@DisplayName("A read of customers")
class CustomerResumptionTests {

	private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

	private final List<Customer> stored = new ArrayList<>();

	private int requests;

	@ParameterizedTest
	@CsvSource({ "0,1", "1,1", "50,1", "51,1", "170,1", "170,7", "170,60", "170,170", "100,100" })
	@DisplayName("gives each customer once when it goes on at any of its places")
	void goesOnAnywhere(int count, int together) {
		store(count, together);
		List<String> all = this.stored.stream().map(Customer::id).toList();
		for (int stop = 0; stop <= count; stop += (count > 60) ? 17 : 1) {
			List<String> met = new ArrayList<>();
			String position = read(null, stop, met);
			assertThat(position == null).isEqualTo(stop == 0);
			BulkRead<Customer> rest = open(position);
			rest.forEach((customer) -> met.add(customer.id()));
			assertThat(met).hasSize(count).containsExactlyInAnyOrderElementsOf(all);
			assertThat(rest.progress().total()).hasValue(count - stop);
			assertThat(rest.progress().done()).isEqualTo(count - stop);
			assertThat(rest.progress().remaining()).hasValue(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "170,1", "170,7", "170,60", "170,170" })
	@DisplayName("goes on at a place that was reached by going on, and behind the last customer with none")
	void goesOnAgain(int count, int together) {
		store(count, together);
		List<String> met = new ArrayList<>();
		String position = null;
		while (met.size() < count) {
			position = read(position, 13, met);
		}
		assertThat(met).hasSize(count).doesNotHaveDuplicates();
		assertThat(open(position)).isEmpty();
		BulkRead<Customer> nothing = open(position);
		nothing.forEach((customer) -> met.add(customer.id()));
		assertThat(nothing.position()).contains(position);
		this.stored.add(customer(count, START.plusMillis(count)));
		assertThat(open(position)).extracting(Customer::id).containsExactly("c" + count);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	@DisplayName("misses none and gives none twice while others come and go, wherever it stops and goes on")
	void survivesChanges(long seed) {
		Random random = new Random(seed);
		store(170, 1 + random.nextInt(90));
		List<String> staying = this.stored.stream().map(Customer::id).filter((id) -> random.nextBoolean()).toList();
		List<String> met = new ArrayList<>();
		String position = null;
		for (int reads = 0; reads < 10; reads++) {
			BulkRead<Customer> read = open(position);
			Iterator<Customer> iterator = read.iterator();
			for (int left = (reads < 9) ? 15 : 1000; left > 0 && iterator.hasNext(); left--) {
				met.add(iterator.next().id());
				this.stored.removeIf((other) -> !staying.contains(other.id()) && random.nextInt(40) == 0);
				if (met.size() < 150) {
					this.stored.add(customer(1000 + met.size(), START.plusSeconds(met.size())));
				}
			}
			position = read.position().orElse(null);
			read.close();
		}
		assertThat(met).doesNotHaveDuplicates().containsAll(staying);
	}

	@Test
	@DisplayName("has a page read while the one before is worked on, and not another one")
	void readsAhead() {
		store(200, 1);
		Iterator<Customer> iterator = open(null).iterator();
		assertThat(this.requests).isZero();
		// a page repeats the last one of the page before
		for (int given = 0; given < 148; given++) {
			iterator.next();
			assertThat(this.requests).isEqualTo((given < 50) ? 2 : (given < 99) ? 3 : 4);
		}
	}

	@Test
	@DisplayName("asks for nothing more when it is closed")
	void asksNoMore() {
		store(200, 1);
		BulkRead<Customer> read = open(null);
		try (Stream<Customer> stream = read.stream()) {
			assertThat(stream.limit(60)).hasSize(60);
		}
		assertThat(this.requests).isEqualTo(3);
		assertThat(read.position()).isPresent();
	}

	@Test
	@DisplayName("ends for a thread that is interrupted while it waits for a page, which is given up")
	void endsWhenInterrupted() {
		store(60, 1);
		CompletableFuture<List<Customer>> ahead = new CompletableFuture<>();
		CustomerWalk walk = new CustomerWalk(Query.all(), this::page);
		BulkRead<Customer> read = BulkRead
			.create(new CustomerReading(walk, new RegistrationPosition(), (page) -> ahead));
		Iterator<Customer> iterator = read.iterator();
		for (int i = 0; i < 50; i++) {
			iterator.next();
		}
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(iterator::next);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(ahead).isCancelled();
		assertThat(iterator.hasNext()).isFalse();
		assertThat(read.position()).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "[]", "[\"x\",\"c1\"]", "[\"2020-01-01T00:00:00.000Z\"]", "{}", "null", "[null]",
			"[\"2020-01-01T00:00:00.000Z\",null]", "[[1],2]" })
	@DisplayName("refuses a text that is no place")
	void refusesOtherTexts(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> open(text))
			.withMessageStartingWith("position is '" + text + "'");
	}

	/**
	 * Read so many customers from a place on.
	 * @return the place behind them
	 */
	private String read(String position, int count, List<String> met) {
		BulkRead<Customer> read = open(position);
		try (Stream<Customer> stream = read.stream()) {
			stream.limit(count).forEach((customer) -> met.add(customer.id()));
		}
		return read.position().orElse(null);
	}

	private BulkRead<Customer> open(String position) {
		CustomerWalk walk = new CustomerWalk(Query.all(), this::page, at(position));
		return BulkRead.create(new CustomerReading(walk, at(position), (page) -> {
			FutureTask<List<Customer>> task = new FutureTask<>(page);
			task.run();
			return task;
		}));
	}

	private static RegistrationPosition at(String position) {
		return (position != null) ? RegistrationPosition.parse(position) : new RegistrationPosition();
	}

	private void store(int count, int together) {
		for (int i = 0; i < count; i++) {
			this.stored.add(customer(i, START.plusMillis(i / together)));
		}
	}

	private static Customer customer(int number, Instant registeredAt) {
		return Customer.builder().id("c" + number).registeredAt(registeredAt).build();
	}

	/**
	 * What a server gives that sorts by registration alone.
	 */
	private Page<Customer> page(Query query, Pageable pageable) {
		this.requests++;
		Instant from = query.isAll() ? Instant.MIN
				: DateTimes.parse((String) query.toJsonObject().at("are", "condition", "value"));
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

}
