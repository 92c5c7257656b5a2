package io.contacthub.samples.desk;

import java.time.Duration;
import java.util.Optional;

import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the time that a page of a long list takes. It is that of the whole request,
 * of which the server's is a part.
 */
@DisplayName("Page of fifty among 5,000 customers")
class SpeedTests extends AbstractDeskTests {

	private static final Duration LIMIT = Duration.ofMillis(200);

	@BeforeEach
	void populate() {
		this.emulator.populate(5_000);
		open();
	}

	@Test
	@DisplayName("is there in less than 200 ms")
	void isFast() {
		Optional<Duration> time = QuietTime.of(this::open, LIMIT);
		assumeThat(time).as("time of a page on a machine that is not busy").isPresent();
		assertThat(time.orElseThrow()).isLessThan(LIMIT);
	}

	@Test
	@DisplayName("would be seen to take longer")
	void wouldBeSeen() {
		this.emulator.switches(EmulatorSwitches.off().withLatency(LIMIT));
		assertThat(QuietTime.median(this::open)).isGreaterThanOrEqualTo(LIMIT);
	}

	@Test
	@DisplayName("takes a few requests to ContactHub, and not one for each customer")
	void takesFewRequests() {
		this.emulator.wireMock().resetRequests();
		open();
		assertThat(this.emulator.wireMock().find(anyRequestedFor(anyUrl()))).hasSizeBetween(1, 3);
	}

	private void open() {
		this.browser.open("/customers?size=50&page=40");
		assertThat(this.browser.page().select("tbody tr")).hasSize(50);
	}

}
