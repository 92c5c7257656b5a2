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
 * in comparison to threads that wait for each; then the same where they wait in a
 * database. The options are {@code events}, and {@code kept} for those in databases.
 */
public final class PublisherPart implements Part {

	private static final List<Integer> PUBLISHERS = List.of(1, 4);

	private static final List<Integer> SENDERS = List.of(4, 32);

	private static final int TOGETHER = 100;

	private static final List<String> ACCEPTED = List.of("from", "a second", "ms, the longest of them",
			"µs of a processor for each", "bytes allocated for each");

	@Override
	public String name() {
		return "publisher";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		int events = plan.smoke() ? 40 : Integer.parseInt(plan.optionsOf(name()).getOrDefault("events", "50000"));
		int kept = plan.smoke() ? 40 : Integer.parseInt(plan.optionsOf(name()).getOrDefault("kept", "3000"));
		try (EventDatabases databases = EventDatabases.start(plan)) {
			return List.of(accepted(plan, events), sent(plan, events * 2 / 5), keptAccepted(plan, databases, kept),
					keptSent(plan, databases, kept));
		}
	}

	private static Table accepted(BenchmarkPlan plan, int events) throws Exception {
		Map<Integer, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : PUBLISHERS) {
					found.computeIfAbsent(threads, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, AcceptMeasurement.class, stub.baseUrl(),
								EventDatabases.NONE, threads, events, 1));
				}
			}
		}
		List<List<String>> rows = new ArrayList<>();
		found.forEach((threads, rounds) -> rows.add(acceptedRow(threads(threads), rounds)));
		return new Table(events + " events that the publisher accepts", ACCEPTED, rows);
	}

	private static String threads(int threads) {
		return threads + ((threads == 1) ? " thread" : " threads");
	}

	private static List<String> acceptedRow(String from, Rounds rounds) {
		return List.of(from, rounds.of("rate").text(), rounds.of("longest").text(), rounds.of("processor").text(),
				rounds.of("allocated").text());
	}

	private static Table sent(BenchmarkPlan plan, int events) throws Exception {
		Map<Integer, Rounds> published = new LinkedHashMap<>();
		Map<Integer, Rounds> added = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : plan.smoke() ? List.of(4) : SENDERS) {
					added.computeIfAbsent(threads, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, SendMeasurement.class, stub.baseUrl(),
								SendMeasurement.NOBODY, threads, events));
					published.computeIfAbsent(threads, (key) -> new Rounds())
						.add(MeasurementProcess.run(plan, 256, SendMeasurement.class, stub.baseUrl(),
								EventDatabases.NONE, threads, events));
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

	private static Table keptAccepted(BenchmarkPlan plan, EventDatabases databases, int events) throws Exception {
		Map<String, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : PUBLISHERS) {
					for (EventStore store : databases.stores()) {
						found.computeIfAbsent(store.text() + ", " + threads(threads), (key) -> new Rounds())
							.add(accept(plan, stub, databases.create(store), threads, events, 1));
					}
				}
				for (EventStore store : databases.transactional()) {
					found.computeIfAbsent(store.text() + ", 1 thread, 100 in a transaction", (key) -> new Rounds())
						.add(accept(plan, stub, databases.create(store), 1, events,
								plan.smoke() ? events / 2 : TOGETHER));
				}
			}
		}
		List<List<String>> rows = new ArrayList<>();
		found.forEach((from, rounds) -> rows.add(acceptedRow(from, rounds)));
		return new Table(events + " events that are accepted, and wait in memory or in a database", ACCEPTED, rows);
	}

	private static Map<String, Double> accept(BenchmarkPlan plan, Stub stub, String url, int threads, int events,
			int size) throws Exception {
		return MeasurementProcess.run(plan, 256, AcceptMeasurement.class, stub.baseUrl(), url, threads, events, size);
	}

	private static Table keptSent(BenchmarkPlan plan, EventDatabases databases, int events) throws Exception {
		Map<String, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			for (int round = 0; round < plan.rounds(); round++) {
				for (int threads : plan.smoke() ? List.of(4) : SENDERS) {
					for (EventStore store : databases.stores()) {
						found
							.computeIfAbsent(store.text() + ", " + threads + " at the same time", (key) -> new Rounds())
							.add(MeasurementProcess.run(plan, 256, SendMeasurement.class, stub.baseUrl(),
									databases.create(store), threads, events));
					}
				}
			}
		}
		List<List<String>> rows = new ArrayList<>();
		found.forEach(
				(from, rounds) -> rows.add(List.of(from, rounds.of("rate").text(), rounds.of("processor").text())));
		return new Table(events + " events that get to the server from memory or a database",
				List.of("from", "a second", "µs of the processors for each"), rows);
	}

}
