package io.contacthub.benchmarks.call;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.contacthub.benchmarks.Documents;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Benchmark of single calls over HTTP.
 */
@State(Scope.Benchmark)
public class CallBenchmark {

	/** The client that is measured. */
	@Param({ "ours", "restclient", "apache", "unirest", "restclient-jdk" })
	public String contender = "ours";

	/** Where the stub server is. */
	@Param("http://localhost:8080/hub/v1")
	public String baseUrl = "http://localhost:8080/hub/v1";

	/** How many seconds one thread calls alone, before the others begin. */
	@Param("0")
	public int secondsAlone;

	private @Nullable CallContender client;

	private final String customerId = Documents.customerId(0);

	/**
	 * Start the client, and have it compiled: many threads would leave the compiler too
	 * little time for that.
	 * @param benchmark says what is called
	 * @throws Exception if it fails
	 */
	@Setup
	public void start(BenchmarkParams benchmark) throws Exception {
		this.client = client(this.contender, this.baseUrl);
		String method = benchmark.getBenchmark().substring(CallBenchmark.class.getName().length() + 1);
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(this.secondsAlone);
		while (System.nanoTime() < end) {
			call(method);
		}
	}

	private Object call(String method) throws Exception {
		return switch (method) {
			case "customer" -> customer();
			case "page" -> page();
			case "event" -> event();
			default -> throw new IllegalArgumentException("Unknown call " + method);
		};
	}

	static CallContender client(String contender, String baseUrl) {
		return switch (contender) {
			case "ours" -> new OurClient(baseUrl);
			case "restclient" -> RestClientClient.onApache(baseUrl);
			case "restclient-jdk" -> RestClientClient.onJdk(baseUrl);
			case "apache" -> new ApacheClient(baseUrl);
			case "unirest" -> new UnirestClient(baseUrl);
			default -> throw new IllegalArgumentException("Unknown contender " + contender);
		};
	}

	/**
	 * Get a customer.
	 * @return the customer
	 * @throws Exception if it fails
	 */
	@Benchmark
	public Object customer() throws Exception {
		return client().customer(this.customerId);
	}

	/**
	 * Get a page of customers.
	 * @return the page
	 * @throws Exception if it fails
	 */
	@Benchmark
	public Object page() throws Exception {
		return client().page();
	}

	/**
	 * Add an event.
	 * @return the answer
	 * @throws Exception if it fails
	 */
	@Benchmark
	public Object event() throws Exception {
		return client().addEvent(this.customerId);
	}

	private CallContender client() {
		if (this.client == null) {
			throw new IllegalStateException("The client was not started");
		}
		return this.client;
	}

	/**
	 * Stop the client.
	 * @throws IOException if it fails
	 */
	@TearDown
	public void stop() throws IOException {
		client().close();
	}

}
