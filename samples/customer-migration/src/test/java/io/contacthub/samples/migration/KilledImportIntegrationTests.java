package io.contacthub.samples.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.EventFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for imports whose process is killed, at moments that a seed tells:
 * {@code -Dmigration.seed=…} takes the same ones again.
 */
@DisplayName("An import that is killed")
class KilledImportIntegrationTests {

	private static final int CUSTOMERS = 3000;

	private static final int EVENTS = 1000;

	private static final int CONCURRENCY = 8;

	/**
	 * How far rows are taken ahead of those that are decided: what the bulk writer takes,
	 * and what the state says ahead.
	 */
	private static final int WINDOW = 64 + CONCURRENCY;

	/**
	 * The date of an event that has none, which is that of its sending.
	 */
	private static final Pattern DATE = Pattern.compile("\"date\":\"[^\"]+\",");

	private final ContactHubEmulator emulator = ContactHubEmulator.builder()
		.switches((off) -> off.withLatency(Duration.ofMillis(5)))
		.start();

	private final Node node = InProcess.node(this.emulator);

	private final long seed = Long.getLong("migration.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<String, Integer> posts = new TreeMap<>();

	@TempDir
	private static Path shared;

	private static PackagedCommand unpacked;

	@TempDir
	private Path folder;

	@BeforeAll
	static void unpack() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			unpacked = PackagedCommand.in(shared, PackagedCommand.connection(emulator)).unpacked();
		}
	}

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("ten times goes on each time, until every customer is there once, and every refused row is reported once")
	void goesOnWithCustomers(TestReporter reporter) throws Exception {
		reporter.publishEntry("migration.seed", String.valueOf(this.seed));
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).withRequestBody(WireMock.containing("Nemo"))
				.willReturn(WireMock.badRequest()
					.withHeader("Content-Type", "application/json")
					.withBody("{\"message\":\"nobody\"}")));
		Path file = Files.write(this.folder.resolve("customers.csv"), customers());
		int kills = killOften(10, CUSTOMERS - 60, this.node.customers()::count, "import", "customers.csv",
				"--concurrency=" + CONCURRENCY, "--index-lag=0s");
		assertThat(kills).as("seed %d", this.seed).isEqualTo(10);
		List<Customer> stored = this.node.customers().stream().toList();
		assertThat(stored).as("seed %d", this.seed)
			.extracting((customer) -> customer.externalId() + ' ' + customer.base().firstName())
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, CUSTOMERS)
				.filter((row) -> row % 50 != 0)
				.mapToObj((row) -> "C" + row + " Name" + row)
				.toList());
		List<String> refused = Files.readAllLines(this.folder.resolve("customers.refused.csv"));
		assertThat(refused).as("seed %d", this.seed)
			.hasSize(61)
			.doesNotHaveDuplicates()
			.filteredOn((line) -> line.contains("nobody"))
			.hasSize(30);
		assertThat(sum()).as("requests of seed %d", this.seed)
			.isBetween(CUSTOMERS - 30, CUSTOMERS - 30 + 10 * (CONCURRENCY + 10));
		assertThat(this.folder).isDirectoryNotContaining("glob:**.{json,part}");
		assertThat(file).exists();
	}

	/**
	 * Return rows of which some have an e-mail address, some are refused as they are, and
	 * some by ContactHub.
	 */
	private static List<String> customers() {
		List<String> rows = new ArrayList<>(List.of("externalId,base.firstName,base.dob,base.contacts.email"));
		for (int row = 1; row <= CUSTOMERS; row++) {
			boolean bad = row % 50 == 0;
			String name = (bad && row % 100 == 0) ? "Nemo" : "Name" + row;
			String dob = (bad && row % 100 != 0) ? "never" : "1980-02-03";
			rows.add("C" + row + ',' + name + ',' + dob + ',' + ((row % 2 == 0) ? "c" + row + "@example.com" : ""));
		}
		return rows;
	}

	@Test
	@DisplayName("three times misses no event, and sends few of them twice")
	void goesOnWithEvents(TestReporter reporter) throws Exception {
		reporter.publishEntry("migration.seed", String.valueOf(this.seed));
		String customer = this.node.customers().insert(Customer.builder().externalId("C1").build()).id();
		Files.write(this.folder.resolve("events.jsonl"),
				IntStream.rangeClosed(1, EVENTS)
					.mapToObj((row) -> "{\"customerId\":\"" + customer + "\",\"type\":\"formCompiled\","
							+ "\"context\":\"WEB\",\"properties\":{\"formName\":\"F" + row + "\"}}")
					.toList());
		int kills = killOften(3, EVENTS, () -> this.node.events().count(EventFilter.ofNode()), "import", "events.jsonl",
				"--events", "--concurrency=" + CONCURRENCY);
		assertThat(kills).as("seed %d", this.seed).isEqualTo(3);
		assertThat(this.posts.keySet()).as("seed %d", this.seed).hasSize(EVENTS + 1);
		assertThat(sum()).as("events of seed %d", this.seed).isBetween(EVENTS, EVENTS + 1 + 3 * WINDOW);
	}

	/**
	 * Kill an import some times, and let it come to its end then.
	 * @return how often it was killed
	 */
	private int killOften(int times, int rows, LongSupplier stored, String... arguments) throws Exception {
		PackagedCommand command = unpacked.at(this.folder, PackagedCommand.connection(this.emulator));
		int kills = 0;
		String[] resumed = IntStream.rangeClosed(0, arguments.length)
			.mapToObj((i) -> (i < arguments.length) ? arguments[i] : "--resume")
			.toArray(String[]::new);
		while (kills < times) {
			long until = stored.getAsLong() + 1 + this.random.nextInt(rows / (times + 1));
			try (MigrationProcess process = command.start((kills > 0) ? resumed : arguments)) {
				assertThat(process.awaits(() -> stored.getAsLong() >= until))
					.as("seed %d: %s", this.seed, process.err())
					.isTrue();
				process.kill();
				kills++;
			}
			drain();
		}
		try (MigrationProcess process = command.start(resumed)) {
			assertThat(process.exitCode()).as("seed %d: %s", this.seed, process.err()).isLessThan(2);
			assertThat(process.err()).contains("may have been sent. They are looked at again");
		}
		drain();
		return kills;
	}

	private int sum() {
		return this.posts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * Count the requests, before so many are remembered that the first are forgotten.
	 */
	private void drain() throws InterruptedException {
		// what was under way when the process was killed comes to its end
		Thread.sleep(100);
		this.emulator.wireMock()
			.find(postRequestedFor(anyUrl()))
			.stream()
			.map((request) -> DATE.matcher(request.getBodyAsString()).replaceAll(""))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt((body) -> 1)))
			.forEach((body, count) -> this.posts.merge(body, count, Integer::sum));
		this.emulator.wireMock().resetRequests();
	}

}
