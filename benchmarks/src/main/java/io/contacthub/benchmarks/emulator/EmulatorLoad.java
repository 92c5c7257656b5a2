package io.contacthub.benchmarks.emulator;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.contacthub.benchmarks.Table;
import io.contacthub.emulator.ContactHubEmulator;

/**
 * Measurement of the emulator, in turns with the HTTP engine that it stands on.
 */
final class EmulatorLoad {

	private static final String QUERY = """
			{"query":{"type":"combined","conjunction":"INTERSECT","queries":[{"type":"simple","are":{"condition":
			{"type":"atomic","attribute":"base.address.country","operator":"EQUALS","value":"Italy"}}},
			{"type":"simple","are":{"condition":{"type":"atomic","attribute":"base.dob","operator":"BETWEEN",
			"value":["1960-01-01","1990-12-31"]}}}]}}""";

	private static final String DID = """
			{"query":{"type":"simple","did":{"event":{"name":"completedOrder"},"condition":{"type":"atomic",
			"attribute":"properties.amount.total","operator":"GT","value":50},"timeframe":{"type":"atomic",
			"attribute":"date","operator":"BETWEEN","value":["2025-02-01T00:00:00Z","2025-06-30T23:59:59Z"]}}}}""";

	private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

	private static final int CLIENTS = 4;

	private final LoadPlan plan;

	private final List<List<String>> rows = new ArrayList<>();

	EmulatorLoad(LoadPlan plan) {
		this.plan = plan;
	}

	Table run() throws Exception {
		if (this.plan.crowd() > 0) {
			crowd();
		}
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			emulator.populate(this.plan.customers());
			singleReads(emulator);
			queries(emulator);
			streams(emulator);
		}
		return new Table("The emulator", List.of("what", "time, or requests a second", "to the bare server"),
				this.rows);
	}

	private void singleReads(ContactHubEmulator emulator) throws Exception {
		for (String path : List.of("/me", customers(emulator) + "/" + anyId(emulator))) {
			byte[] request = request(emulator, path);
			byte[] body = once(emulator.port(), request);
			WireMockServer stub = stub(body);
			try (BareServer bare = BareServer.start(body)) {
				Map<String, Times> times = inTurns(new int[] { bare.port(), stub.port(), emulator.port() },
						List.of("bare server", "WireMock with a stub", "emulator"), request, this.plan.requests());
				String name = path.equals("/me") ? path : "customer by id";
				times.forEach((server, time) -> row(name + ", " + server, time.text(),
						time.ratio(times.getOrDefault("bare server", time))));
			}
			finally {
				stub.stop();
			}
		}
	}

	private static WireMockServer stub(byte[] body) {
		WireMockServer stub = new WireMockServer(WireMockConfiguration.options()
			.dynamicPort()
			.useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
			.gzipDisabled(true)
			.maxRequestJournalEntries(10_000));
		stub.start();
		stub.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(WireMock.ok().withHeader("Content-Type", "application/json;charset=UTF-8").withBody(body)));
		return stub;
	}

	private void queries(ContactHubEmulator emulator) throws Exception {
		String list = customers(emulator) + "?nodeId=" + emulator.nodeId() + "&size=";
		Map<String, String> paths = new LinkedHashMap<>();
		paths.put("page of 10", list + "10");
		paths.put("page of 50", list + "50");
		paths.put("page of 50, query of two parts", list + "50&query=" + encoded(QUERY));
		paths.put("page of 50, sorted", list + "50&sort=base.lastName,asc");
		paths.put("page of 50, did", list + "50&query=" + encoded(DID));
		paths.put("page of 50 events of a type", "/workspaces/" + emulator.workspaceId()
				+ "/events?size=50&type=completedOrder&nodeId=" + emulator.nodeId());
		int requests = Math.max(this.plan.requests() / 10, 3);
		for (Map.Entry<String, String> path : paths.entrySet()) {
			Map<String, Times> times = inTurns(new int[] { emulator.port() }, List.of("emulator"),
					request(emulator, path.getValue()), requests);
			times.values()
				.forEach((time) -> row(this.plan.customers() + " customers, " + path.getKey(), time.text(), ""));
		}
	}

	/**
	 * Measure servers one after the other in each round, so that the load that the
	 * machine has besides hits all of them.
	 */
	private Map<String, Times> inTurns(int[] ports, List<String> names, byte[] request, int requests)
			throws IOException {
		double[][] medians = new double[ports.length][this.plan.rounds()];
		for (int round = -1; round < this.plan.rounds(); round++) {
			for (int server = 0; server < ports.length; server++) {
				double median = Times.median(round(ports[server], request, requests));
				if (round >= 0) {
					medians[server][round] = median;
				}
			}
		}
		Map<String, Times> times = new LinkedHashMap<>();
		for (int server = 0; server < ports.length; server++) {
			times.put(names.get(server), new Times(medians[server]));
		}
		return times;
	}

	private static long[] round(int port, byte[] request, int requests) throws IOException {
		long[] times = new long[requests];
		try (KeptConnection connection = new KeptConnection(port)) {
			for (int index = 0; index < requests; index++) {
				long start = System.nanoTime();
				connection.exchange(request);
				times[index] = System.nanoTime() - start;
			}
		}
		return times;
	}

	private void streams(ContactHubEmulator emulator) throws Exception {
		String byId = customers(emulator) + "/" + anyId(emulator);
		stream(emulator, CLIENTS + " clients, customer by id", byId);
		stream(emulator, CLIENTS + " clients, page of 10",
				customers(emulator) + "?nodeId=" + emulator.nodeId() + "&size=10");
	}

	private void stream(ContactHubEmulator emulator, String name, String path) throws Exception {
		byte[] request = request(emulator, path);
		List<Callable<Integer>> clients = new ArrayList<>();
		for (int client = 0; client < CLIENTS; client++) {
			clients.add(() -> requestsWithin(emulator.port(), request, this.plan.stream()));
		}
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try {
			int requests = 0;
			for (Future<Integer> client : threads.invokeAll(clients)) {
				requests += client.get();
			}
			double seconds = this.plan.stream().toMillis() / 1000.0;
			row(name, String.format(Locale.ROOT, "%.0f a second", requests / seconds), "");
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A client failed", ex);
		}
		finally {
			threads.shutdown();
		}
	}

	private static int requestsWithin(int port, byte[] request, Duration time) throws IOException {
		long end = System.nanoTime() + time.toNanos();
		int requests = 0;
		try (KeptConnection connection = new KeptConnection(port)) {
			while (System.nanoTime() < end) {
				connection.exchange(request);
				requests++;
			}
		}
		return requests;
	}

	private void crowd() {
		long start = System.nanoTime();
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			emulator.populate(this.plan.crowd());
			double seconds = (System.nanoTime() - start) / 1e9;
			System.gc();
			Runtime runtime = Runtime.getRuntime();
			long used = (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
			row(this.plan.crowd() + " customers with their events are there", String.format(Locale.ROOT,
					"%.1f s, %d MB of %d MB in use", seconds, used, runtime.maxMemory() / (1024 * 1024)), "");
		}
	}

	private static String customers(ContactHubEmulator emulator) {
		return "/workspaces/" + emulator.workspaceId() + "/customers";
	}

	private static String anyId(ContactHubEmulator emulator) throws IOException {
		byte[] page = once(emulator.port(),
				request(emulator, customers(emulator) + "?size=1&page=7&nodeId=" + emulator.nodeId()));
		Matcher id = ID.matcher(new String(page, StandardCharsets.UTF_8));
		if (!id.find()) {
			throw new IllegalStateException("The emulator has too few customers");
		}
		return id.group(1);
	}

	private static byte[] once(int port, byte[] request) throws IOException {
		try (KeptConnection connection = new KeptConnection(port)) {
			return connection.exchange(request);
		}
	}

	private static byte[] request(ContactHubEmulator emulator, String path) {
		return ("GET /hub/v1" + path + " HTTP/1.1\r\nHost: localhost:" + emulator.port() + "\r\nAuthorization: Bearer "
				+ emulator.token() + "\r\nAccept: application/json\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String encoded(String query) {
		return URLEncoder.encode(query.replace("\n", ""), StandardCharsets.UTF_8);
	}

	private void row(String what, String value, String ratio) {
		this.rows.add(List.of(what, value, ratio));
	}

}
