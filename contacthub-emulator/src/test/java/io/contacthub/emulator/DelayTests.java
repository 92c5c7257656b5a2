package io.contacthub.emulator;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for lists and events that lag behind.
 */
@DisplayName("On an emulator that lags behind,")
class DelayTests {

	private static final Duration DELAY = Duration.ofSeconds(30);

	private static final Duration ALMOST = DELAY.minusMillis(1);

	private final SettableClock clock = new SettableClock();

	@Test
	@DisplayName("a list shows changes later than the customer itself")
	void listLags() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().indexDelay(DELAY).clock(this.clock).start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'1'}").id();
			assertThat(api.get("/customers/" + id).status()).isEqualTo(200);
			this.clock.forward(ALMOST);
			assertThat(total(api, emulator)).isZero();
			this.clock.forward(Duration.ofMillis(1));
			assertThat(total(api, emulator)).isEqualTo(1);
			api.delete("/customers/" + id);
			this.clock.forward(ALMOST);
			assertThat(total(api, emulator)).isEqualTo(1);
			this.clock.forward(Duration.ofMillis(1));
			assertThat(total(api, emulator)).isZero();
		}
	}

	@Test
	@DisplayName("a list shows made-up customers at once")
	void populationDoesNotLag() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().indexDelay(DELAY).clock(this.clock).start()) {
			emulator.populate(3);
			assertThat(total(ApiClient.of(emulator), emulator)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("an accepted event can be read later")
	void eventLags() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().eventDelay(DELAY).clock(this.clock).start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'1'}").id();
			String event = api
				.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}")
				.id();
			this.clock.forward(ALMOST);
			assertThat(api.get("/events/" + event).status()).isEqualTo(404);
			assertThat(api.get("/events", "customerId", id).at("/elements").isEmpty()).isTrue();
			this.clock.forward(Duration.ofMillis(1));
			assertThat(api.get("/events/" + event).status()).isEqualTo(200);
			assertThat(api.get("/events", "customerId", id).at("/elements").size()).isEqualTo(1);
		}
	}

	private static int total(ApiClient api, ContactHubEmulator emulator) {
		return api.get("/customers", "nodeId", emulator.nodeId()).at("/page/totalElements").intValue();
	}

}
