package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that keep their events in a database until these are sent, as
 * processes that are killed, at moments that a seed tells: {@code -Ddurable.seed=…} takes
 * the same ones again.
 */
@DisplayName("With events that are kept in a database until they are sent,")
class DurablePublishingIntegrationTests {

	private static final int CONCURRENCY = 8;

	/**
	 * How many threads accept events at the same time.
	 */
	private static final int THREADS = 4;

	private static final int KILLS = 3;

	private static final Duration LEASE = Duration.ofSeconds(4);

	/**
	 * So long that none ends before its event is sent, however busy the machine is.
	 */
	private static final Duration LONG_LEASE = Duration.ofSeconds(30);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	private static final EmulatorSwitches ANSWERING = EmulatorSwitches.off().withLatency(Duration.ofMillis(5));

	private static final EmulatorSwitches AWAY = EmulatorSwitches.off().withDisconnectRate(1);

	private static final EmulatorSwitches FAILING = ANSWERING.withFailureRate(0.33).withLostAnswerRate(0.01);

	private static final Pattern ACCEPTED = Pattern.compile("(?m)^accepted (\\d+)\\n");

	private static final Pattern SENT = Pattern.compile("(?m)^sent (\\d+)$");

	private final ContactHubEmulator emulator = ContactHubEmulator.builder().switches((off) -> ANSWERING).start();

	private final Arrivals arrivals = new Arrivals(this.emulator);

	private final List<Application> applications = new ArrayList<>();

	private Duration lease = LEASE;

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.applications.forEach(Application::close);
		this.emulator.close();
	}

	@Test
	@DisplayName("and not in memory: a process that is killed loses what it has accepted while ContactHub is away")
	void memoryLosesAll() throws Exception {
		this.emulator.switches(AWAY);
		Application first = start(Store.MEMORY, "alone:0-5000:4");
		first.awaitOutput((said) -> said.contains("done"));
		assertThat(accepted(first)).hasSize(5000);
		first.kill();
		this.emulator.switches(ANSWERING);
		Application second = start(Store.MEMORY, "alone:5000-5001:1", "flush:60");
		second.awaitOutput((said) -> said.contains("done"));
		assertThat(second.output()).contains("flushed true");
		assertThat(this.arrivals.numbers()).containsExactly(5000);
	}

	@ParameterizedTest
	@EnumSource(names = { "H2_FILE", "POSTGRESQL" })
	@DisplayName("none of 5,000 is lost by a process that is killed while ContactHub is away, and three times while it sends")
	void killsLoseNothing(Store store) throws Exception {
		long seed = Long.getLong("durable.seed", System.nanoTime());
		Random random = new Random(seed);
		String url = store.createDatabase(this.folder);
		this.emulator.switches(AWAY);
		Application first = start(url, "alone:0-1000000:" + THREADS);
		first.awaitOutput((said) -> said.contains("accepted 5100"));
		first.kill();
		Set<Integer> accepted = accepted(first);
		assertThat(accepted).hasSizeGreaterThan(5000);
		assertThat(this.arrivals.count()).isZero();
		this.emulator.switches(ANSWERING);
		for (int kill = 1; kill <= KILLS; kill++) {
			int until = this.arrivals.count() + 1 + random.nextInt(1500);
			Application next = start(url);
			this.arrivals.awaitCount(Math.min(until, accepted.size() - 50), next);
			next.kill();
		}
		Application last = start(url, "flush:100");
		last.awaitOutput((said) -> said.contains("done"));
		assertThat(last.output()).as("seed %d", seed).contains("flushed true");
		List<Integer> arrived = this.arrivals.numbers();
		int repeated = Arrivals.repeated(arrived);
		report("%s, killed with %d accepted and at %d moments of the seed %d: repeated %d", store, accepted.size(),
				KILLS, seed, repeated);
		assertThat(arrived).as("seed %d", seed).containsAll(accepted);
		// what was committed, and not yet printed
		assertThat(new HashSet<>(arrived)).as("seed %d", seed).hasSizeLessThanOrEqualTo(accepted.size() + THREADS);
		// those that were on their way, or had come back and were still in the table
		assertThat(repeated).as("seed %d", seed).isLessThanOrEqualTo(KILLS * 2 * CONCURRENCY);
	}

	@Test
	@DisplayName("two instances send 20,000 while a third of the requests fail: none is lost, none sent by both at once, and none repeated but for an answer that was lost")
	void instancesShareTheWork() throws Exception {
		String url = Store.POSTGRESQL.createDatabase(this.folder);
		this.lease = LONG_LEASE;
		this.emulator.switches(FAILING);
		Application first = start(url, "together:0-20000:100", "flush:150");
		first.awaitOutput((said) -> said.contains("accepted"));
		Application second = start(url);
		this.arrivals.awaitDone(first);
		assertThat(first.output()).contains("flushed true");
		List<Integer> arrived = this.arrivals.numbers();
		int repeated = Arrivals.repeated(arrived);
		int inversions = Arrivals.inversions(arrived);
		report("Two instances, a third of %d requests failing: answers lost %d, repeated %d, not in order %d",
				this.arrivals.requests(), this.emulator.lostAnswers(), repeated, inversions);
		assertThat(new HashSet<>(arrived)).isEqualTo(numbers(0, 20_000));
		assertThat(this.arrivals.overlaps()).isEmpty();
		assertThat(this.emulator.lostAnswers()).isPositive();
		assertThat(repeated).isLessThanOrEqualTo((int) this.emulator.lostAnswers());
		// or else the test of their order would not fail without it
		assertThat(inversions).isPositive();
		first.stop();
		second.stop();
		assertThat(sent(first)).isPositive();
		assertThat(sent(second)).isPositive();
		assertThat(sent(first) + sent(second)).isEqualTo(20_000);
	}

	@Test
	@DisplayName("two instances send those of each customer in their order, although a third of the requests fail")
	void orderIsKept() throws Exception {
		String url = Store.POSTGRESQL.createDatabase(this.folder);
		this.lease = LONG_LEASE;
		this.emulator.switches(FAILING);
		String ordered = "--contacthub.events.publisher.jdbc.ordered=true";
		Application first = start(url, ordered, "together:0-3000:100", "flush:100");
		first.awaitOutput((said) -> said.contains("accepted"));
		Application second = start(url, ordered);
		this.arrivals.awaitDone(first);
		assertThat(first.output()).contains("flushed true");
		List<Integer> arrived = this.arrivals.numbers();
		report("In order, two instances, a third of %d requests failing: answers lost %d, repeated %d",
				this.arrivals.requests(), this.emulator.lostAnswers(), Arrivals.repeated(arrived));
		assertThat(new HashSet<>(arrived)).isEqualTo(numbers(0, 3000));
		assertThat(Arrivals.inversions(arrived)).isZero();
		second.stop();
		assertThat(sent(second)).isPositive();
	}

	@Test
	@DisplayName("an instance sends what another one had begun to send when it was killed, within the lease, the interval of polling and two seconds")
	void instanceTakesOver() throws Exception {
		String url = Store.POSTGRESQL.createDatabase(this.folder);
		this.emulator.switches(AWAY);
		Application second = start(url);
		second.awaitOutput((said) -> said.contains("done"));
		Application first = start(url, "together:0-3000:100");
		first.awaitOutput((said) -> said.contains("done"));
		this.emulator.switches(ANSWERING);
		this.arrivals.awaitCount(1000, first, second);
		first.kill();
		long killed = System.nanoTime();
		this.arrivals.awaitAll(numbers(0, 3000), second);
		Duration taken = Duration.ofNanos(System.nanoTime() - killed);
		int repeated = Arrivals.repeated(this.arrivals.numbers());
		report("One of two instances killed: all sent %d ms later, repeated %d", taken.toMillis(), repeated);
		assertThat(taken).isLessThan(LEASE.plus(POLL_INTERVAL).plusSeconds(2));
		assertThat(repeated).isLessThanOrEqualTo(2 * CONCURRENCY);
		second.stop();
		assertThat(sent(second)).isPositive().isLessThan(3000);
	}

	@Test
	@DisplayName("what a transaction publishes is sent once it is committed, and never if it is rolled back")
	void transactionDecides() throws Exception {
		Application application = start(Store.H2_FILE.createDatabase(this.folder), "rollback:0-10", "inner:10-20",
				"open:20", "flush:60");
		this.arrivals.awaitAll(List.of(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21), application);
		assertThat(this.arrivals.numbers()).hasSize(11);
		application.say("commit");
		application.awaitOutput((said) -> said.contains("done"));
		assertThat(application.output()).contains("rolled back", "flushed true");
		assertThat(this.arrivals.numbers()).hasSize(12).endsWith(20);
	}

	private static void report(String what, Object... values) {
		System.getLogger(DurablePublishingIntegrationTests.class.getName())
			.log(System.Logger.Level.INFO, String.format(Locale.ROOT, what, values));
	}

	private static Set<Integer> numbers(int from, int to) {
		return IntStream.range(from, to).boxed().collect(Collectors.toSet());
	}

	private static Set<Integer> accepted(Application application) {
		return ACCEPTED.matcher(application.output())
			.results()
			.map((found) -> Integer.valueOf(found.group(1)))
			.collect(Collectors.toSet());
	}

	private static int sent(Application application) {
		return SENT.matcher(application.output())
			.results()
			.map((found) -> Integer.valueOf(found.group(1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError(application.output() + application.errors()));
	}

	private Application start(Store store, String... arguments) throws Exception {
		return start(store.createDatabase(this.folder), arguments);
	}

	/**
	 * Start an instance of the application.
	 * @param url where its events are kept, nothing for memory
	 * @param arguments its steps and further options
	 */
	private Application start(String url, String... arguments) throws IOException {
		List<String> options = new ArrayList<>(List.of("--contacthub.base-url=" + this.emulator.baseUrl(),
				"--contacthub.workspace-id=" + this.emulator.workspaceId(),
				"--contacthub.node-id=" + this.emulator.nodeId(), "--contacthub.token=" + this.emulator.token(),
				"--contacthub.http.call-timeout=" + this.lease.dividedBy(2).toMillis() + "ms",
				"--contacthub.events.publisher.concurrency=" + CONCURRENCY,
				"--contacthub.events.publisher.retry.initial-interval=100ms",
				"--contacthub.events.publisher.retry.max-interval=500ms"));
		if (!url.isEmpty()) {
			options.addAll(List.of("--spring.datasource.url=" + url, "--contacthub.events.publisher.store=jdbc",
					"--contacthub.events.publisher.jdbc.initialize-schema=always",
					"--contacthub.events.publisher.jdbc.lease=" + this.lease.toMillis() + "ms",
					"--contacthub.events.publisher.jdbc.poll-interval=" + POLL_INTERVAL.toMillis() + "ms"));
		}
		options.addAll(List.of(arguments));
		Path output = Files.createDirectory(this.folder.resolve("instance" + this.applications.size()));
		Application application = Application.startInstance("durable", "com.example.DurableApplication", output,
				options);
		this.applications.add(application);
		return application;
	}

	/**
	 * Where events are kept.
	 */
	enum Store {

		MEMORY, H2_FILE, POSTGRESQL;

		/**
		 * Create a database.
		 * @return its address, nothing if there is none
		 */
		String createDatabase(Path folder) throws Exception {
			return switch (this) {
				case MEMORY -> "";
				// without a delay: what is committed is on the disk
				case H2_FILE -> "jdbc:h2:file:" + folder.resolve("events") + ";WRITE_DELAY=0";
				case POSTGRESQL -> Postgres.createDatabase();
			};
		}

	}

}
