package io.contacthub.integration;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application as a process of its own, with the class path that its POM brings, or
 * from an executable jar.
 */
final class Application implements AutoCloseable {

	private static final long PATIENCE = 120;

	private final Process process;

	private final Path output;

	private final Path errors;

	private Application(Process process, Path output, Path errors) {
		this.process = process;
		this.output = output;
		this.errors = errors;
	}

	/**
	 * Start an application.
	 * @param project its folder
	 * @param mainClass its class
	 * @param arguments its arguments
	 */
	static Application start(String project, String mainClass, String... arguments) throws IOException {
		Path target = target(project);
		return start(target, Map.of(), program(target, mainClass), arguments);
	}

	/**
	 * Start an application that runs beside others of the same project, with little
	 * memory.
	 * @param project its folder
	 * @param mainClass its class
	 * @param folder where to keep what it says
	 * @param arguments its arguments
	 */
	static Application startInstance(String project, String mainClass, Path folder, List<String> arguments)
			throws IOException {
		List<String> program = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx128m"));
		program.addAll(program(target(project), mainClass));
		return start(folder, Map.of(), program, arguments.toArray(String[]::new));
	}

	private static Path target(String project) {
		return Path.of(System.getProperty("applications"), project, "target");
	}

	private static List<String> program(Path target, String mainClass) {
		String classPath = target.resolve("classes") + File.pathSeparator + read(target.resolve("classpath"));
		return List.of("-cp", classPath, mainClass);
	}

	/**
	 * Start the program in a jar as it is.
	 * @param jar the jar
	 * @param folder where to keep what it says
	 * @param environment its environment variables of ContactHub
	 * @param arguments its arguments
	 */
	static Application startJar(Path jar, Path folder, Map<String, String> environment, String... arguments)
			throws IOException {
		return start(folder, environment, List.of("-jar", jar.toString()), arguments);
	}

	private static Application start(Path folder, Map<String, String> environment, List<String> program,
			String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// a short run is over before the second compiler pays
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(program);
		command.addAll(List.of(arguments));
		Path output = folder.resolve("output");
		Path errors = folder.resolve("errors");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(errors.toFile());
		// Java tells of the options that it finds there
		builder.environment()
			.keySet()
			.removeIf((name) -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
		builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
		builder.environment().keySet().removeIf((name) -> name.startsWith("CONTACTHUB_"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		// in case the tests are interrupted
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return new Application(process, output, errors);
	}

	/**
	 * Return what an application gets from its POM.
	 * @param project its folder
	 * @return the names of the files
	 */
	static List<String> classPath(String project) {
		return Stream.of(read(target(project).resolve("classpath")).strip().split(File.pathSeparator))
			.map((entry) -> Path.of(entry).getFileName().toString())
			.toList();
	}

	/**
	 * Wait until the application ends by itself.
	 * @return its exit code
	 */
	int exitCode() throws InterruptedException {
		assertThat(this.process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("it has ended:%n%s%s", output(), errors())
			.isTrue();
		return this.process.exitValue();
	}

	/**
	 * Wait until something has been said.
	 */
	void awaitOutput(Predicate<String> said) {
		await().atMost(PATIENCE, TimeUnit.SECONDS)
			.until(() -> !this.process.isAlive() || said.test(output() + errors()));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Write a line to the application.
	 */
	void say(String line) throws IOException {
		OutputStream input = this.process.getOutputStream();
		input.write((line + '\n').getBytes(StandardCharsets.UTF_8));
		input.flush();
	}

	/**
	 * End the application without a chance to do anything, as {@code kill -9} does.
	 */
	void kill() {
		close();
	}

	/**
	 * End the application, as an operating system does.
	 * @return its exit code
	 */
	int stop() throws InterruptedException {
		this.process.destroy();
		return exitCode();
	}

	String output() {
		return read(this.output);
	}

	String errors() {
		return read(this.errors);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

}
