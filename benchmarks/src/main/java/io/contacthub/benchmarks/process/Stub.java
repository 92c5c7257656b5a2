package io.contacthub.benchmarks.process;

import java.io.IOException;
import java.time.Duration;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.server.StubProcess;
import io.contacthub.benchmarks.server.StubServer;

/**
 * A stub server, wherever it runs.
 *
 * @param end ends it
 * @param port its port
 */
record Stub(Runnable end, int port) implements AutoCloseable {

	/**
	 * Start a server: in a process of its own, unless it is only to be seen that
	 * everything works.
	 * @param plan tells whether it is
	 * @param latency how long each answer takes
	 * @param total how many customers there are
	 */
	static Stub start(BenchmarkPlan plan, Duration latency, long total) throws IOException {
		if (plan.smoke()) {
			StubServer server = StubServer.start(latency, total);
			return new Stub(server::close, server.port());
		}
		StubProcess process = StubProcess.start(latency, total);
		return new Stub(process::close, process.port());
	}

	String baseUrl() {
		return "http://localhost:" + this.port + "/hub/v1";
	}

	@Override
	public void close() {
		this.end.run();
	}

}
