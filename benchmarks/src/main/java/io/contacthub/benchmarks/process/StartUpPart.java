package io.contacthub.benchmarks.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Table;
import io.contacthub.benchmarks.process.contacthub.ContactHubApplication;
import io.contacthub.benchmarks.process.declared.DeclaredApplication;
import io.contacthub.benchmarks.process.restclient.RestClientApplication;

/**
 * Part that measures how an application with the starter starts, what its first call
 * costs and what it occupies while it does nothing, in comparison to one that declares a
 * repository as well and to one with Spring's client, each on the class path that it
 * would have. The options are {@code folder}, where the class paths are, {@code java},
 * the program to start them with, and {@code starts}, how often.
 */
public final class StartUpPart implements Part {

	private static final List<String> NUMBERS = List.of("start", "start processor", "call processor", "heap", "memory",
			"threads");

	@Override
	public String name() {
		return "startup";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		Map<String, String> options = plan.optionsOf(name());
		String folder = options.get("folder");
		if (plan.smoke()) {
			return List.of();
		}
		if (folder == null) {
			throw new IllegalArgumentException("Give --startup.folder, where the class paths are");
		}
		Path java = Path
			.of(options.getOrDefault("java", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		int starts = Integer.parseInt(options.getOrDefault("starts", String.valueOf(5 * plan.rounds())));
		Map<String, StartedApplication> contenders = new LinkedHashMap<>();
		contenders.put("ours",
				new StartedApplication(java, Path.of(folder, "contacthub"), ContactHubApplication.class));
		contenders.put("ours with a declared repository",
				new StartedApplication(java, Path.of(folder, "declared"), DeclaredApplication.class));
		contenders.put("restclient",
				new StartedApplication(java, Path.of(folder, "restclient"), RestClientApplication.class));
		Map<String, Rounds> found = new LinkedHashMap<>();
		try (Stub stub = Stub.start(plan, Duration.ZERO, 1)) {
			// the first start finds nothing in the caches of the system
			for (int start = -1; start < starts; start++) {
				for (Map.Entry<String, StartedApplication> contender : contenders.entrySet()) {
					Map<String, Double> round = contender.getValue().run(stub.baseUrl());
					if (start >= 0) {
						found.computeIfAbsent(contender.getKey(), (key) -> new Rounds()).add(round);
					}
				}
			}
		}
		return List.of(table(found, starts));
	}

	private static Table table(Map<String, Rounds> found, int starts) {
		Rounds ours = found.values().iterator().next();
		List<List<String>> rows = new ArrayList<>();
		found.forEach((contender, rounds) -> {
			List<String> row = new ArrayList<>(List.of(contender));
			for (String number : NUMBERS) {
				row.add(rounds.of(number).text());
				row.add((rounds != ours) ? ours.of(number).ratio(rounds.of(number)) : "");
			}
			rows.add(row);
		});
		return new Table(starts + " starts of an application",
				List.of("with", "ms to start", "ours to it", "ms of the processors to start", "ours to it",
						"ms of the processors for the first call", "ours to it", "MB of heap in use when idle",
						"ours to it", "MB of memory when idle", "ours to it", "threads when idle", "ours to it"),
				rows);
	}

}
