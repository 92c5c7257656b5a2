package io.contacthub.bulk;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.client.IllegalSettingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BulkProgress} and {@link BulkSettings}.
 */
@DisplayName("Of a run")
class BulkProgressTests {

	@Test
	@DisplayName("the progress tells the rate, what is left and how long that takes")
	void tellsRate() {
		BulkProgress progress = new BulkProgress(1264, 1200, OptionalLong.of(5000), Duration.ofSeconds(4), false,
				Map.of(Kind.REFUSED, 50L, Kind.CREATED, 1150L));
		assertThat(progress.rate()).isEqualTo(300);
		assertThat(progress.remaining()).hasValue(3800);
		assertThat(progress.timeLeft()).hasValue(Duration.ofMillis(12_666));
		assertThat(progress.count(Kind.CREATED)).isEqualTo(1150);
		assertThat(progress.count(Kind.FAILED)).isZero();
		assertThat(progress).hasToString("1200 of 5000, 300/s, 12 s left: created 1150, refused 50");
	}

	@Test
	@DisplayName("the progress tells nothing of an end that is not known, and never less than nothing")
	void knowsNoTotal() {
		BulkProgress begin = new BulkProgress(0, 0, OptionalLong.empty(), Duration.ZERO, true, Map.of());
		assertThat(begin.rate()).isZero();
		assertThat(begin.remaining()).isEmpty();
		assertThat(begin.timeLeft()).isEmpty();
		assertThat(begin).hasToString("0, 0/s, paused");
		BulkProgress beyond = new BulkProgress(9, 9, OptionalLong.of(5), Duration.ofSeconds(1), false, Map.of());
		assertThat(beyond.remaining()).hasValue(0);
		assertThat(beyond.timeLeft()).hasValue(Duration.ZERO);
	}

	@Test
	@DisplayName("the settings are checked")
	void checksSettings() {
		BulkSettings settings = BulkSettings.defaults();
		for (int concurrency : new int[] { 0, 1001 }) {
			assertThatExceptionOfType(IllegalSettingException.class)
				.isThrownBy(() -> settings.withConcurrency(concurrency))
				.withMessage("concurrency is " + concurrency + ": it must be from 1 to 1000");
		}
		for (Duration patience : new Duration[] { Duration.ofMillis(-1), Duration.ofDays(366) }) {
			assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> settings.withPatience(patience))
				.withMessageStartingWith("patience is " + patience);
		}
		assertThat(settings.withConcurrency(1000).withPatience(Duration.ZERO).pause().maxInterval())
			.isEqualTo(Duration.ofMinutes(1));
	}

}
