package io.contacthub.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Rounds in which contenders take turns, so that what the machine does besides hits all
 * of them. Each turn is a process of its own with a small heap that is in memory from the
 * start.
 */
public final class Turns {

	static {
		// others who measure on the same machine are no reason to fail
		System.setProperty("jmh.ignoreLock", "true");
	}

	/**
	 * How long many threads call before they are measured. What was compiled for one of
	 * them is compiled anew, at a time that the compiler hardly gets from them.
	 */
	private static final int CROWD_SECONDS = 12;

	private static final String MEMORY = "gc.alloc.rate.norm";

	private final BenchmarkPlan plan;

	/**
	 * Create with how much is to be measured.
	 * @param plan tells the rounds, and how long each turn is
	 */
	public Turns(BenchmarkPlan plan) {
		this.plan = plan;
	}

	/**
	 * Measure.
	 * @param turns what has its turn in each round, in this order
	 * @return what each of them costs
	 * @throws RunnerException if any of them fails
	 */
	public Map<Turn, Cost> run(List<Turn> turns) throws RunnerException {
		Map<Turn, List<IterationResult[]>> results = new LinkedHashMap<>();
		for (int round = 0; round < this.plan.rounds(); round++) {
			for (Turn turn : turns) {
				results.computeIfAbsent(turn, (key) -> new ArrayList<>()).add(run(turn));
			}
		}
		Map<Turn, Cost> costs = new LinkedHashMap<>();
		results.forEach((turn, rounds) -> costs.put(turn,
				new Cost(samples(rounds, (iteration) -> 1_000_000 / iteration.getPrimaryResult().getScore()),
						samples(rounds, (iteration) -> secondary(iteration, ProcessorTime.LABEL)),
						samples(rounds, (iteration) -> secondary(iteration, MEMORY) / 1024))));
		return costs;
	}

	private int warmUp(Turn turn) {
		int seconds = 2 * this.plan.seconds();
		return (turn.threads() > 1) ? Math.max(seconds, CROWD_SECONDS) : seconds;
	}

	private IterationResult[] run(Turn turn) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include("^" + Pattern.quote(turn.benchmark()) + "$")
			.mode(Mode.Throughput)
			.threads(this.plan.smoke() ? 1 : turn.threads())
			.forks(this.plan.smoke() ? 0 : 1)
			.warmupIterations(this.plan.smoke() ? 0 : warmUp(turn))
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(this.plan.smoke() ? 1 : this.plan.seconds())
			.measurementTime(this.plan.smoke() ? TimeValue.milliseconds(10) : TimeValue.seconds(1))
			.jvmArgs("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")
			.addProfiler(GCProfiler.class)
			.addProfiler(ProcessorTime.class)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT);
		turn.parameters().forEach(options::param);
		Collection<RunResult> results = new Runner(options.build()).run();
		if (results.size() != 1) {
			throw new IllegalStateException(turn + " is no single benchmark");
		}
		return results.iterator()
			.next()
			.getBenchmarkResults()
			.stream()
			.flatMap((result) -> result.getIterationResults().stream())
			.toArray(IterationResult[]::new);
	}

	/**
	 * Take the median of each round.
	 */
	private static Samples samples(List<IterationResult[]> rounds, ToDoubleFunction<IterationResult> value) {
		return new Samples(rounds.stream()
			.map((round) -> new Samples(List.of(round).stream().map(value::applyAsDouble).toList()).median())
			.toList());
	}

	private static double secondary(IterationResult iteration, String label) {
		return Objects.requireNonNull(iteration.getSecondaryResults().get(label), label).getScore();
	}

	/**
	 * Return a table that compares the first contender of each operation with the others.
	 * @param title the title
	 * @param costs what each of them costs
	 * @return a row for each of them
	 */
	public static Table compare(String title, Map<Turn, Cost> costs) {
		List<List<String>> rows = new ArrayList<>();
		Map<String, Cost> first = new LinkedHashMap<>();
		costs.forEach((turn, cost) -> {
			Cost ours = first.computeIfAbsent(turn.operation(), (operation) -> cost);
			rows.add(List.of(turn.operation(), turn.contender(), cost.time().text(), ours.time().ratio(cost.time()),
					cost.processor().text(), ours.processor().ratio(cost.processor()), cost.memory().text(),
					ours.memory().ratio(cost.memory())));
		});
		return new Table(title, List.of("what", "by", "µs", "ours to it", "µs of the processors", "ours to it",
				"KB allocated", "ours to it"), rows);
	}

}
