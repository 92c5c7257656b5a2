package io.contacthub.samples.migration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test for the move of many customers out of one ContactHub into another, each a process
 * of its own. {@code -Dmigration.customers=…} says how many.
 */
@DisplayName("All customers of one ContactHub")
class MigrationScaleIntegrationTests {

	private static final int CUSTOMERS = Integer.getInteger("migration.customers", 50_000);

	/**
	 * Less than 400 bytes a customer more than what the command takes for a few, so that
	 * it is noticed when memory grows with their number.
	 */
	private static final String HEAP = "44m";

	/**
	 * Ten times what it takes where nothing else is to be done.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final List<String> SET_BY_CONTACTHUB = List.of("id", "nodeId", "registeredAt", "updatedAt",
			"sourceInfo");

	/**
	 * One form of a document, in which the order of members means nothing, and each digit
	 * something.
	 */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	@TempDir
	private Path folder;

	@Test
	@DisplayName("are moved to another one in little memory, and are equal there but for what it sets itself")
	void moves(TestReporter reporter) throws Exception {
		Path data = this.folder.resolve("data.jsonl");
		Path before = this.folder.resolve("before.jsonl");
		Path after = this.folder.resolve("after.jsonl");
		write(data);
		try (EmulatorProcess target = EmulatorProcess.start(this.folder, "--customers=0")) {
			try (EmulatorProcess source = EmulatorProcess.start(this.folder, "--customers=0", "--node-id=n",
					"--data=" + data)) {
				source.export(before);
				run(reporter, source, "export", "customers.jsonl");
			}
			run(reporter, target, "import", "customers.jsonl", "--mode=insert");
			target.export(after);
			compare(customers(before), customers(after));
			run(reporter, target, "diff", "customers.jsonl");
		}
	}

	private static void compare(Map<String, Long> before, Map<String, Long> after) {
		assertThat(before).hasSize(CUSTOMERS);
		assertThat(after.keySet()).hasSize(CUSTOMERS)
			.allSatisfy((customer) -> assertThat(after.get(customer)).as(customer).isEqualTo(before.get(customer)));
	}

	private void run(TestReporter reporter, EmulatorProcess contactHub, String... arguments) throws Exception {
		long start = System.nanoTime();
		try (MigrationProcess process = PackagedCommand.in(this.folder, contactHub.connection())
			.withHeap(HEAP)
			.start(arguments)) {
			assertThat(process.exitCode(PATIENCE)).as(process.err()).isZero();
			reporter.publishEntry(arguments[0], Duration.ofNanos(System.nanoTime() - start) + ": " + process.err());
		}
	}

	/**
	 * Write customers that have something of everything, as ContactHub answers them.
	 */
	private static void write(Path file) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			for (int i = 1; i <= CUSTOMERS; i++) {
				writer
					.write("""
							{"nodeId": "n", "externalId": "C%1$d", "extra": "quoted \\"%1$d\\" | €, 😀\\n second line",\
							"enabled": %2$b, "base": {"firstName": "Name %1$d", "dob": "19%3$02d-02-03", "locale": "it_IT",\
							"contacts": {"email": "c%1$d@example.com", "otherContacts": [{"name": "home", "type": "PHONE", "value": "+39%1$d"}]},\
							"address": {"city": "Milano", "geo": {"lat": 45.%1$d, "lon": 9.1}},\
							"jobs": [{"id": "j", "companyName": "=1+1", "startDate": "2001-01-01"}], "likes": []},\
							"extended": {"points": %1$d, "ratio": 0.1000000000000000055511151231257827, "vip": true, "list": ["", "a,b", null]},\
							"tags": {"manual": ["t%3$d", "all"], "auto": []}}"""
						.formatted(i, i % 2 == 0, i % 100));
				writer.write('\n');
			}
		}
	}

	/**
	 * Return what the customers of a file have, but for what ContactHub sets, as a number
	 * by their external ids.
	 */
	private static Map<String, Long> customers(Path file) throws IOException {
		Map<String, Long> customers = new HashMap<>();
		try (Stream<String> lines = Files.lines(file)) {
			lines.forEach((line) -> {
				Map<?, ?> customer = JSON.readValue(line, Map.class);
				customer.keySet().removeAll(SET_BY_CONTACTHUB);
				String id = String.valueOf(customer.get("externalId"));
				assertThat(customers.put(id, Content.hash(JSON.writeValueAsString(customer)))).as(id).isNull();
			});
		}
		return customers;
	}

}
