package io.contacthub.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server in a process of its own, so that neither its time nor its memory is that of
 * the client.
 */
public final class StubProcess implements AutoCloseable {

	private final Process process;

	private final int port;

	private StubProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Start the server.
	 * @param latency how long each answer takes; any number of requests wait side by side
	 * @param total how many customers there are
	 * @return the server, which ends with this process at the latest
	 * @throws IOException if it does not start
	 */
	public static StubProcess start(Duration latency, long total) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch", "-cp",
				System.getProperty("java.class.path"), StubServer.class.getName(), String.valueOf(latency.toMillis()),
				String.valueOf(total))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
		String port = output.readLine();
		if (port == null) {
			throw new IOException("The stub server does not start");
		}
		return new StubProcess(process, Integer.parseInt(port));
	}

	/**
	 * Return the port.
	 * @return the port on which the server listens
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Return the base URL of the API.
	 * @return the URL to give to a client
	 */
	public String baseUrl() {
		return "http://localhost:" + this.port + "/hub/v1";
	}

	/**
	 * End the server, by ending its input as it does when this process is no more.
	 */
	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			this.process.onExit().get(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroy();
		}
		catch (IOException | ExecutionException | TimeoutException ex) {
			this.process.destroy();
			throw new IllegalStateException("The stub server does not end", ex);
		}
	}

}
