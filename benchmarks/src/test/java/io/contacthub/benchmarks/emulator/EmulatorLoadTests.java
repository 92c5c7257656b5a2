package io.contacthub.benchmarks.emulator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests that the program can measure; what it measures is nothing for a test.
 */
@DisplayName("The program that measures the emulator")
class EmulatorLoadTests {

	@Test
	@DisplayName("prints a row for each measurement, which all got an answer")
	void printsTable() throws Exception {
		StringWriter text = new StringWriter();
		LoadPlan plan = new LoadPlan(60, 2, 3, Duration.ofMillis(100), 100);
		new EmulatorLoad(plan, new PrintWriter(text, true)).run();
		assertThat(text.toString().lines()).hasSize(17)
			.allSatisfy((line) -> assertThat(line).matches("\\|.*\\|.*\\|.*\\|"));
		assertThat(text.toString()).contains("| /me, bare server |", "| customer by id, emulator |",
				"| 60 customers, page of 50, did |", "a second", "100 customers with their events");
	}

	@Test
	@DisplayName("takes options, and refuses others")
	void takesOptions() {
		assertThat(LoadPlan.of(List.of("--customers=7", "--rounds=2", "--requests=3", "--seconds=4", "--crowd=5")))
			.isEqualTo(new LoadPlan(7, 2, 3, Duration.ofSeconds(4), 5));
		assertThat(LoadPlan.of(List.of())).isEqualTo(LoadPlan.FULL);
		assertThatIllegalArgumentException().isThrownBy(() -> LoadPlan.of(List.of("--speed=1")))
			.withMessageContaining("--speed=1");
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
