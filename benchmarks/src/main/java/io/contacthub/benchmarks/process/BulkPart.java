package io.contacthub.benchmarks.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Samples;
import io.contacthub.benchmarks.Table;
import io.contacthub.bulk.BulkSettings.Order;

/**
 * Part that measures how many customers are stored at a server that is far away, by
 * several threads that call {@code upsert}, and by the writer of many. The option is
 * {@code latency} in milliseconds.
 */
public final class BulkPart implements Part {

	private static final List<Integer> THREADS = List.of(1, 8, 32);

	@Override
	public String name() {
		return "bulk";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		int latency = plan.smoke() ? 1 : Integer.parseInt(plan.optionsOf(name()).getOrDefault("latency", "20"));
		long milliseconds = plan.smoke() ? 20 : plan.seconds() * 1000L;
		Map<String, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ofMillis(latency), 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : plan.smoke() ? List.of(1, 32) : THREADS) {
					found.computeIfAbsent(threads + ((threads == 1) ? " thread" : " threads"), (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, UpsertMeasurement.class, stub.baseUrl(), threads,
								milliseconds));
				}
				for (int concurrency : plan.smoke() ? List.of(32) : THREADS) {
					found.computeIfAbsent("the writer, " + concurrency, (key) -> new Rounds())
						.add(write(plan, stub, concurrency, Order.INPUT, milliseconds));
				}
				found.computeIfAbsent("the writer, 32, outcomes as they come", (key) -> new Rounds())
					.add(write(plan, stub, 32, Order.COMPLETION, milliseconds));
			}
		}
		Samples one = found.values().iterator().next().of("rate");
		List<List<String>> rows = new ArrayList<>();
		found.forEach((name, rounds) -> rows
			.add(List.of(name, rounds.of("rate").text(), rounds.of("rate").ratio(one), rounds.of("processor").text())));
		return List.of(new Table("Customers stored at a server with " + latency + " ms latency",
				List.of("by", "a second", "as many as one thread", "µs of the processors for each"), rows));
	}

	private static Map<String, Double> write(BenchmarkPlan plan, Stub stub, int concurrency, Order order,
			long milliseconds) throws Exception {
		return MeasurementProcess.run(plan, 256, BulkMeasurement.class, stub.baseUrl(), concurrency, order,
				milliseconds);
	}

}
