package io.contacthub.benchmarks.emulator;

import java.time.Duration;
import java.util.List;

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

	/**
	 * Read options of the form {@code --name=value}.
	 */
	static LoadPlan of(List<String> options) {
		LoadPlan plan = FULL;
		for (String option : options) {
			int mark = option.indexOf('=');
			int value = Integer.parseInt(option.substring(mark + 1));
			plan = switch (option.substring(0, Math.max(mark, 0))) {
				case "--customers" -> new LoadPlan(value, plan.rounds, plan.requests, plan.stream, plan.crowd);
				case "--rounds" -> new LoadPlan(plan.customers, value, plan.requests, plan.stream, plan.crowd);
				case "--requests" -> new LoadPlan(plan.customers, plan.rounds, value, plan.stream, plan.crowd);
				case "--seconds" ->
					new LoadPlan(plan.customers, plan.rounds, plan.requests, Duration.ofSeconds(value), plan.crowd);
				case "--crowd" -> new LoadPlan(plan.customers, plan.rounds, plan.requests, plan.stream, value);
				default -> throw new IllegalArgumentException(
						"Unknown option '" + option + "', use --customers, --rounds, --requests, --seconds, --crowd");
			};
		}
		return plan;
	}

}
