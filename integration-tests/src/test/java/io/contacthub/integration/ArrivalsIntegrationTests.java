package io.contacthub.integration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Arrivals}, on which others rely.
 */
@DisplayName("What arrives at an emulator")
class ArrivalsIntegrationTests {

	private final ContactHubEmulator emulator = ContactHubEmulator.builder()
		.switches((off) -> off.withLatency(Duration.ofMillis(200)))
		.start();

	private final Arrivals arrivals = new Arrivals(this.emulator);

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("is known in its order, with what came once more, and what was on its way twice at the same time")
	void isKnown() {
		post(1).join();
		post(102).join();
		assertThat(this.arrivals.overlaps()).isEmpty();
		Stream.of(post(2), post(3), post(3)).forEach(CompletableFuture::join);
		post(2).join();
		post(1).join();
		assertThat(this.arrivals.count()).isEqualTo(7);
		assertThat(this.arrivals.numbers()).startsWith(1, 102).endsWith(2, 1).hasSize(7);
		assertThat(this.arrivals.overlaps()).containsExactly(3);
		assertThat(this.arrivals.requests()).isEqualTo(7);
	}

	@Test
	@DisplayName("is not there when it failed; its requests are")
	void tellsFailures() {
		this.emulator.switches(EmulatorSwitches.off().withFailureRate(1));
		assertThat(post(1).join().statusCode()).isEqualTo(503);
		assertThat(this.arrivals.count()).isZero();
		assertThat(this.arrivals.numbers()).isEmpty();
		assertThat(this.arrivals.requests()).isEqualTo(1);
	}

	@Test
	@DisplayName("is counted where it came once more, or behind a later one of its customer")
	void isCounted() {
		List<Integer> numbers = List.of(1, 101, 2, 301, 201, 201, 102);
		assertThat(Arrivals.repeated(numbers)).isEqualTo(1);
		assertThat(Arrivals.inversions(numbers)).isEqualTo(2);
	}

	private CompletableFuture<HttpResponse<String>> post(int number) {
		String event = "{\"customerId\":\"c%d\",\"type\":\"formCompiled\",\"context\":\"WEB\",\"properties\":{\"formName\":\"%d\"}}"
			.formatted(number % 100, number);
		URI address = URI.create(this.emulator.baseUrl() + "/workspaces/" + this.emulator.workspaceId() + "/events");
		return HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(address)
				.header("Authorization", "Bearer " + this.emulator.token())
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(event))
				.build(), BodyHandlers.ofString());
	}

}
