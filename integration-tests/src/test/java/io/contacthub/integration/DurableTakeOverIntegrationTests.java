package io.contacthub.integration;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test for the time in which an application sends what another instance of it had begun
 * to send when it was killed, with the machine to itself.
 */
@Isolated
@DisplayName("With events that are kept in a database until they are sent,")
class DurableTakeOverIntegrationTests extends AbstractDurablePublishingTests {

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

}
