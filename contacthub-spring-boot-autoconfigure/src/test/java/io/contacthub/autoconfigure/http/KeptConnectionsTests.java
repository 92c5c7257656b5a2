package io.contacthub.autoconfigure.http;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeptConnections}.
 */
@DisplayName("What is known of kept connections")
class KeptConnectionsTests {

	private long now = -5;

	private final KeptConnections kept = new KeptConnections(() -> this.now);

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

	@Test
	@DisplayName("is how often one may be used when it was closed right after its answer")
	void learnsFromClosings() {
		assertThat(this.kept.last(100)).isTrue();
		this.kept.gaveOut(3, this.now);
		assertThat(this.kept.last(2)).isTrue();
		assertThat(this.kept.last(3)).isFalse();
		this.kept.gaveOut(5, this.now);
		assertThat(this.kept.last(3)).isFalse();
	}

	@Test
	@DisplayName("is forgotten after a while, since a server may treat others in another way")
	void forgets() {
		this.kept.gaveOut(3, this.now);
		pass(Duration.ofSeconds(10));
		assertThat(this.kept.last(3)).isFalse();
		pass(Duration.ofNanos(1));
		assertThat(this.kept.last(3)).isTrue();
		this.kept.gaveOut(5, this.now);
		assertThat(this.kept.last(4)).isTrue();
		assertThat(this.kept.last(5)).isFalse();
	}

	@Test
	@DisplayName("is nothing new when one was closed that had rested, so that others are used as often as ever")
	void learnsNothingFromRest() {
		long answered = this.now;
		pass(Duration.ofMillis(101));
		this.kept.gaveOut(1, answered);
		assertThat(this.kept.last(1)).isTrue();
	}

	@Test
	@DisplayName("makes no request wait once some have been made on a connection, until it is in doubt again")
	void waitsAtFirstOnly() {
		long answered = this.now;
		assertThat(this.kept.grace(1, answered)).isEqualTo(Duration.ofMillis(20));
		pass(Duration.ofMillis(15));
		assertThat(this.kept.grace(1, answered)).isEqualTo(Duration.ofMillis(5));
		pass(Duration.ofSeconds(1));
		assertThat(this.kept.grace(1, answered)).isZero();
		for (int answers = 1; answers <= 8; answers++) {
			this.kept.lasted(answers);
		}
		assertThat(this.kept.grace(1, this.now)).isZero();
		assertThat(this.kept.grace(1000, this.now)).isZero();
		this.kept.gaveOut(100, this.now);
		assertThat(this.kept.grace(1000, this.now)).isZero();
		this.kept.gaveOut(3, this.now);
		assertThat(this.kept.grace(2, this.now)).isZero();
		assertThat(this.kept.grace(3, this.now)).isPositive();
	}

}
