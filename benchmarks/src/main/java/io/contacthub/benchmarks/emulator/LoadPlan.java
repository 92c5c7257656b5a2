package io.contacthub.benchmarks.emulator;

import java.time.Duration;
import java.util.Map;

/**
 * How much load there is to be.
 *
 * @param customers number of customers in the emulator
 * @param rounds how often everything is measured
 * @param requests number of requests of a kind in each round
 * @param stream how long clients ask as fast as they can
 * @param crowd number of customers of a second emulator, which shows time and memory
 */
record LoadPlan(int customers, int rounds, int requests, Duration stream, int crowd) {

	static final LoadPlan FULL = new LoadPlan(5_000, 15, 500, Duration.ofSeconds(5), 100_000);

	static final LoadPlan SMOKE = new LoadPlan(60, 2, 3, Duration.ofMillis(100), 100);

	/**
	 * Read options by their names.
	 */
	static LoadPlan of(Map<String, String> options) {
		LoadPlan plan = FULL;
		for (Map.Entry<String, String> option : options.entrySet()) {
			int value = Integer.parseInt(option.getValue());
			plan = switch (option.getKey()) {
				case "customers" -> new LoadPlan(value, plan.rounds, plan.requests, plan.stream, plan.crowd);
				case "rounds" -> new LoadPlan(plan.customers, value, plan.requests, plan.stream, plan.crowd);
				case "requests" -> new LoadPlan(plan.customers, plan.rounds, value, plan.stream, plan.crowd);
				case "seconds" ->
					new LoadPlan(plan.customers, plan.rounds, plan.requests, Duration.ofSeconds(value), plan.crowd);
				case "crowd" -> new LoadPlan(plan.customers, plan.rounds, plan.requests, plan.stream, value);
				default -> throw new IllegalArgumentException("Unknown option '" + option.getKey()
						+ "' of the emulator, use customers, rounds, requests, seconds, crowd");
			};
		}
		return plan;
	}

}
