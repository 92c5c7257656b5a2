package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransferWatch}.
 */
@DisplayName("The watch over what is written and read")
class TransferWatchTests {

	private final CountDownLatch closed = new CountDownLatch(1);

	private final TransferWatch watch = new TransferWatch(this.closed::countDown);

	@Test
	@DisplayName("closes a connection on which a write takes too long, also after others that had longer")
	void closesInTime() throws InterruptedException {
		this.watch.begin(Duration.ofHours(1));
		this.watch.end();
		this.watch.begin(Duration.ofMillis(10));
		assertThat(this.closed.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	@DisplayName("closes a connection when the alarm of a write before rings too early for the present one")
	void ringsAgain() throws InterruptedException {
		this.watch.begin(Duration.ofMillis(10));
		this.watch.end();
		this.watch.begin(Duration.ofMillis(60));
		assertThat(this.closed.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	@DisplayName("leaves alone what has ended, and what has time left")
	void leavesOthersAlone() throws InterruptedException {
		this.watch.begin(Duration.ofMillis(10));
		this.watch.end();
		awaitAlarms();
		assertThat(this.closed.getCount()).isEqualTo(1);
		this.watch.begin(Duration.ofMillis(10));
		this.watch.end();
		this.watch.begin(Duration.ofHours(1));
		awaitAlarms();
		assertThat(this.closed.getCount()).isEqualTo(1);
	}

	/**
	 * Wait until another watch has rung, which is set later.
	 */
	private static void awaitAlarms() throws InterruptedException {
		CountDownLatch rung = new CountDownLatch(1);
		TransferWatch later = new TransferWatch(rung::countDown);
		later.begin(Duration.ofMillis(50));
		assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
		later.end();
	}

}
