package io.contacthub.emulator;

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
				sequence = sequence.without(number);
			}
			assertThat(sequence).hasSize(expected.size());
		}
		assertThat(sequence).containsExactlyElementsOf(expected.values());
		assertThat(sequence.subList(300, 310))
			.containsExactlyElementsOf(List.copyOf(expected.values()).subList(300, 310));
		for (long number : List.copyOf(expected.keySet())) {
			sequence = sequence.without(number);
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
		assertThat(sequence.without(700).without(700)).hasSize(all.size() - 1);
	}

	@Test
	@DisplayName("stays as it is when a copy is changed")
	void doesNotChange() {
		Sequence<StoredCustomer> one = Sequence.<StoredCustomer>empty().with(new StoredCustomer(1, DOCUMENT));
		Sequence<StoredCustomer> two = one.with(new StoredCustomer(2, DOCUMENT));
		two.without(1);
		assertThat(one).extracting(StoredCustomer::number).containsExactly(1L);
		assertThat(two).extracting(StoredCustomer::number).containsExactly(1L, 2L);
		assertThat(Sequence.empty()).isEmpty();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> one.add(new StoredCustomer(3, DOCUMENT)));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> one.get(1));
	}

}
