package io.contacthub.format;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.contacthub.query.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KeyTable} and {@link KeyCheck}.
 */
@DisplayName("Keys are compared")
class KeyTableTests {

	@Test
	@DisplayName("with all before them, however many there are and wherever they are put")
	void withAll() {
		KeyTable table = new KeyTable();
		for (long i = 0; i < 100_000; i++) {
			assertThat(table.add(i << 32, i + 1)).isZero();
		}
		assertThat(table.size()).isEqualTo(100_000);
		for (long i = 0; i < 100_000; i++) {
			assertThat(table.add(i << 32, 7)).isEqualTo(i + 1);
		}
		assertThat(table.size()).isEqualTo(100_000);
		assertThat(table.add(-1, Long.MAX_VALUE)).isZero();
		assertThat(table.add(-1, 1)).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	@DisplayName("by a hash that is another one for nearly each text")
	void byHash() {
		Set<Long> hashes = new HashSet<>();
		for (int i = 0; i < 200_000; i++) {
			hashes.add(KeyTable.hash("key-" + i));
			hashes.add(KeyTable.hash(i + "-key"));
		}
		assertThat(hashes).hasSize(400_000);
		assertThat(KeyTable.hash("ab")).isNotEqualTo(KeyTable.hash("ba"));
	}

	@Test
	@DisplayName("so that of two with one hash the later is refused, which is the price")
	void refusesEqualHashes() throws RefusedRowException {
		KeyCheck check = new KeyCheck(EXTERNAL_ID, 10, (text) -> text.length());
		check.check(Map.of("externalId", "a"), 2);
		check.check(Map.of("externalId", "bb"), 3);
		assertThatExceptionOfType(RefusedRowException.class).isThrownBy(() -> check.check(Map.of("externalId", "b"), 4))
			.withMessage("externalId 'b' is in line 2 already");
	}

	@Test
	@DisplayName("as they are written, and not where there is none")
	void asWritten() throws RefusedRowException {
		KeyCheck check = new KeyCheck(Field.extended("a", "b"), 10);
		check.check(Map.of("extended", "x"), 2);
		check.check(Map.of("extended", Map.of("a", Map.of("b", 5))), 3);
		assertThatCode(() -> check.check(Map.of("extended", Map.of("a", Map.of("b", "5 "))), 4))
			.doesNotThrowAnyException();
		assertThatExceptionOfType(RefusedRowException.class)
			.isThrownBy(() -> check.check(Map.of("extended", Map.of("a", Map.of("b", "5"))), 5));
	}

}
