package io.contacthub.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
	@DisplayName("each change of a customer or an event is later than the one before, though the clock stands still")
	void changesFollowEachOther() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().clock(this.clock).start()) {
			ApiClient api = ApiClient.of(emulator);
			String node = emulator.nodeId();
			String id = api.post("/customers", "{'nodeId':'" + node + "','externalId':'1'}").id();
			List<String> times = new ArrayList<>();
			times.add(updatedAt(api, "/customers/" + id));
			api.patch("/customers/" + id, "{'extra':'x'}");
			times.add(updatedAt(api, "/customers/" + id));
			api.put("/customers/" + id, "{'id':'" + id + "','nodeId':'" + node + "','externalId':'2'}");
			times.add(updatedAt(api, "/customers/" + id));
			api.post("/customers/" + id + "/likes", "{'id':'1'}");
			times.add(updatedAt(api, "/customers/" + id));
			assertThat(times).isSorted().doesNotHaveDuplicates();
			String event = api
				.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}")
				.id();
			String before = updatedAt(api, "/events/" + event);
			assertThat(api.put("/events/" + event, api.get("/events/" + event).text()).status()).isEqualTo(202);
			assertThat(updatedAt(api, "/events/" + event)).isGreaterThan(before);
		}
	}

	private static String updatedAt(ApiClient api, String path) {
		return api.get(path).at("/updatedAt").stringValue();
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
