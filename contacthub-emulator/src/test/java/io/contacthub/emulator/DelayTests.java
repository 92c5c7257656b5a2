package io.contacthub.emulator;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for lists and events that lag behind.
 */
class DelayTests {

	private static final Duration DELAY = Duration.ofSeconds(2);

	@Test
	@DisplayName("a list shows changes later than the customer itself")
	void listLags() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().indexDelay(DELAY).start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'1'}").id();
			assertThat(api.get("/customers/" + id).status()).isEqualTo(200);
			assertThat(total(api, emulator)).isZero();
			Awaitility.await().untilAsserted(() -> assertThat(total(api, emulator)).isEqualTo(1));
			api.delete("/customers/" + id);
			assertThat(total(api, emulator)).isEqualTo(1);
			Awaitility.await().untilAsserted(() -> assertThat(total(api, emulator)).isZero());
			emulator.populate(3);
			assertThat(total(api, emulator)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("an accepted event can be read later")
	void eventLags() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().eventDelay(DELAY).start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'1'}").id();
			String event = api
				.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}")
				.id();
			assertThat(api.get("/events/" + event).status()).isEqualTo(404);
			assertThat(api.get("/events", "customerId", id).at("/elements").isEmpty()).isTrue();
			Awaitility.await().untilAsserted(() -> assertThat(api.get("/events/" + event).status()).isEqualTo(200));
			assertThat(api.get("/events", "customerId", id).at("/elements").size()).isEqualTo(1);
		}
	}

	private static int total(ApiClient api, ContactHubEmulator emulator) {
		return api.get("/customers", "nodeId", emulator.nodeId()).at("/page/totalElements").intValue();
	}

}
