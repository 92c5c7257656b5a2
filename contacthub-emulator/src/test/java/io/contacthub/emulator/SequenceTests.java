package io.contacthub.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for sequences of documents.
 */
@DisplayName("A sequence of documents")
class SequenceTests {

	private static final ObjectNode DOCUMENT = Json.object();

	@Test
	@DisplayName("is that of a sorted map, whatever is added, replaced and removed")
	void behavesLikeASortedMap() {
		Random random = new Random(15);
		Map<Long, StoredCustomer> expected = new TreeMap<>();
		Sequence<StoredCustomer> sequence = Sequence.empty();
		for (int step = 0; step < 6000; step++) {
			long number = random.nextInt(2000);
			if (random.nextInt(3) > 0) {
				StoredCustomer customer = new StoredCustomer(number, Json.object().put("step", step));
				expected.put(number, customer);
				sequence = sequence.with(customer);
			}
			else {
				expected.remove(number);
				sequence = sequence.without(new StoredCustomer(number, DOCUMENT));
			}
			assertThat(sequence).hasSize(expected.size());
		}
		assertThat(sequence).containsExactlyElementsOf(expected.values());
		assertThat(sequence.subList(300, 310))
			.containsExactlyElementsOf(List.copyOf(expected.values()).subList(300, 310));
		for (long number : List.copyOf(expected.keySet())) {
			sequence = sequence.without(new StoredCustomer(number, DOCUMENT));
		}
		assertThat(sequence).isEmpty();
	}

	@Test
	@DisplayName("takes many documents at once")
	void takesManyAtOnce() {
		Sequence<StoredCustomer> sequence = Sequence.empty();
		List<StoredCustomer> all = new ArrayList<>();
		for (int size : new int[] { 1, 255, 1, 300, 0, 1000 }) {
			List<StoredCustomer> added = LongStream.range(all.size(), all.size() + size)
				.mapToObj((number) -> new StoredCustomer(number, DOCUMENT))
				.toList();
			sequence = sequence.withAll(added);
			all.addAll(added);
			assertThat(sequence).containsExactlyElementsOf(all);
		}
		assertThat(sequence.without(all.get(700)).without(all.get(700))).hasSize(all.size() - 1);
	}

	@Test
	@DisplayName("has another order if one is given, in which many documents at once have any places")
	void hasAnotherOrder() {
		Random random = new Random(18);
		List<StoredCustomer> all = new ArrayList<>();
		Sequence<StoredCustomer> sequence = Sequence.empty(StoredCustomer.BY_REGISTRATION);
		for (int step = 0; step < 40; step++) {
			int begin = (step % 4) * 250;
			List<StoredCustomer> added = LongStream.range(all.size(), all.size() + random.nextInt(100))
				.mapToObj((number) -> registered(number, begin + random.nextInt(500)))
				.toList();
			sequence = (step % 2 == 0) ? sequence.withAll(added) : withEach(sequence, added);
			all.addAll(added);
			assertThat(sequence)
				.containsExactlyElementsOf(all.stream().sorted(StoredCustomer.BY_REGISTRATION).toList());
		}
	}

	private static Sequence<StoredCustomer> withEach(Sequence<StoredCustomer> sequence, List<StoredCustomer> added) {
		Sequence<StoredCustomer> result = sequence;
		for (StoredCustomer customer : added) {
			result = result.with(customer);
		}
		return result;
	}

	@Test
	@DisplayName("has parts, which are found by what begins them")
	void hasParts() {
		Sequence<StoredCustomer> sequence = Sequence.<StoredCustomer>empty()
			.withAll(LongStream.range(0, 1000).mapToObj((number) -> new StoredCustomer(number, DOCUMENT)).toList());
		for (int from : new int[] { 0, 1, 255, 256, 257, 600, 999, 1000 }) {
			assertThat(sequence.count((customer) -> customer.number() < from)).isEqualTo(from);
			for (int to : new int[] { 0, 1, 255, 256, 257, 600, 999, 1000 }) {
				assertThat(sequence.range(from, to)).hasSize(Math.max(0, to - from))
					.containsExactlyElementsOf(sequence.subList(Math.min(from, to), to));
			}
		}
		assertThat(Sequence.<StoredCustomer>empty().count((customer) -> true)).isZero();
	}

	private static StoredCustomer registered(long number, int milliseconds) {
		return new StoredCustomer(number,
				Json.object().put("registeredAt", DateFormats.write(Instant.EPOCH.plusMillis(milliseconds))));
	}

	@Test
	@DisplayName("stays as it is when a copy is changed")
	void doesNotChange() {
		Sequence<StoredCustomer> one = Sequence.<StoredCustomer>empty().with(new StoredCustomer(1, DOCUMENT));
		Sequence<StoredCustomer> two = one.with(new StoredCustomer(2, DOCUMENT));
		two.without(new StoredCustomer(1, DOCUMENT));
		assertThat(one).extracting(StoredCustomer::number).containsExactly(1L);
		assertThat(two).extracting(StoredCustomer::number).containsExactly(1L, 2L);
		assertThat(Sequence.empty()).isEmpty();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> one.add(new StoredCustomer(3, DOCUMENT)));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> one.get(1));
	}

}
