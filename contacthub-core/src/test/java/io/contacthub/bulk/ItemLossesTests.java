package io.contacthub.bulk;

import java.time.Duration;

import io.contacthub.client.Outage;
import io.contacthub.client.SharedPause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ItemLosses}.
 */
@DisplayName("The losses of an item")
class ItemLossesTests {

	private static final int WORKERS = 4;

	private final Outage outage = outage(WORKERS);

	private final ItemLosses losses = new ItemLosses(this.outage);

	private static Outage outage(int workers) {
		return new Outage(workers, Duration.ofHours(1), SharedPause.PauseClock.SYSTEM);
	}

	@Test
	@DisplayName("are too many with the fourth, while others arrive")
	void others() {
		this.losses.sent();
		for (int i = 1; i <= 4; i++) {
			assertThat(this.losses.isTooMany()).isFalse();
			this.outage.decided();
			this.losses.add(100);
			assertThat(this.losses.isInARow()).isFalse();
		}
		assertThat(this.losses.isTooMany()).isTrue();
	}

	@Test
	@DisplayName("do not count while all are lost, also when others arrived before the first of them")
	void outage() {
		this.losses.sent();
		this.outage.decided();
		lose(WORKERS - 1);
		for (int i = 1; i <= 10; i++) {
			this.losses.add(100);
			assertThat(this.losses.isInARow()).isTrue();
		}
		assertThat(this.losses.isTooMany()).isFalse();
	}

	@Test
	@DisplayName("count once another has arrived after the first of them, though all are lost again then")
	void another() {
		this.losses.sent();
		lose(WORKERS - 1);
		this.losses.add(100);
		this.outage.decided();
		lose(WORKERS - 1);
		assertTooManyAfter(4, 100);
	}

	@Test
	@DisplayName("count when it is left with fewer than are written at once, and others arrived while it was on its way")
	void rest() {
		this.losses.sent();
		this.outage.decided();
		lose(WORKERS - 1);
		assertTooManyAfter(4, WORKERS - 1);
	}

	@Test
	@DisplayName("do not count when there are fewer than are written at once, and none has arrived")
	void few() {
		this.losses.sent();
		lose(WORKERS - 1);
		for (int i = 1; i <= 10; i++) {
			this.losses.add(WORKERS - 1);
		}
		assertThat(this.losses.isTooMany()).isFalse();
	}

	@Test
	@DisplayName("count when only one is written at once, for the first of them; those behind it are lost with it")
	void one() {
		Outage alone = outage(1);
		ItemLosses first = new ItemLosses(alone);
		first.sent();
		for (int i = 1; i <= 4; i++) {
			assertThat(first.isTooMany()).isFalse();
			first.add(100);
			assertThat(first.isInARow()).isTrue();
		}
		assertThat(first.isTooMany()).isTrue();
		ItemLosses second = new ItemLosses(alone);
		second.sent();
		for (int i = 1; i <= 10; i++) {
			second.add(99);
		}
		assertThat(second.isTooMany()).isFalse();
	}

	private void lose(int others) {
		for (int i = 0; i < others; i++) {
			this.outage.failed(100);
		}
	}

	private void assertTooManyAfter(int losses, int undecided) {
		for (int i = 1; i <= losses; i++) {
			assertThat(this.losses.isTooMany()).isFalse();
			this.losses.add(undecided);
			assertThat(this.losses.isInARow()).isTrue();
		}
		assertThat(this.losses.isTooMany()).isTrue();
	}

}
