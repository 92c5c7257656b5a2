package io.contacthub.benchmarks.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An application that is started as a process of its own, with the class path that it has
 * as an application: only its own classes are taken from the benchmarks.
 */
final class StartedApplication {

	private static final String DONE = "done ";

	private final Path java;

	private final Path classPath;

	private final Class<?> type;

	/**
	 * Create with what is started.
	 * @param java the program that starts it
	 * @param module where the file with its class path is, as the build has written it
	 * @param type the application
	 */
	StartedApplication(Path java, Path module, Class<?> type) {
		this.java = java;
		this.classPath = module.resolve(Path.of("target", "class-path.txt"));
		this.type = type;
	}

	/**
	 * Start it, have it make a call, and look at it when it is idle.
	 * @param baseUrl where the server is
	 * @return times in milliseconds and memory in megabytes
	 */
	Map<String, Double> run(String baseUrl) throws IOException {
		Path classes = Files.createTempDirectory("application");
		try {
			copyClasses(classes);
			return run(classes, baseUrl);
		}
		finally {
			delete(classes);
		}
	}

	private Map<String, Double> run(Path classes, String baseUrl) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.java.toString(), "-Xms256m", "-Xmx256m", "-cp",
				classes + File.pathSeparator + Files.readString(this.classPath).strip(),
				"-Dcontacthub.base-url=" + baseUrl, "-Dcontacthub.workspace-id=w", "-Dcontacthub.node-id=n",
				"-Dcontacthub.token=t", this.type.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		long start = System.nanoTime();
		Process process = builder.start();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			await(output, "started");
			double started = (System.nanoTime() - start) / 1e6;
			double processor = processor(process);
			List<String> idle = ask(process, output, 'g');
			double memory = memory(process);
			double before = processor(process);
			ask(process, output, 'c');
			return Map.of("start", started, "start processor", processor, "call processor", processor(process) - before,
					"heap", Double.parseDouble(idle.get(0)) / 1024 / 1024, "memory", memory, "threads",
					Double.valueOf(idle.get(1)));
		}
		finally {
			process.destroy();
		}
	}

	private static List<String> ask(Process process, BufferedReader output, char what) throws IOException {
		process.getOutputStream().write(what);
		process.getOutputStream().flush();
		return List.of(await(output, DONE).substring(DONE.length()).split(" "));
	}

	private static String await(BufferedReader output, String beginning) throws IOException {
		StringBuilder others = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith(beginning)) {
				return line;
			}
			others.append(line).append('\n');
		}
		throw new IOException("The application ended:\n" + others);
	}

	private static double processor(Process process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

	/**
	 * Return what the system says that the process occupies, as far as it says so.
	 */
	private static double memory(Process process) throws IOException {
		Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.filter((line) -> line.startsWith("VmRSS:"))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
	}

	private void copyClasses(Path target) throws IOException {
		Path folder = Files.createDirectories(target.resolve(this.type.getPackageName().replace('.', '/')));
		for (String name : List.of(this.type.getSimpleName(), this.type.getSimpleName() + "$Desk")) {
			try (InputStream bytes = this.type.getResourceAsStream(name + ".class")) {
				Files.copy(Objects.requireNonNull(bytes, name), folder.resolve(name + ".class"));
			}
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
				Files.delete(path);
			}
		}
	}

}
