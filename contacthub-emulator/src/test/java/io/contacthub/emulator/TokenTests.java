package io.contacthub.emulator;

import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for tokens that may do less than everything.
 */
@DisplayName("Of the tokens of an emulator,")
class TokenTests {

	private static final String EVENT = "{'customerId':'%s','type':'loggedIn','context':'WEB','properties':{}}";

	private static ContactHubEmulator emulator;

	private static ApiClient trusted;

	private static String customer;

	private static String customerId;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder()
			.workspace("italy", "shop")
			.token("page", TokenKind.UNTRUSTED)
			.token("report", TokenKind.READ_ONLY)
			.token("old", TokenKind.EXPIRED)
			.token("admin", TokenKind.ADMIN)
			.token("user", TokenKind.USER)
			.token("guest", TokenKind.GUEST)
			.token("source", TokenKind.TRUSTED)
			.token("feed", TokenKind.PLATFORM_UPDATES)
			.token("officer", TokenKind.DPO)
			.token("italian", TokenKind.TRUSTED, "italy")
			.start();
		trusted = client(emulator.workspaceId(), emulator.token());
		customer = "{'nodeId':'" + emulator.nodeId() + "','base':{'contacts':{'email':'ann@example.com'}}}";
	}

	@BeforeEach
	void reset() {
		emulator.reset();
		customerId = trusted.post("/customers", customer).id();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@Test
	@DisplayName("an untrusted one writes customers, their parts, sessions and events, and lists customers")
	void untrustedTokenWrites() {
		ApiClient page = client(emulator.workspaceId(), "page");
		String path = "/customers/" + customerId;
		assertThat(page.get("/customers", "nodeId", emulator.nodeId()).at("/page/totalElements").intValue()).isOne();
		assertThat(page.post("/customers", customer.replace("ann", "bob")).status()).isEqualTo(201);
		assertThat(page.patch(path, "{'extra':'x'}").status()).isEqualTo(200);
		assertThat(page.put(path, "{'id':'" + customerId + "','nodeId':'" + emulator.nodeId() + "','externalId':'1'}")
			.status()).isEqualTo(200);
		assertThat(page.post(path + "/likes", "{'id':'1'}").status()).isEqualTo(200);
		assertThat(page.put(path + "/likes/1", "{'id':'1','name':'x'}").status()).isEqualTo(200);
		assertThat(page.post(path + "/sessions", "{'value':'s'}").status()).isEqualTo(201);
		assertThat(page.post("/events", EVENT.formatted(customerId)).status()).isEqualTo(202);
		assertThat(new ApiClient(emulator.baseUrl(), "page").get("/me").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /customers/{id}", "GET, /customers/{id}/sessions", "GET, /customers/{id}/sources",
			"GET, /customers/{id}/likes/1", "GET, /events?customerId={id}", "GET, /events/1", "DELETE, /customers/{id}",
			"DELETE, /events/1", "DELETE, /customers/{id}/likes/1" })
	@DisplayName("an untrusted one neither reads one customer, sessions and events, nor deletes")
	void untrustedTokenIsRefused(String method, String path) {
		Response response = client(emulator.workspaceId(), "page").send(method, path.replace("{id}", customerId), null);
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.at("/logref").isString()).isTrue();
		assertThat(trusted.get("/customers/" + customerId).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("an untrusted one does not learn which customer it is in conflict with")
	void untrustedTokenLearnsNothingOfConflict() {
		assertThat(trusted.post("/customers", customer).at("/data/customer/id").stringValue()).isEqualTo(customerId);
		Response response = client(emulator.workspaceId(), "page").post("/customers", customer);
		assertThat(response.status()).isEqualTo(409);
		assertThat(response.text()).doesNotContain(customerId);
		assertThat(response.at("/data").isNull()).isTrue();
	}

	@Test
	@DisplayName("a read-only one reads everything and writes nothing")
	void readOnlyTokenReads() {
		ApiClient report = client(emulator.workspaceId(), "report");
		assertThat(report.get("/customers/" + customerId).status()).isEqualTo(200);
		assertThat(report.get("/events", "customerId", customerId).status()).isEqualTo(200);
		assertThat(report.patch("/customers/" + customerId, "{'extra':'x'}").status()).isEqualTo(403);
		assertThat(report.post("/events", EVENT.formatted(customerId)).status()).isEqualTo(403);
		assertThat(report.delete("/customers/" + customerId).status()).isEqualTo(403);
		assertThat(trusted.get("/customers/" + customerId).at("/extra").isNull()).isTrue();
		assertThat(new ApiClient(emulator.baseUrl(), "report").get("/me")
			.at("/groups/0/workspaces/0/nodes/0/permission")
			.stringValue()).isEqualTo("R");
	}

	@ParameterizedTest
	@CsvSource({ "admin, 200 200 204 403", "user, 200 200 204 403", "source, 200 200 204 403", "guest, 200 403 403 403",
			"feed, 403 403 403 403", "officer, 403 403 403 403" })
	@DisplayName("those of users, sources and officers may do what ContactHub documents for them")
	void kindsAreScopes(String token, String expected) {
		ApiClient client = client(emulator.workspaceId(), token);
		String event = trusted.post("/events", EVENT.formatted(customerId)).id();
		List<Integer> statuses = List.of(client.get("/customers/" + customerId).status(),
				client.patch("/customers/" + customerId, "{'extra':'x'}").status(),
				client.delete("/events/" + event).status(),
				client("unknown", token).get("/customers/" + customerId).status());
		assertThat(statuses).hasToString("[" + expected.replace(" ", ", ") + "]");
	}

	@ParameterizedTest
	@CsvSource({ "admin, 200, RW", "user, 200, RW", "source, 200, RW", "page, 200, RW", "guest, 200, R",
			"report, 200, R", "feed, 200, RW", "officer, 403," })
	@DisplayName("all but those of officers say who they belong to, and whether they write")
	void callerIsTold(String token, int status, String permission) {
		Response me = new ApiClient(emulator.baseUrl(), token).get("/me");
		assertThat(me.status()).isEqualTo(status);
		assertThat(me.at("/groups/0/workspaces/0/nodes/0/permission").asString(null)).isEqualTo(permission);
	}

	@Test
	@DisplayName("an expired one is not authorized")
	void expiredTokenIsRefused() {
		assertThat(client(emulator.workspaceId(), "old").get("/customers/" + customerId).status()).isEqualTo(401);
	}

	@Test
	@DisplayName("one of a workspace is for that workspace only")
	void tokenOfWorkspaceIsForThatOnly() {
		assertThat(client("italy", "italian").get("/customers", "nodeId", "shop").status()).isEqualTo(200);
		assertThat(client("italy", emulator.token()).get("/customers", "nodeId", "shop").status()).isEqualTo(200);
		assertThat(client(emulator.workspaceId(), "italian").get("/customers/" + customerId).status()).isEqualTo(403);
		Response me = new ApiClient(emulator.baseUrl(), "italian").get("/me");
		assertThat(me.at("/groups").size()).isOne();
		assertThat(me.at("/groups/0/id").stringValue()).isEqualTo("italy");
	}

	@Test
	@DisplayName("the rights can be given as text")
	void rightsAreText() {
		try (ContactHubEmulator other = ContactHubEmulator.builder()
			.workspace("italy", "shop")
			.token("a", "read-only@italy")
			.token("b", "Expired")
			.start()) {
			ApiClient reader = new ApiClient(other.baseUrl() + "/workspaces/italy", "a");
			assertThat(reader.get("/customers", "nodeId", "shop").status()).isEqualTo(200);
			assertThat(reader.post("/customers", "{'nodeId':'shop','externalId':'1'}").status()).isEqualTo(403);
			assertThat(new ApiClient(other.baseUrl(), "b").get("/me").status()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "root", "trusted@", "@italy", "trusted,untrusted" })
	@DisplayName("rights that are none of the known ones are refused, with those that are")
	void unknownRightsAreRefused(String rights) {
		assertThatIllegalArgumentException().isThrownBy(() -> ContactHubEmulator.builder().token("a", rights))
			.withMessageContaining("admin, user, guest, trusted, untrusted, platform-updates, dpo, read-only, expired")
			.withMessageContaining("'" + rights + "'");
	}

	@Test
	@DisplayName("one for a workspace that is not there is refused, and so is one that is there twice")
	void unusableTokenIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ContactHubEmulator.builder().token("a", TokenKind.TRUSTED, "spain").start())
			.withMessageContaining("spain");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ContactHubEmulator.builder().token("a").token("a", TokenKind.EXPIRED).start())
			.withMessageContaining("twice");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ContactHubEmulator.builder().token("a", TokenKind.TRUSTED).token("a", TokenKind.EXPIRED))
			.withMessageContaining("twice");
	}

	private static ApiClient client(String workspaceId, String token) {
		return new ApiClient(emulator.baseUrl() + "/workspaces/" + workspaceId, token);
	}

}
