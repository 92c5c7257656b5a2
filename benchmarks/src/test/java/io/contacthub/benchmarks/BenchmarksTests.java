package io.contacthub.benchmarks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests that everything can be measured; what is measured is nothing for a test.
 */
@DisplayName("The program of the benchmarks")
class BenchmarksTests {

	@Test
	@DisplayName("runs all parts, of which each finds a number for whatever it measures")
	void runsEverything() throws Exception {
		String text = run(BenchmarkPlan.SMOKE);
		assertThat(text).contains("### Calls", "### The stub server itself", "### JSON", "### The emulator",
				"### What the library adds to a successful call", "| stream, prefetch 2 |", "| 100 % |",
				"| 32 threads |", "| from |", "| the publisher with 4 |", "| memory, 4 threads |",
				"| H2 in memory, 1 thread, 100 in a transaction |", "| H2 in a file, 4 at the same time |",
				"| /me, bare server |", "| customer by id, emulator |", "| 60 customers, page of 50, did |", "a second",
				"100 customers with their events");
		assertThat(text.lines().filter((line) -> line.startsWith("|")))
			.allSatisfy((line) -> assertThat(line).doesNotContain("NaN", "Infinity", "null"));
	}

	@Test
	@DisplayName("fails when a benchmark does")
	void fails() {
		Turn turn = new Turn("nothing", "nobody", FailingBenchmark.class.getName() + ".fail", 1, Map.of());
		assertThatExceptionOfType(RunnerException.class)
			.isThrownBy(() -> new Turns(BenchmarkPlan.SMOKE).run(List.of(turn)));
	}

	@Test
	@DisplayName("takes options, and refuses others")
	void takesOptions() throws Exception {
		assertThat(BenchmarkPlan.of(List.of())).isEqualTo(BenchmarkPlan.FULL);
		BenchmarkPlan plan = BenchmarkPlan
			.of(List.of("--parts=json,call", "--rounds=5", "--seconds=7", "--emulator.customers=60"));
		assertThat(plan)
			.isEqualTo(new BenchmarkPlan(List.of("json", "call"), 5, 7, false, Map.of("emulator.customers", "60")));
		assertThat(plan.optionsOf("emulator")).isEqualTo(Map.of("customers", "60"));
		assertThat(plan.optionsOf("json")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> BenchmarkPlan.of(List.of("--speed=1")))
			.withMessageContaining("--speed=1");
		assertThatIllegalArgumentException().isThrownBy(() -> run(BenchmarkPlan.of(List.of("--parts=speed"))))
			.withMessageContaining("'speed'")
			.withMessageContaining("emulator");
		assertThatIllegalArgumentException().isThrownBy(() -> run(BenchmarkPlan.of(List.of("--speed.rounds=1"))))
			.withMessageContaining("'speed'");
	}

	@Test
	@DisplayName("tells the median, the spread and the ratio of rounds")
	void tellsSamples() {
		Samples samples = new Samples(List.of(3000.0, 1.5, 20.25));
		assertThat(samples.text()).isEqualTo("20.3 (1.50 to 3000)");
		assertThat(samples.ratio(new Samples(List.of(5.0, 11.2)))).isEqualTo("2.50");
		assertThat(samples.ratio(new Samples(List.of(0.0)))).isEmpty();
	}

	@Test
	@DisplayName("prints tables in Markdown, whose rows fit")
	void printsTables() {
		assertThat(new Table("Times", List.of("what", "ms"), List.of(List.of("a", "1"), List.of("b", "2"))).markdown())
			.isEqualTo("### Times\n\n| what | ms |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n\n");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table("Times", List.of("what", "ms"), List.of(List.of("a"))));
	}

	private static String run(BenchmarkPlan plan) throws Exception {
		StringWriter text = new StringWriter();
		new Benchmarks(new PrintWriter(text, true)).run(plan);
		return text.toString();
	}

}
