package io.contacthub.samples.migration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyTable}.
 */
@DisplayName("The table of keys")
class KeyTableTests {

	private final KeyTable table = new KeyTable();

	@Test
	@DisplayName("finds each of many rows, and no others")
	void findsRows() {
		for (int row = 1; row <= 100_000; row++) {
			assertThat(this.table.add(Content.hash("A" + row), row * 31L, row)).isTrue();
			if (row % 3 == 0) {
				this.table.see(this.table.find(Content.hash("A" + row)));
			}
		}
		assertThat(this.table.size()).isEqualTo(100_000);
		for (int row = 1; row <= 100_000; row++) {
			int place = this.table.find(Content.hash("A" + row));
			assertThat(this.table.line(place)).isEqualTo(row);
			assertThat(this.table.content(place)).isEqualTo(row * 31L);
			assertThat(this.table.isSeen(place)).isEqualTo(row % 3 == 0);
			assertThat(this.table.find(Content.hash("B" + row))).isNegative();
		}
	}

	@Test
	@DisplayName("keeps the first row of a key, also where keys meet at one place")
	void keepsFirst() {
		for (long key = 0; key < 1000; key++) {
			assertThat(this.table.add(key << 32, 1, 7 + key)).isTrue();
			assertThat(this.table.add(key << 32, 2, 9)).isFalse();
		}
		assertThat(this.table.line(this.table.find(0))).isEqualTo(7);
		assertThat(this.table.content(this.table.find(5L << 32))).isOne();
	}

}
