package io.contacthub.samples.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packaged desk as a process of its own, which uses what was processed ahead of time.
 */
final class DeskProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final Path log;

	private DeskProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Start the desk.
	 * @param log the file that its output goes to
	 * @param connection the environment variables that lead to ContactHub; others of the
	 * kind are hidden from the process
	 */
	static DeskProcess start(Path log, Map<String, String> connection) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		// a short run is over before the second compiler pays
		ProcessBuilder builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true",
				"-jar", System.getProperty("desk.jar"), "--server.port=0");
		builder.environment().keySet().removeIf((name) -> name.startsWith("CONTACTHUB_"));
		builder.environment().putAll(connection);
		Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		// in case the tests are interrupted
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return new DeskProcess(process, log);
	}

	/**
	 * Wait until the desk is open.
	 * @return its address
	 */
	String address() {
		await().atMost(PATIENCE).until(() -> !this.process.isAlive() || log().contains("Started CustomerDesk"));
		Matcher port = PORT.matcher(log());
		assertThat(port.find()).as("desk has started:%n%s", log()).isTrue();
		return "http://localhost:" + port.group(1);
	}

	/**
	 * Wait until the desk has stopped by itself.
	 * @return its exit code
	 */
	int exitCode() throws InterruptedException {
		assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("desk has stopped:%n%s", log())
			.isTrue();
		return this.process.exitValue();
	}

	String log() {
		try {
			return Files.readString(this.log);
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
