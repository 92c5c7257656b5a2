package io.contacthub.benchmarks.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Table;

/**
 * Part that measures the publisher of events: how many it accepts, and how many it sends
 * in comparison to threads that wait for each. The option is {@code events}.
 */
public final class PublisherPart implements Part {

	private static final List<Integer> PUBLISHERS = List.of(1, 4);

	private static final List<Integer> SENDERS = List.of(4, 32);

	@Override
	public String name() {
		return "publisher";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		int events = plan.smoke() ? 40 : Integer.parseInt(plan.optionsOf(name()).getOrDefault("events", "50000"));
		return List.of(accepted(plan, events), sent(plan, events * 2 / 5));
	}

	private static Table accepted(BenchmarkPlan plan, int events) throws Exception {
		Map<Integer, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : PUBLISHERS) {
					found.computeIfAbsent(threads, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, AcceptMeasurement.class, stub.baseUrl(), threads,
								events));
				}
			}
		}
		List<List<String>> rows = new ArrayList<>();
		found.forEach((threads,
				rounds) -> rows.add(List.of(threads + ((threads == 1) ? " thread" : " threads"),
						rounds.of("rate").text(), rounds.of("longest").text(), rounds.of("processor").text(),
						rounds.of("allocated").text())));
		return new Table(events + " events that the publisher accepts", List.of("from", "a second",
				"ms, the longest of them", "µs of a processor for each", "bytes allocated for each"), rows);
	}

	private static Table sent(BenchmarkPlan plan, int events) throws Exception {
		Map<Integer, Rounds> published = new LinkedHashMap<>();
		Map<Integer, Rounds> added = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : plan.smoke() ? List.of(4) : SENDERS) {
					added.computeIfAbsent(threads, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, SendMeasurement.class, stub.baseUrl(), false, threads,
								events));
					published.computeIfAbsent(threads, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, SendMeasurement.class, stub.baseUrl(), true, threads,
								events));
				}
			}
		}
		List<List<String>> rows = new ArrayList<>();
		added.forEach((threads, rounds) -> {
			Rounds publisher = published.getOrDefault(threads, rounds);
			rows.add(List.of(threads + " threads that wait", rounds.of("rate").text(), "",
					rounds.of("processor").text(), ""));
			rows.add(List.of("the publisher with " + threads, publisher.of("rate").text(),
					publisher.of("rate").ratio(rounds.of("rate")), publisher.of("processor").text(),
					publisher.of("processor").ratio(rounds.of("processor"))));
		});
		return new Table(events + " events that get to the server",
				List.of("by", "a second", "to those", "µs of the processors for each", "to those"), rows);
	}

}
