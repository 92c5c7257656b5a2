package io.contacthub.emulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for filters of sequences.
 */
@DisplayName("A filter of a sequence")
class SequenceFilterTests {

	private static final int COUNT = 10_000;

	private final AtomicInteger looks = new AtomicInteger();

	private final SequenceFilter<StoredCustomer> filter = new SequenceFilter<>((document) -> {
		this.looks.incrementAndGet();
		return document.path("number").intValue() % 3 == 0;
	});

	private final Sequence<StoredCustomer> all = Sequence.<StoredCustomer>empty()
		.withAll(LongStream.range(0, COUNT).mapToObj((number) -> customer(number, number)).toList());

	@Test
	@DisplayName("finds what matches, and looks at each document once")
	void looksOnce() {
		List<StoredCustomer> expected = this.all.stream().filter((customer) -> customer.number() % 3 == 0).toList();
		assertThat(this.filter.apply(this.all)).containsExactlyElementsOf(expected);
		assertThat(this.filter.apply(this.all)).containsExactlyElementsOf(expected).hasSameSizeAs(expected);
		assertThat(this.looks).hasValue(COUNT);
	}

	@Test
	@DisplayName("looks at little more than what has changed since, and finds what matches now")
	void looksAtChanges() {
		this.filter.apply(this.all);
		this.looks.set(0);
		Sequence<StoredCustomer> changed = this.all.with(customer(500, 3))
			.with(customer(501, 1))
			.without(customer(9000, 9000))
			.with(customer(COUNT, 9));
		assertThat(this.filter.apply(changed)).containsExactlyElementsOf(
				changed.stream().filter((customer) -> customer.document().path("number").intValue() % 3 == 0).toList());
		assertThat(this.looks).hasValueLessThan(1000);
		assertThat(this.filter.apply(this.all)).hasSize((COUNT + 2) / 3);
	}

	@Test
	@DisplayName("finds nothing where nothing matches")
	void findsNothing() {
		assertThat(this.filter.apply(Sequence.empty())).isEmpty();
		assertThat(new SequenceFilter<StoredCustomer>((document) -> false).apply(this.all)).isEmpty();
		assertThat(new SequenceFilter<StoredCustomer>((document) -> true).apply(this.all))
			.containsExactlyElementsOf(this.all);
	}

	private static StoredCustomer customer(long place, long number) {
		return new StoredCustomer(place, Json.object().put("number", number));
	}

}
