package io.contacthub.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A program that runs all parts of the benchmarks, or some, and prints what they found.
 */
public final class Benchmarks {

	private final List<Part> parts = ServiceLoader.load(Part.class).stream().map(ServiceLoader.Provider::get).toList();

	private final PrintWriter output;

	Benchmarks(PrintWriter output) {
		this.output = output;
	}

	/**
	 * Measure and print tables.
	 * @param options of the form {@code --name=value}
	 * @throws Exception if anything cannot be measured
	 */
	public static void main(String... options) throws Exception {
		PrintWriter output = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
		new Benchmarks(output).run(BenchmarkPlan.of(List.of(options)));
	}

	void run(BenchmarkPlan plan) throws Exception {
		List<String> names = this.parts.stream().map(Part::name).toList();
		for (String name : plan.parts()) {
			require(names, name, "part");
		}
		for (String option : plan.options().keySet()) {
			require(names, option.substring(0, option.indexOf('.')), "part of the option " + option);
		}
		this.output.println(Machine.describe());
		for (Part part : this.parts) {
			if (plan.parts().isEmpty() || plan.parts().contains(part.name())) {
				long start = System.nanoTime();
				part.run(plan).forEach((table) -> this.output.println(table.markdown()));
				this.output.printf("(%s took %d s)%n%n", part.name(), (System.nanoTime() - start) / 1_000_000_000);
			}
		}
	}

	private static void require(List<String> names, String name, String what) {
		if (!names.contains(name)) {
			throw new IllegalArgumentException("Unknown " + what + " '" + name + "', there are " + names);
		}
	}

}
