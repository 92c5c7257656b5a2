package io.contacthub.benchmarks.emulator;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for how the emulator is measured.
 */
@DisplayName("The measurement of the emulator")
class EmulatorLoadTests {

	@Test
	@DisplayName("takes options, and refuses others")
	void takesOptions() {
		assertThat(LoadPlan.of(Map.of("customers", "7", "rounds", "2", "requests", "3", "seconds", "4", "crowd", "5")))
			.isEqualTo(new LoadPlan(7, 2, 3, Duration.ofSeconds(4), 5));
		assertThat(LoadPlan.of(Map.of())).isEqualTo(LoadPlan.FULL);
		assertThatIllegalArgumentException().isThrownBy(() -> LoadPlan.of(Map.of("speed", "1")))
			.withMessageContaining("speed");
	}

	@Test
	@DisplayName("tells the median, the spread and the ratio of rounds")
	void tellsTimes() {
		assertThat(Times.median(new long[] { 9_000, 1_000, 5_000 })).isEqualTo(5);
		Times times = new Times(new double[] { 3000, 1000, 2000 });
		assertThat(times.text()).isEqualTo("2.000 ms (1.000 to 3.000)");
		assertThat(times.ratio(new Times(new double[] { 800 }))).isEqualTo("2.50");
	}

}
