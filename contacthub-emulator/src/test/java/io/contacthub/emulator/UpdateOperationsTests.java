package io.contacthub.emulator;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the updates of a workspace.
 */
@DisplayName("The updates of the emulator")
class UpdateOperationsTests extends AbstractEmulatorTests {

	private static final String EVENT = "{'customerId':'%s','type':'loggedIn','context':'WEB','properties':{}}";

	private static final String ANONYMOUS = "{'bringBackProperties':{'type':'%s','value':'v','nodeId':'%s'},"
			+ "'type':'loggedIn','context':'WEB','properties':{}}";

	@Test
	@DisplayName("are none in an empty workspace")
	void none() {
		try (ContactHubEmulator another = ContactHubEmulator.start()) {
			ApiClient client = ApiClient.of(another);
			assertThat(client.get("/updates/last-offset").json()).isEqualTo(ApiClient.json("{'lastOffset':0}"));
			assertThat(client.get("/updates").json()).isEqualTo(ApiClient.json("{'nextOffset':0,'updates':[]}"));
			assertThat(client.get("/updates", "offset", "7").json())
				.isEqualTo(ApiClient.json("{'nextOffset':7,'updates':[]}"));
		}
	}

	@Test
	@DisplayName("tell each way to write a customer, with the customer as it was then")
	void customers() {
		String id = createId("'externalId':'1'");
		JsonNode created = api.get("/customers/" + id).json();
		api.patch("/customers/" + id, "{'extra':'x'}");
		JsonNode patched = api.get("/customers/" + id).json();
		api.put("/customers/" + id, "{'id':'" + id + "','nodeId':'" + node() + "','externalId':'2'}");
		api.post("/customers/" + id + "/likes", "{'id':'l'}");
		api.put("/customers/" + id + "/likes/l", "{'id':'l','name':'Jazz'}");
		api.delete("/customers/" + id + "/likes/l");
		api.patch("/customers/" + id, "{'tags':{'manual':['vip']}}");
		api.delete("/customers/" + id);
		assertThat(read()).containsExactly("CREATE CUSTOMER " + id, "UPDATE CUSTOMER " + id, "UPDATE CUSTOMER " + id,
				"UPDATE CUSTOMER " + id, "UPDATE CUSTOMER " + id, "UPDATE CUSTOMER " + id, "UPDATE CUSTOMER " + id,
				"DELETE CUSTOMER " + id);
		JsonNode updates = api.get("/updates").at("/updates");
		assertThat(updates.at("/0/entity/data")).isEqualTo(created);
		assertThat(updates.at("/1/entity/data")).isEqualTo(patched);
		assertThat(updates.at("/7/entity/data"))
			.isEqualTo(ApiClient.json("{'id':'" + id + "','nodeId':'" + node() + "'}"));
	}

	@Test
	@DisplayName("tell a customer that is merged into another as an update")
	void merges() {
		try (ContactHubEmulator merging = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.MERGE)
			.start()) {
			ApiClient client = ApiClient.of(merging);
			String body = "{'nodeId':'" + merging.nodeId() + "','base':{'contacts':{'email':'a@example.com'}}}";
			String id = client.post("/customers", body).id();
			assertThat(client.post("/customers", body).id()).isEqualTo(id);
			assertThat(read(client)).containsExactly("CREATE CUSTOMER " + id, "UPDATE CUSTOMER " + id);
		}
	}

	@Test
	@DisplayName("tell nothing that was refused")
	void refused() {
		String id = createId("'externalId':'1'");
		api.patch("/customers/" + id, "{'enabled':'x'}");
		api.post("/events", EVENT.formatted("none"));
		api.delete("/customers/none");
		assertThat(read()).containsExactly("CREATE CUSTOMER " + id);
	}

	@Test
	@DisplayName("tell each way to write an event, and that it goes with its customer")
	void events() {
		String id = createId("'externalId':'1'");
		String first = api.post("/events", EVENT.formatted(id)).id();
		String second = api.post("/events", EVENT.formatted(id)).id();
		JsonNode created = api.get("/events/" + first).json();
		api.put("/events/" + first, created.toString());
		api.delete("/events/" + first);
		api.delete("/customers/" + id);
		assertThat(read()).containsExactly("CREATE CUSTOMER " + id, "CREATE EVENT " + first, "CREATE EVENT " + second,
				"UPDATE EVENT " + first, "DELETE EVENT " + first, "DELETE CUSTOMER " + id, "DELETE EVENT " + second);
		JsonNode updates = api.get("/updates").at("/updates");
		assertThat(updates.at("/1/entity/data")).isEqualTo(created);
		assertThat(updates.at("/4/entity/data"))
			.isEqualTo(ApiClient.json("{'id':'" + first + "','customerId':'" + id + "'}"));
	}

	@Test
	@DisplayName("tell an event when it is brought back to a customer, and when another one takes it")
	void sessions() {
		String waiting = api.post("/events", ANONYMOUS.formatted("SESSION_ID", node())).id();
		assertThat(read()).isEmpty();
		String first = createId("'externalId':'1'");
		String second = createId("'externalId':'2'");
		api.post("/customers/" + first + "/sessions", "{'value':'v'}");
		api.post("/customers/" + first + "/sessions", "{'value':'v'}");
		api.post("/customers/" + second + "/sessions", "{'value':'v'}");
		assertThat(read()).containsExactly("CREATE CUSTOMER " + first, "CREATE CUSTOMER " + second,
				"CREATE EVENT " + waiting, "UPDATE EVENT " + waiting);
		assertThat(api.get("/updates").at("/updates/3/entity/data/customerId").stringValue()).isEqualTo(second);
	}

	@Test
	@DisplayName("tell a customer whom an event brings about")
	void externalIds() {
		String event = api.post("/events", ANONYMOUS.formatted("EXTERNAL_ID", node())).id();
		String customer = api.get("/events/" + event).at("/customerId").stringValue();
		assertThat(read()).containsExactly("CREATE CUSTOMER " + customer, "CREATE EVENT " + event);
	}

	@Test
	@DisplayName("tell what is loaded and made up, and nothing of what was before a reset, whose offsets go on")
	void seeds() {
		emulator.seed(new StringReader("""
				{"id":"c1","nodeId":"%s","externalId":"1"}
				{"id":"e1","customerId":"c1","type":"loggedIn","context":"WEB","properties":{}}
				""".formatted(node())));
		assertThat(read()).containsExactly("CREATE CUSTOMER c1", "CREATE EVENT e1");
		long before = last();
		emulator.reset();
		assertThat(read()).isEmpty();
		assertThat(last()).isEqualTo(before);
		emulator.populate(3);
		assertThat(api.get("/updates", "entity", "CUSTOMER", "size", "4000").at("/updates").size()).isEqualTo(3);
		int events = api.get("/events", "nodeId", node()).at("/page/totalElements").intValue();
		assertThat(api.get("/updates/last-offset").at("/lastOffset").intValue()).isEqualTo(before + 3 + events);
	}

	@Test
	@DisplayName("come page by page, by offset, node and kind")
	void pages() {
		try (ContactHubEmulator two = ContactHubEmulator.builder().nodes("n1", "n2").start()) {
			ApiClient client = ApiClient.of(two);
			for (String node : List.of("n1", "n2", "n1", "n2", "n1")) {
				client.post("/customers", "{'nodeId':'" + node + "','externalId':'1'}");
			}
			String last = client.get("/customers", "nodeId", "n1").at("/elements/0/id").stringValue();
			client.post("/events", EVENT.formatted(last));
			assertThat(offsets(client.get("/updates", "size", "2"))).isEqualTo("2 of 2");
			assertThat(offsets(client.get("/updates", "offset", "2", "size", "4"))).isEqualTo("4 of 6");
			assertThat(offsets(client.get("/updates", "offset", "2", "size", "5"))).isEqualTo("4 of 6");
			assertThat(offsets(client.get("/updates", "offset", "6"))).isEqualTo("0 of 6");
			assertThat(offsets(client.get("/updates", "offset", "1", "size", "0"))).isEqualTo("0 of 1");
			assertThat(offsets(client.get("/updates", "nodeId", "n2"))).isEqualTo("2 of 6");
			assertThat(offsets(client.get("/updates", "nodeId", "n2", "size", "1"))).isEqualTo("1 of 2");
			assertThat(offsets(client.get("/updates", "entity", "EVENT"))).isEqualTo("1 of 6");
			assertThat(client.get("/updates/last-offset").at("/lastOffset").longValue()).isEqualTo(6);
			assertThat(client.get("/updates/last-offset", "nodeId", "n2").at("/lastOffset").longValue()).isEqualTo(4);
			assertThat(client.get("/updates/last-offset", "entity", "CUSTOMER").at("/lastOffset").longValue())
				.isEqualTo(5);
			assertThat(
					client.get("/updates/last-offset", "nodeId", "n2", "entity", "EVENT").at("/lastOffset").longValue())
				.isZero();
		}
	}

	@Test
	@DisplayName("come 50 at once unless it is said otherwise")
	void defaultSize() {
		long before = last();
		emulator.populate(60);
		assertThat(api.get("/updates").at("/updates").size()).isEqualTo(50);
		assertThat(api.get("/updates").at("/nextOffset").longValue()).isEqualTo(before + 50);
	}

	@ParameterizedTest
	@CsvSource({ "size, -1, 400", "size, 4001, 400", "size, x, 400", "offset, -1, 400", "offset, x, 400",
			"timestamp, -1, 400", "timestamp, 2026-01-01, 400", "entity, ORDER, 400", "entity, customer, 400",
			"nodeId, none, 404", "size, 4000, 200", "offset, 9007199254740993, 200" })
	@DisplayName("are asked for as documented")
	void parameters(String name, String value, int status) {
		assertThat(api.get("/updates", name, value).status()).isEqualTo(status);
	}

	@Test
	@DisplayName("come from a time on, unless there is an offset")
	void times() {
		SettableClock clock = new SettableClock();
		try (ContactHubEmulator timed = ContactHubEmulator.builder().clock(clock).start()) {
			ApiClient client = ApiClient.of(timed);
			String node = timed.nodeId();
			client.post("/customers", "{'nodeId':'" + node + "','externalId':'1'}");
			clock.forward(Duration.ofSeconds(1));
			client.post("/customers", "{'nodeId':'" + node + "','externalId':'2'}");
			long time = clock.instant().toEpochMilli();
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(time - 1001)))).isEqualTo("2 of 2");
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(time)))).isEqualTo("1 of 2");
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(time + 1)))).isEqualTo("0 of 2");
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(time - 1), "size", "0")))
				.isEqualTo("0 of 1");
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(time), "offset", "0")))
				.isEqualTo("2 of 2");
		}
	}

	@Test
	@DisplayName("tell an event when it can be read, at the time when it could be")
	void delay() {
		SettableClock clock = new SettableClock();
		try (ContactHubEmulator late = ContactHubEmulator.builder()
			.clock(clock)
			.eventDelay(Duration.ofSeconds(30))
			.indexDelay(Duration.ofSeconds(60))
			.start()) {
			ApiClient client = ApiClient.of(late);
			String id = client.post("/customers", "{'nodeId':'" + late.nodeId() + "','externalId':'1'}").id();
			String first = client.post("/events", EVENT.formatted(id)).id();
			clock.forward(Duration.ofMillis(29_999));
			String second = client.post("/events", EVENT.formatted(id)).id();
			assertThat(read(client)).containsExactly("CREATE CUSTOMER " + id);
			clock.forward(Duration.ofMillis(1));
			long due = clock.instant().toEpochMilli();
			assertThat(client.get("/updates/last-offset").at("/lastOffset").longValue()).isEqualTo(2);
			clock.forward(Duration.ofSeconds(10));
			client.patch("/customers/" + id, "{'extra':'x'}");
			assertThat(read(client)).containsExactly("CREATE CUSTOMER " + id, "CREATE EVENT " + first,
					"UPDATE CUSTOMER " + id);
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(due)))).isEqualTo("2 of 3");
			assertThat(offsets(client.get("/updates", "timestamp", String.valueOf(due + 1)))).isEqualTo("1 of 3");
			late.index();
			assertThat(read(client)).hasSize(4).endsWith("CREATE EVENT " + second);
		}
	}

	@Test
	@DisplayName("never tell an event that was removed before it could be read")
	void removedBeforeItIsRead() {
		SettableClock clock = new SettableClock();
		try (ContactHubEmulator late = ContactHubEmulator.builder()
			.clock(clock)
			.eventDelay(Duration.ofSeconds(30))
			.start()) {
			ApiClient client = ApiClient.of(late);
			String id = client.post("/customers", "{'nodeId':'" + late.nodeId() + "','externalId':'1'}").id();
			client.post("/events", EVENT.formatted(id));
			client.delete("/customers/" + id);
			clock.forward(Duration.ofMinutes(1));
			assertThat(read(client)).containsExactly("CREATE CUSTOMER " + id, "DELETE CUSTOMER " + id);
		}
	}

	@ParameterizedTest
	@EnumSource(TokenKind.class)
	@DisplayName("are read by users and by those who are to read them, and by no source")
	void tokens(TokenKind kind) {
		try (ContactHubEmulator other = ContactHubEmulator.builder().token("other", kind).start()) {
			ApiClient client = new ApiClient(other.baseUrl() + "/workspaces/" + other.workspaceId(), "other");
			int status = switch (kind) {
				case ADMIN, USER, PLATFORM_UPDATES, READ_ONLY -> 200;
				case GUEST, TRUSTED, UNTRUSTED, DPO -> 403;
				case EXPIRED -> 401;
			};
			assertThat(client.get("/updates").status()).isEqualTo(status);
			assertThat(client.get("/updates/last-offset").status()).isEqualTo(status);
		}
	}

	@Test
	@DisplayName("have neither gap nor double when threads write and read side by side")
	void sideBySide() throws Exception {
		int threads = 4;
		int customers = 25;
		long before = last();
		ExecutorService executor = Executors.newFixedThreadPool(threads + 1);
		try {
			Future<List<String>> reader = executor.submit(() -> {
				List<String> read = new ArrayList<>();
				long offset = before;
				while (read.size() < threads * customers * 2) {
					JsonNode page = api.get("/updates", "offset", String.valueOf(offset), "size", "7").json();
					page.path("updates").forEach((update) -> read.add(line(update)));
					long next = page.path("nextOffset").longValue();
					assertThat(next - offset).isEqualTo(page.path("updates").size());
					offset = next;
				}
				return read;
			});
			List<Future<List<String>>> writers = LongStream.range(0, threads)
				.mapToObj((thread) -> executor.submit(() -> write(thread, customers)))
				.toList();
			Map<String, List<String>> expected = new HashMap<>();
			for (Future<List<String>> writer : writers) {
				for (String id : writer.get()) {
					expected.put(id, List.of("CREATE CUSTOMER " + id, "UPDATE CUSTOMER " + id));
				}
			}
			Map<String, List<String>> read = new HashMap<>();
			for (String line : reader.get()) {
				read.computeIfAbsent(line.substring(line.lastIndexOf(' ') + 1), (id) -> new ArrayList<>()).add(line);
			}
			assertThat(read).isEqualTo(expected);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static List<String> write(long thread, int customers) {
		List<String> ids = new ArrayList<>();
		for (int number = 0; number < customers; number++) {
			String id = createId("'externalId':'" + thread + "-" + number + "'");
			api.patch("/customers/" + id, "{'extra':'x'}");
			ids.add(id);
		}
		return ids;
	}

	private static long last() {
		return api.get("/updates/last-offset").at("/lastOffset").longValue();
	}

	private static List<String> read() {
		return read(api);
	}

	private static List<String> read(ApiClient client) {
		List<String> lines = new ArrayList<>();
		client.get("/updates", "size", "4000").at("/updates").forEach((update) -> lines.add(line(update)));
		return lines;
	}

	private static String line(JsonNode update) {
		return update.path("operation").stringValue() + " " + update.at("/entity/type").stringValue() + " "
				+ update.at("/entity/data/id").stringValue();
	}

	private static String offsets(Response response) {
		return response.at("/updates").size() + " of " + response.at("/nextOffset").longValue();
	}

}
