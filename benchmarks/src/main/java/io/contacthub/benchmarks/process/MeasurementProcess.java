package io.contacthub.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;

/**
 * Process for a measurement, whose heap and compiled code are those of that measurement
 * alone.
 */
public final class MeasurementProcess {

	private static final String MARK = "measured ";

	private MeasurementProcess() {
	}

	/**
	 * Measure, in this process if it is only to be seen that it works.
	 * @param plan tells whether it is
	 * @param heap the size of the heap in megabytes
	 * @param type what measures
	 * @param arguments its arguments
	 * @return what it measured
	 */
	static Map<String, Double> run(BenchmarkPlan plan, int heap, Class<? extends Measurement> type, Object... arguments)
			throws Exception {
		List<String> texts = List.of(arguments).stream().map(String::valueOf).toList();
		if (plan.smoke()) {
			return create(type).run(texts);
		}
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms" + heap + "m",
						"-Xmx" + heap + "m", "-XX:+AlwaysPreTouch", "-cp", System.getProperty("java.class.path"),
						MeasurementProcess.class.getName(), type.getName()));
		command.addAll(texts);
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			Map<String, Double> results = new HashMap<>();
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				if (line.startsWith(MARK)) {
					int end = line.indexOf('=');
					results.put(line.substring(MARK.length(), end), Double.valueOf(line.substring(end + 1)));
				}
			}
			if (process.waitFor() != 0) {
				throw new IOException("It failed: " + command);
			}
			return results;
		}
		finally {
			process.destroy();
		}
	}

	private static Measurement create(Class<? extends Measurement> type) throws ReflectiveOperationException {
		return type.getDeclaredConstructor().newInstance();
	}

	/**
	 * Measure, and print what was measured.
	 * @param arguments the class that measures, and its arguments
	 * @throws Exception if it cannot be measured
	 */
	public static void main(String... arguments) throws Exception {
		List<String> all = List.of(arguments);
		PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		create(Class.forName(all.get(0)).asSubclass(Measurement.class)).run(all.subList(1, all.size()))
			.forEach((name, value) -> output.println(MARK + name + "=" + value));
	}

}
