package io.contacthub.samples.desk.panel;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Recent}.
 */
@DisplayName("What was read lately")
class RecentTests {

	private Instant now = Instant.parse("2026-03-01T10:00:00Z");

	private final Recent recent = new Recent(() -> this.now);

	private final AtomicInteger times = new AtomicInteger();

	@Test
	@DisplayName("is not read again for a minute")
	void kept() {
		assertThat(next("a")).isEqualTo(1);
		this.now = this.now.plus(Recent.KEPT).minusMillis(1);
		assertThat(next("a")).isEqualTo(1);
		assertThat(next("b")).isEqualTo(2);
		this.now = this.now.plusMillis(1);
		assertThat(next("a")).isEqualTo(3);
	}

	@Test
	@DisplayName("is read again once it was forgotten")
	void cleared() {
		next("a");
		this.recent.clear();
		assertThat(next("a")).isEqualTo(2);
	}

	@Test
	@DisplayName("is read again when it failed")
	void failed() {
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> this.recent.get("a", () -> {
			throw new QueryTimeoutException("late");
		}));
		assertThat(next("a")).isEqualTo(1);
	}

	@Test
	@DisplayName("is taken up on its way, however long that is")
	void onItsWay() {
		CompletableFuture<Integer> reading = new CompletableFuture<>();
		CompletableFuture<Integer> first = this.recent.load("a", () -> reading, (value) -> true);
		this.now = this.now.plus(Recent.KEPT).plus(Recent.KEPT);
		CompletableFuture<Integer> second = this.recent.load("a", this::fail, (value) -> true);
		assertThat(first).isNotDone();
		reading.complete(7);
		assertThat(first).isCompletedWithValue(7);
		assertThat(second).isCompletedWithValue(7);
	}

	@Test
	@DisplayName("is only taken up on its way when it is not worth keeping")
	void notKept() {
		CompletableFuture<Integer> reading = new CompletableFuture<>();
		this.recent.load("a", () -> reading, (value) -> false);
		assertThat(this.recent.load("a", this::fail, (value) -> false)).isNotDone();
		reading.complete(7);
		assertThat(next("a")).isEqualTo(1);
	}

	private int next(String key) {
		return this.recent.get(key, this.times::incrementAndGet);
	}

	private CompletableFuture<Integer> fail() {
		throw new AssertionError("It is on its way");
	}

}
