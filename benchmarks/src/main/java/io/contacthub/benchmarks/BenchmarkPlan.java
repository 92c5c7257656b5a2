package io.contacthub.benchmarks;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much is to be measured.
 *
 * @param parts the names of the parts to run, all of them when it is empty
 * @param rounds how often each contender has its turn
 * @param seconds how many seconds a contender is measured in each turn, after twice as
 * many for warming up
 * @param smoke whether it is only to be seen that everything works: parts take the
 * smallest numbers that show it, and start no process that they can do without
 * @param options options of parts, named {@code part.option}
 */
public record BenchmarkPlan(List<String> parts, int rounds, int seconds, boolean smoke, Map<String, String> options) {

	/**
	 * What is measured unless the command line says otherwise.
	 */
	public static final BenchmarkPlan FULL = new BenchmarkPlan(List.of(), 3, 2, false, Map.of());

	/**
	 * What a test of everything runs.
	 */
	public static final BenchmarkPlan SMOKE = new BenchmarkPlan(List.of(), 1, 1, true, Map.of());

	/**
	 * Copy the options, so that they do not change.
	 */
	public BenchmarkPlan {
		parts = List.copyOf(parts);
		options = Map.copyOf(options);
	}

	/**
	 * Read options of the form {@code --name=value}.
	 * @param arguments the options
	 * @return the plan
	 * @throws IllegalArgumentException when there is no such option
	 */
	public static BenchmarkPlan of(List<String> arguments) {
		BenchmarkPlan plan = FULL;
		for (String argument : arguments) {
			int mark = argument.indexOf('=');
			plan = plan.with(argument, argument.substring(0, Math.max(mark, 0)), argument.substring(mark + 1));
		}
		return plan;
	}

	private BenchmarkPlan with(String argument, String name, String value) {
		if (name.matches("--[a-z]+\\.[a-z-]+")) {
			Map<String, String> options = new HashMap<>(this.options);
			options.put(name.substring(2), value);
			return new BenchmarkPlan(this.parts, this.rounds, this.seconds, this.smoke, options);
		}
		return switch (name) {
			case "--parts" ->
				new BenchmarkPlan(List.of(value.split(",")), this.rounds, this.seconds, this.smoke, this.options);
			case "--rounds" ->
				new BenchmarkPlan(this.parts, Integer.parseInt(value), this.seconds, this.smoke, this.options);
			case "--seconds" ->
				new BenchmarkPlan(this.parts, this.rounds, Integer.parseInt(value), this.smoke, this.options);
			default -> throw new IllegalArgumentException(
					"Unknown option '" + argument + "', use --parts, --rounds, --seconds, --<part>.<option>");
		};
	}

	/**
	 * Return the options of a part.
	 * @param part the name of the part
	 * @return the options by their names without that of the part
	 */
	public Map<String, String> optionsOf(String part) {
		Map<String, String> own = new LinkedHashMap<>();
		this.options.forEach((name, value) -> {
			if (name.startsWith(part + ".")) {
				own.put(name.substring(part.length() + 1), value);
			}
		});
		return own;
	}

}
