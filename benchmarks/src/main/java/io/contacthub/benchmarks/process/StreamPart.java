package io.contacthub.benchmarks.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Samples;
import io.contacthub.benchmarks.Table;

/**
 * Part that measures streams of all customers: how long they take from a server that is
 * far away, and how much of the heap they need. Options are {@code latency} in
 * milliseconds, {@code customers} for the time and {@code crowd} for the heap.
 */
public final class StreamPart implements Part {

	/** How many pages are read ahead, less than none for a loop over the pages. */
	private static final List<Integer> PREFETCHES = List.of(-1, 1, 2, 4, 8);

	private static final int HEAP = 64;

	@Override
	public String name() {
		return "stream";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		Map<String, String> options = plan.optionsOf(name());
		int latency = plan.smoke() ? 1 : Integer.parseInt(options.getOrDefault("latency", "20"));
		long customers = plan.smoke() ? 100 : Long.parseLong(options.getOrDefault("customers", "10000"));
		long crowd = plan.smoke() ? 100 : Long.parseLong(options.getOrDefault("crowd", "1000000"));
		return List.of(times(plan, latency, customers), heap(plan, crowd));
	}

	private static Table times(BenchmarkPlan plan, int latency, long customers) throws Exception {
		Map<Integer, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ofMillis(latency), customers * 5)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int prefetch : plan.smoke() ? List.of(-1, 2) : PREFETCHES) {
					found.computeIfAbsent(prefetch, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, StreamMeasurement.class, stub.baseUrl(), prefetch,
								customers));
				}
			}
		}
		Samples loop = found.values().iterator().next().of("time");
		List<List<String>> rows = new ArrayList<>();
		found.forEach(
				(prefetch, rounds) -> rows.add(List.of((prefetch < 0) ? "page by page" : "stream, prefetch " + prefetch,
						rounds.of("time").text(), loop.ratio(rounds.of("time")), rounds.of("processor").text())));
		return new Table(customers + " customers from a server with " + latency + " ms latency", List.of("by",
				"ms a page of " + Documents.PAGE_SIZE, "as fast as page by page", "ms of the processors a page"), rows);
	}

	private static Table heap(BenchmarkPlan plan, long crowd) throws Exception {
		try (Stub stub = Stub.start(plan, Duration.ZERO, crowd)) {
			Map<String, Double> found = MeasurementProcess.run(plan, HEAP, HeapMeasurement.class, stub.baseUrl(), 2,
					crowd);
			List<List<String>> rows = new ArrayList<>();
			for (int mark : HeapMeasurement.MARKS) {
				rows.add(List.of(mark + " %", Rounds.number(found, String.valueOf(mark))));
			}
			rows.add(List.of("customers a second", Rounds.number(found, "rate")));
			return new Table("The heap of " + HEAP + " MB while " + crowd + " customers are streamed",
					List.of("after", "MB in use after a collection"), rows);
		}
	}

}
