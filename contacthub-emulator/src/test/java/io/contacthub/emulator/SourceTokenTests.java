package io.contacthub.emulator;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the tokens that sources have.
 */
@DisplayName("The token of a source")
class SourceTokenTests {

	private static final String SOURCE = "{'provider':'%s','name':'till','properties':{},'nodes':[]}";

	private static final String EVENT = "{'customerId':'%s','type':'loggedIn','context':'WEB','properties':{}}";

	private static ContactHubEmulator emulator;

	private static ApiClient admin;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder().workspace("italy", "shop").start();
		admin = ApiClient.of(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	private static Response insert(String provider) {
		Response inserted = admin.post("/configuration/sources", SOURCE.formatted(provider));
		assertThat(inserted.status()).isEqualTo(200);
		return inserted;
	}

	private static ApiClient client(Response source) {
		return client(source.at("/token").stringValue(), emulator.workspaceId());
	}

	private static ApiClient client(String token, String workspaceId) {
		return new ApiClient(emulator.baseUrl() + "/workspaces/" + workspaceId, token);
	}

	private static Response create(ApiClient client, String externalId) {
		return client.post("/customers", customer(externalId));
	}

	private static String customer(String externalId) {
		return "{'nodeId':'" + emulator.nodeId() + "','externalId':'" + externalId + "'}";
	}

	private static int status(ApiClient client) {
		return client.get("/customers", "nodeId", emulator.nodeId()).status();
	}

	@Test
	@DisplayName("may do what a trusted source may from the next request on, in its workspace")
	void tokenIsTrusted() {
		Response source = insert("API");
		ApiClient client = client(source);
		String id = create(client, "1").id();
		assertThat(client.get("/customers/" + id).status()).isEqualTo(200);
		assertThat(client.get("/configuration/properties/extended").status()).isEqualTo(200);
		assertThat(client.get("/configuration/sources").status()).isEqualTo(403);
		assertThat(client.put("/configuration", "{}").status()).isEqualTo(403);
		assertThat(client(source.at("/token").stringValue(), "italy").get("/customers", "nodeId", "shop").status())
			.isEqualTo(403);
		JsonNode groups = new ApiClient(emulator.baseUrl(), source.at("/token").stringValue()).get("/me").at("/groups");
		assertThat(groups.findValuesAsString("id")).contains(emulator.workspaceId()).doesNotContain("italy");
	}

	@Test
	@DisplayName("may do what an untrusted source may if it is for web pages")
	void tokenOfPageIsUntrusted() {
		ApiClient page = client(insert("JavaScript"));
		String id = create(page, "1").id();
		assertThat(page.get("/customers/" + id).status()).isEqualTo(403);
		assertThat(admin.get("/customers/" + id).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("that the emulator starts with can be read by an administrator")
	void firstTokenWorks() {
		Response source = admin.get("/configuration/sources/" + EmulatorSettings.SOURCE_ID);
		assertThat(status(client(source))).isEqualTo(200);
		assertThat(create(client(source), "1").at("/sourceInfo/registeredBy").stringValue())
			.isEqualTo(EmulatorSettings.SOURCE_ID);
	}

	@Test
	@DisplayName("is refused once it is refreshed, and the new one is accepted")
	void tokenIsRefreshed() {
		Response source = insert("API");
		assertThat(status(client(source))).isEqualTo(200);
		Response refreshed = admin.post("/configuration/sources/" + source.id() + "/refresh-token", "{}");
		assertThat(status(client(source))).isEqualTo(401);
		assertThat(status(client(refreshed))).isEqualTo(200);
		emulator.reset();
		assertThat(status(client(refreshed))).isEqualTo(401);
	}

	@Test
	@DisplayName("that was refreshed comes back with a reset if the emulator started with it")
	void firstTokenComesBack() {
		Response source = admin.get("/configuration/sources/" + EmulatorSettings.SOURCE_ID);
		Response refreshed = admin.post("/configuration/sources/" + source.id() + "/refresh-token", "{}");
		assertThat(status(client(source))).isEqualTo(401);
		emulator.reset();
		assertThat(status(client(source))).isEqualTo(200);
		assertThat(status(client(refreshed))).isEqualTo(401);
	}

	@Test
	@DisplayName("is refused while the source is disabled, and after it was deleted")
	void tokenGoesWithItsSource() {
		Response source = insert("API");
		String path = "/configuration/sources/" + source.id();
		ObjectNode document = (ObjectNode) source.json();
		assertThat(admin.put(path, document.put("enabled", false).toString()).status()).isEqualTo(200);
		assertThat(status(client(source))).isEqualTo(401);
		assertThat(admin.put(path, document.put("enabled", true).toString()).status()).isEqualTo(200);
		assertThat(status(client(source))).isEqualTo(200);
		assertThat(admin.delete(path).status()).isEqualTo(200);
		assertThat(status(client(source))).isEqualTo(401);
	}

	@Test
	@DisplayName("is accepted without a gap while its source is changed otherwise")
	void changedSourceKeepsToken() throws Exception {
		Response source = insert("API");
		ApiClient client = client(source);
		ExecutorService threads = Executors.newSingleThreadExecutor();
		try {
			AtomicBoolean ended = new AtomicBoolean();
			Future<Integer> reader = threads.submit(() -> {
				int reads = 0;
				while (!ended.get() || reads == 0) {
					assertThat(status(client)).isEqualTo(200);
					reads++;
				}
				return reads;
			});
			ObjectNode document = (ObjectNode) source.json();
			for (int round = 0; round < 50; round++) {
				document.put("name", "till " + round);
				assertThat(admin.put("/configuration/sources/" + source.id(), document.toString()).status())
					.isEqualTo(200);
			}
			ended.set(true);
			assertThat(reader.get()).isPositive();
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	@DisplayName("tells who registered a customer, who changed it last, and who sent an event")
	void changesAreSigned() {
		Response till = insert("API");
		Response shop = insert("API");
		String id = create(client(till), "1").id();
		String path = "/customers/" + id;
		assertThat(admin.get(path).at("/sourceInfo")).isEqualTo(info(till, till));
		assertThat(admin.get(path + "/sources").at("/elements").size()).isOne();
		client(shop).patch(path, "{'extra':'x'}");
		assertThat(admin.get(path).at("/sourceInfo")).isEqualTo(info(till, shop));
		assertThat(admin.get(path + "/sources").json().path("elements").findValuesAsString("id"))
			.containsSubsequence(till.id(), shop.id());
		assertThat(admin.get(path + "/sources/" + shop.id()).at("/extra").stringValue()).isEqualTo("x");
		assertThat(admin.get(path + "/sources/" + EmulatorSettings.SOURCE_ID).status()).isEqualTo(404);
		client(till).put(path, customer("1").replace("}", ",'id':'" + id + "'}"));
		assertThat(admin.get(path).at("/sourceInfo")).isEqualTo(info(till, till));
		client(shop).post(path + "/likes", "{'id':'1'}");
		assertThat(admin.get(path).at("/sourceInfo")).isEqualTo(info(till, shop));
		assertThat(admin.patch(path, "{'extra':'y'}").at("/sourceInfo/updatedBy").stringValue())
			.isEqualTo(EmulatorSettings.SOURCE_ID);
		client(shop).post("/events", EVENT.replace("'customerId':'%s'",
				"'bringBackProperties':{'type':'EXTERNAL_ID','value':'2','nodeId':'" + emulator.nodeId() + "'}"));
		assertThat(admin.get("/customers", "nodeId", emulator.nodeId(), "externalId", "2").at("/elements/0/sourceInfo"))
			.isEqualTo(info(shop, shop));
	}

	@Test
	@DisplayName("has the events that were sent with it be counted for its source")
	void eventsAreCountedForTheirSource() {
		Response till = insert("API");
		String id = create(admin, "1").id();
		client(till).post("/events", EVENT.formatted(id));
		client(till).post("/events", EVENT.formatted(id));
		admin.post("/events", EVENT.formatted(id));
		assertThat(admin.get("/analytics/distribution/event/source").at("/data/0/values"))
			.isEqualTo(ApiClient.json("[{'sourceId':'" + till.id() + "','count':2},{'sourceId':'"
					+ EmulatorSettings.SOURCE_ID + "','count':1}]"));
	}

	private static JsonNode info(Response registered, Response updated) {
		return ApiClient.json("{'registeredBy':'" + registered.id() + "','updatedBy':'" + updated.id() + "'}");
	}

}
