package io.contacthub.batch.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of its own that manages the job or executes its partitions.
 */
final class JobProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private JobProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Start a process that ends soon.
	 */
	static JobProcess start(Path folder, String role, List<String> options) {
		return start(folder, role, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"),
				EventCopyApplication.class,
				Stream.concat(Stream.of("--spring.profiles.active=" + role), options.stream()).toList());
	}

	static JobProcess start(Path folder, String role, List<String> javaOptions, Class<?> program,
			List<String> arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(javaOptions);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		command.addAll(arguments);
		try {
			Path output = Files.createTempFile(folder, role, ".log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			// Java tells of the options that it finds there
			builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
			return new JobProcess(builder.start(), output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Have the present process, which is such a one, end with the one that started it.
	 */
	static void endWithParent() {
		ProcessHandle.current()
			.parent()
			.ifPresent((parent) -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(2)));
	}

	/**
	 * Kill it, as {@code kill -9} does.
	 */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * Return the time of processors that it has taken.
	 */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Wait for its end.
	 * @return its exit code
	 */
	int await() throws InterruptedException {
		if (!this.process.waitFor(3, TimeUnit.MINUTES)) {
			throw new AssertionError("Has not ended: " + output());
		}
		return this.process.exitValue();
	}

	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

}
