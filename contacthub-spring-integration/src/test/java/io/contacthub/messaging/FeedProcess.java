package io.contacthub.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that runs the {@link FeedApplication}, with what it has printed.
 */
final class FeedProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Process process;

	private final Thread reader;

	private final List<String> handled = new ArrayList<>();

	private final StringBuilder log = new StringBuilder();

	private boolean started;

	private boolean ended;

	private long firstHandledAt;

	private FeedProcess(Process process) {
		this.process = process;
		this.reader = new Thread(this::read, "feed-process-" + process.pid());
		this.reader.start();
		// in case the tests are interrupted
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	static FeedProcess start(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						// a short run is over before the second compiler pays
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
						FeedApplication.class.getName(), "--spring.main.keep-alive=true",
						"--spring.main.banner-mode=off", "--logging.level.root=warn"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("CONTACTHUB_"));
		// Java tells of the options that it finds there
		builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
		return new FeedProcess(builder.start());
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				take(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			synchronized (this) {
				this.ended = true;
				notifyAll();
			}
		}
	}

	private synchronized void take(String line) {
		if (line.startsWith(FeedApplication.HANDLED)) {
			if (this.handled.isEmpty()) {
				this.firstHandledAt = System.nanoTime();
			}
			this.handled.add(line.substring(FeedApplication.HANDLED.length()));
		}
		else if (line.equals(FeedApplication.STARTED)) {
			this.started = true;
		}
		else {
			this.log.append(line).append('\n');
		}
		notifyAll();
	}

	/**
	 * Wait until it runs.
	 */
	void awaitStart() throws InterruptedException {
		await((count) -> this.started);
	}

	/**
	 * Wait until a change is the last one that it has handled.
	 */
	void awaitHandled(String id) throws InterruptedException {
		await((present) -> present > 0 && this.handled.get(present - 1).equals(id));
	}

	/**
	 * End it without a chance to do anything.
	 * @return all that it has printed of changes
	 */
	List<String> kill() throws InterruptedException {
		close();
		this.reader.join(PATIENCE.toMillis());
		return handled();
	}

	private synchronized void await(IntPredicate condition) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.test(this.handled.size())) {
			long left = end - System.nanoTime();
			assertThat(left > 0 && !this.ended)
				.as("it goes on; it has handled %s, and says:%n%s", this.handled.size(), this.log)
				.isTrue();
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
	}

	synchronized List<String> handled() {
		return List.copyOf(this.handled);
	}

	/**
	 * Return when it handled its first change, as {@link System#nanoTime()} tells it.
	 */
	synchronized long firstHandledAt() {
		return this.firstHandledAt;
	}

	synchronized String log() {
		return this.log.toString();
	}

	@Override
	public void close() {
		// the process itself would close what is to be read yet
		this.process.toHandle().destroyForcibly();
		this.process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

}
