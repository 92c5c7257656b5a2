package io.contacthub.samples.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process with what it has printed.
 */
final class MigrationProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final Process process;

	private final Path out;

	private final Path err;

	private MigrationProcess(Process process, Path out, Path err) {
		this.process = process;
		this.out = out;
		this.err = err;
	}

	/**
	 * Start a process.
	 * @param folder where it runs
	 * @param environment variables that lead to ContactHub; others of the kind are hidden
	 * from it
	 * @param command the command line
	 */
	static MigrationProcess start(Path folder, Map<String, String> environment, List<String> command)
			throws IOException {
		Path out = Files.createTempFile(folder, "out", ".txt");
		Path err = Files.createTempFile(folder, "err", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("CONTACTHUB_"));
		builder.environment().putAll(environment);
		Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		// in case the tests are interrupted
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return new MigrationProcess(process, out, err);
	}

	/**
	 * Wait until something holds, or the process has ended.
	 * @return whether it holds
	 */
	boolean awaits(BooleanSupplier condition) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> condition.getAsBoolean() || !this.process.isAlive());
		return condition.getAsBoolean();
	}

	int exitCode() throws InterruptedException {
		return exitCode(PATIENCE);
	}

	int exitCode(Duration patience) throws InterruptedException {
		assertThat(this.process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)).as("it ends: %s", err()).isTrue();
		return this.process.exitValue();
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Do as Ctrl-C does.
	 */
	void interrupt() throws Exception {
		assertThat(new ProcessBuilder("sh", "-c", "kill -INT " + pid()).start().waitFor()).isZero();
	}

	/**
	 * End it without a chance to do anything.
	 */
	void kill() {
		close();
	}

	String out() {
		return read(this.out);
	}

	String err() {
		return read(this.err);
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
