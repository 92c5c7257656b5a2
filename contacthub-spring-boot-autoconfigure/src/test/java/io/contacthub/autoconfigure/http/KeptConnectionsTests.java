package io.contacthub.autoconfigure.http;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is learned of a server that closes connections.
 */
@DisplayName("What is known of kept connections")
class KeptConnectionsTests {

	private final KeptConnections kept = new KeptConnections();

	@Test
	@DisplayName("is how often one may be used when it was closed right after its answer")
	void learnsFromClosings() {
		assertThat(this.kept.last(100)).isTrue();
		this.kept.gaveOut(3, System.nanoTime());
		assertThat(this.kept.last(2)).isTrue();
		assertThat(this.kept.last(3)).isFalse();
		this.kept.gaveOut(5, System.nanoTime());
		assertThat(this.kept.last(3)).isFalse();
	}

	@Test
	@DisplayName("is nothing new when one was closed that had rested, so that others are used as often as ever")
	void learnsNothingFromRest() {
		this.kept.gaveOut(1, System.nanoTime() - Duration.ofMillis(200).toNanos());
		assertThat(this.kept.last(1)).isTrue();
	}

	@Test
	@DisplayName("makes no request wait once some have been made on a connection, until it is in doubt again")
	void waitsAtFirstOnly() {
		long now = System.nanoTime();
		assertThat(this.kept.grace(1, now)).isPositive();
		assertThat(this.kept.grace(1, now - Duration.ofSeconds(1).toNanos())).isZero();
		for (int answers = 1; answers <= 8; answers++) {
			this.kept.lasted(answers);
		}
		assertThat(this.kept.grace(1, System.nanoTime())).isZero();
		assertThat(this.kept.grace(1000, System.nanoTime())).isZero();
		this.kept.gaveOut(100, System.nanoTime());
		assertThat(this.kept.grace(1000, System.nanoTime())).isZero();
		this.kept.gaveOut(3, System.nanoTime());
		assertThat(this.kept.grace(2, System.nanoTime())).isZero();
		assertThat(this.kept.grace(3, System.nanoTime())).isPositive();
	}

}
