package io.contacthub.integration;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that keep their events in a database until these are sent, as
 * processes that are killed, at moments that a seed tells: {@code -Ddurable.seed=…} takes
 * the same ones again.
 */
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("With events that are kept in a database until they are sent,")
class DurablePublishingIntegrationTests extends AbstractDurablePublishingTests {

	/**
	 * How many threads accept events at the same time.
	 */
	private static final int THREADS = 4;

	private static final int KILLS = 3;

	/**
	 * So long that none ends before its event is sent, however busy the machine is.
	 */
	private static final Duration LONG_LEASE = Duration.ofSeconds(30);

	private static final EmulatorSwitches FAILING = ANSWERING.withFailureRate(0.33).withLostAnswerRate(0.01);

	private static final Pattern ACCEPTED = Pattern.compile("(?m)^accepted (\\d+)\\n");

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

	private static Set<Integer> accepted(Application application) {
		return ACCEPTED.matcher(application.output())
			.results()
			.map((found) -> Integer.valueOf(found.group(1)))
			.collect(Collectors.toSet());
	}

}
