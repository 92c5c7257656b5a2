package io.contacthub.emulator;

import java.io.StringReader;
import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what a changed configuration changes: it is seen by the next request, and
 * gone after a reset.
 */
@DisplayName("A configuration that is changed over the API")
class ConfigurationEffectTests extends AbstractEmulatorTests {

	private static final String EMAIL = "'base':{'contacts':{'email':'%s'}}";

	private static final String EVENT = "{'customerId':'%s','type':'loggedIn','context':'WEB','properties':{}}";

	/**
	 * Replaces what is there by itself with other members, as a client does.
	 */
	private static Response change(String path, String members) {
		ObjectNode document = (ObjectNode) api.get("/configuration" + path).json();
		document.setAll((ObjectNode) ApiClient.json("{" + members + "}"));
		Response response = api.put("/configuration" + path, document.toString());
		assertThat(response.status()).as(response.text()).isEqualTo(200);
		return response;
	}

	private static void seed(String document) {
		emulator.seed(new StringReader(document.replace('\'', '"')));
	}

	private static void assertRefused(Response response, String message, String path, String reason) {
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo(message);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path);
		assertThat(response.at("/errors/0/message").stringValue()).isEqualTo(reason);
		assertThat(response.at("/errors").size()).isOne();
	}

	@Test
	@DisplayName("has equal customers be refused, merged or accepted")
	void uniquenessPolicy() {
		String members = EMAIL.formatted("ann@example.com");
		String id = createId(members);
		assertThat(create(members).status()).isEqualTo(409);
		change("", "'customerUniquenessPolicy':'MERGE'");
		assertThat(create(members).id()).isEqualTo(id);
		change("", "'customerUniquenessPolicy':'NO_CHECK'");
		String other = createId(members);
		assertThat(other).isNotEqualTo(id);
		change("", "'customerUniquenessPolicy':'BLOCK'");
		assertThat(create(members).at("/data/customer/id").stringValue()).isEqualTo(id);
		assertThat(api.patch("/customers/" + other, "{'extra':'x'}").status()).isEqualTo(409);
		emulator.reset();
		createId(members);
		assertThat(create(members).status()).isEqualTo(409);
	}

	@Test
	@DisplayName("has customers be compared by other properties, those that were there before too")
	void matchingPolicy() {
		String first = createId("'externalId':'1'," + EMAIL.formatted("ann@example.com"));
		createId("'externalId':'1'," + EMAIL.formatted("bea@example.com"));
		change("/unique-customer-matching-policy", "'properties':['externalId']");
		Response conflict = create("'externalId':'1'");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.at("/data/customer/id").stringValue()).isEqualTo(first);
		assertThat(create("'externalId':'2'," + EMAIL.formatted("ann@example.com")).status()).isEqualTo(201);
		assertRefused(create(EMAIL.formatted("eve@example.com")), "source customer is not valid", "/externalId",
				"unique customer property is required");
		change("/unique-customer-matching-policy", "'properties':['base.contacts.email'],'caseSensitive':false");
		assertThat(create("'externalId':'3'," + EMAIL.formatted("BEA@example.com")).status()).isEqualTo(409);
		api.delete("/customers/" + first);
		assertThat(create("'externalId':'3'," + EMAIL.formatted("ANN@example.com")).status()).isEqualTo(409);
		emulator.reset();
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
		assertThat(create("'externalId':'1'").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("requires unique properties unless the emulator was told that customers may lack them")
	void laxEmulatorStaysLax() {
		try (ContactHubEmulator lax = ContactHubEmulator.builder().requireUniqueProperties(false).start()) {
			ApiClient client = ApiClient.of(lax);
			client.put("/configuration/unique-customer-matching-policy", "{'properties':['externalId']}");
			String customer = "{'nodeId':'" + lax.nodeId() + "','base':{'firstName':'Ann'}}";
			assertThat(client.post("/customers", customer).status()).isEqualTo(201);
		}
	}

	@Test
	@DisplayName("has events of a disabled type be refused, and those that are there be read")
	void disabledEventType() {
		String customer = createId("'externalId':'1'");
		String event = api.post("/events", EVENT.formatted(customer)).id();
		change("/events/loggedIn", "'enabled':false");
		assertRefused(api.post("/events", EVENT.formatted(customer)), "event is not valid", "/type",
				"event type is disabled");
		ObjectNode read = (ObjectNode) api.get("/events/" + event).json();
		assertRefused(api.put("/events/" + event, read.toString()), "event is not valid", "/type",
				"event type is disabled");
		seed(EVENT.formatted(customer));
		assertThat(api.get("/events", "customerId", customer).at("/page/totalElements").intValue()).isEqualTo(2);
		change("/events/loggedIn", "'enabled':true");
		assertThat(api.post("/events", EVENT.formatted(customer)).status()).isEqualTo(202);
		change("/events/loggedIn", "'enabled':false");
		emulator.reset();
		assertThat(api.post("/events", EVENT.formatted(createId("'externalId':'1'"))).status()).isEqualTo(202);
	}

	@Test
	@DisplayName("has extended properties be compared with another schema from the next write on")
	void extendedSchema() {
		String before = createId("'extended':{'card':'abcd'}");
		Response replaced = api.put("/configuration/properties/extended",
				"{'properties':{'card':{'maxLength':3}},'additionalProperties':false}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(api.get("/customers/" + before).at("/extended/card").stringValue()).isEqualTo("abcd");
		assertRefused(api.patch("/customers/" + before, "{'extra':'x'}"), "source customer is not valid",
				"/extended/card", "expected maxLength 3");
		assertRefused(create("'extended':{'other':1}"), "source customer is not valid", "/extended/other",
				"unknown property");
		assertThat(create("'extended':{'card':'abc'}").status()).isEqualTo(201);
		api.put("/configuration/properties/extended", "{}");
		assertThat(create("'extended':{'other':1}").status()).isEqualTo(201);
		api.put("/configuration/properties/extended", "{'maxProperties':0}");
		emulator.reset();
		assertThat(create("'extended':{'other':1}").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("has values of a disabled base property be refused, but not their absence")
	void disabledBaseProperty() {
		String id = createId("'base':{'dob':'1980-01-02','likes':[{'id':'1'}]}");
		disable("dob");
		disable("likes");
		String reason = "source customer is not valid";
		assertRefused(create("'base':{'dob':'1980-01-02'}"), reason, "/base/dob", "property is disabled");
		assertRefused(api.patch("/customers/" + id, "{'base':{'dob':'1980-01-02'}}"), reason, "/base/dob",
				"property is disabled");
		assertRefused(api.post("/customers/" + id + "/likes", "{'id':'2'}"), "like is not valid", "",
				"property is disabled");
		assertThat(api.get("/customers/" + id).at("/base/dob").stringValue()).isEqualTo("1980-01-02");
		ObjectNode customer = (ObjectNode) api.get("/customers/" + id).json();
		((ObjectNode) customer.get("base")).putNull("dob").putArray("likes");
		assertThat(api.put("/customers/" + id, customer.put("externalId", "1").toString()).status()).isEqualTo(200);
		assertThat(api.patch("/customers/" + id, "{'base':{'dob':null}}").status()).isEqualTo(200);
		emulator.reset();
		assertThat(create("'base':{'dob':'1980-01-02'}").status()).isEqualTo(201);
	}

	private static void disable(String property) {
		assertThat(api.put("/configuration/properties/base/" + property, "{'enabled':false}").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("has customers of a node be refused without its mandatory properties, but not be changed to lack them")
	void mandatoryProperties() {
		String other = api.post("/configuration/nodes/entries", "{'name':'other'}").id();
		String path = "/nodes/entries/" + node();
		change(path, "'mandatoryProperties':['base.firstName','externalId']");
		assertRefused(create("'externalId':'1'"), "source customer is not valid", "/base/firstName",
				"mandatory customer property is required");
		assertThat(api.post("/customers", "{'nodeId':'" + other + "','externalId':'1'}").status()).isEqualTo(201);
		String id = createId("'externalId':'1','base':{'firstName':'Ann'}");
		assertThat(api.patch("/customers/" + id, "{'base':{'firstName':null}}").status()).isEqualTo(200);
		assertRefused(api.put("/customers/" + id, "{'id':'" + id + "','nodeId':'" + node() + "','externalId':'2'}"),
				"source customer is not valid", "/base/firstName", "mandatory customer property is required");
		String seed = "{'id':'s1','nodeId':'" + node() + "','externalId':'4'%s}";
		assertThatIllegalArgumentException().isThrownBy(() -> seed(seed.formatted("")))
			.withMessageContaining("/base/firstName mandatory customer property is required");
		seed(seed.formatted(",'registeredAt':'2026-01-01T00:00:00.000+0000'"));
		assertThat(api.get("/customers/s1").status()).isEqualTo(200);
		change(path, "'mandatoryProperties':[]");
		assertThat(create("'externalId':'3'").status()).isEqualTo(201);
		change(path, "'mandatoryProperties':['externalId']");
		emulator.reset();
		assertThat(create("'base':{'firstName':'Ann'}").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("has a new node for customers and events, which the caller and the emulator name")
	void newNode() {
		String id = api.post("/configuration/nodes/entries", "{'name':'new'}").id();
		Response created = api.post("/customers", "{'nodeId':'" + id + "','externalId':'1'}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(api.get("/customers", "nodeId", id).at("/page/totalElements").intValue()).isOne();
		assertThat(api
			.post("/events",
					"{'bringBackProperties':{'type':'EXTERNAL_ID','value':'2','nodeId':'" + id
							+ "'},'type':'loggedIn','context':'WEB','properties':{}}")
			.status()).isEqualTo(202);
		assertThat(api.get("/events", "nodeId", id).at("/page/totalElements").intValue()).isOne();
		assertThat(me().json().at("/groups/0/workspaces/0/nodes").findValuesAsString("id")).containsExactly(node(), id);
		assertThat(emulator.workspaces()).containsEntry(emulator.workspaceId(), List.of(node(), id));
		emulator.reset();
		assertThat(api.get("/customers", "nodeId", id).status()).isEqualTo(404);
		assertThat(me().text()).doesNotContain(id);
		assertThat(emulator.workspaces()).containsEntry(emulator.workspaceId(), List.of(node()));
	}

	@Test
	@DisplayName("has the caller be told the name of the workspace and the nodes of its user")
	void caller() {
		String user = me().id();
		change("", "'name':'Shop'");
		change("/users/" + user, "'nodes':[{'id':'" + node() + "','permission':'W'}]");
		assertThat(me().at("/groups/0/workspaces/0/name").stringValue()).isEqualTo("Shop");
		assertThat(me().at("/groups/0/workspaces/0/nodes"))
			.isEqualTo(ApiClient.json("[{'id':'" + node() + "','permission':'W'}]"));
		emulator.reset();
		assertThat(me().at("/groups/0/workspaces/0/name").stringValue()).isEqualTo("Emulator");
		assertThat(me().at("/groups/0/workspaces/0/nodes/0/permission").stringValue()).isEqualTo("RW");
	}

	private static Response me() {
		return new ApiClient(emulator.baseUrl(), emulator.token()).get("/me");
	}

	@Test
	@DisplayName("has the days of analytics be those of another zone")
	void timezone() {
		String seed = "{'nodeId':'" + node() + "','externalId':'1','registeredAt':'2026-03-01T23:30:00.000+0000'}";
		seed(seed);
		assertThat(registeredOnSecondOfMarch()).isOne();
		change("", "'timezone':'America/New_York'");
		assertThat(registeredOnSecondOfMarch()).isZero();
		emulator.reset();
		seed(seed);
		assertThat(registeredOnSecondOfMarch()).isOne();
	}

	private static int registeredOnSecondOfMarch() {
		return api.get("/analytics/customer/count", "startDate", "2026-03-02", "endDate", "2026-03-02")
			.at("/data/0/count")
			.intValue();
	}

	@Test
	@DisplayName("has a new node be counted")
	void newNodeIsCounted() {
		String id = api.post("/configuration/nodes/entries", "{'name':'new'}").id();
		api.post("/customers", "{'nodeId':'" + id + "','externalId':'1'}");
		assertThat(api.get("/analytics/customer/count").at("/data"))
			.isEqualTo(ApiClient.json("[{'nodeId':'" + node() + "','count':0},{'nodeId':'" + id + "','count':1}]"));
	}

	@Test
	@DisplayName("is that of one workspace, and not of others")
	void otherWorkspaceIsLeft() {
		try (ContactHubEmulator two = ContactHubEmulator.builder().workspace("italy", "shop").start()) {
			ApiClient.of(two).put("/configuration/events/loggedIn", "{'enabled':false}");
			ApiClient italy = new ApiClient(two.baseUrl() + "/workspaces/italy", two.token());
			String id = italy.post("/customers", "{'nodeId':'shop','externalId':'1'}").id();
			assertThat(italy.post("/events", EVENT.formatted(id)).status()).isEqualTo(202);
		}
	}

	@Test
	@DisplayName("is refused by a strict emulator only where nobody knows what follows")
	void strictEmulatorRefuses() {
		try (ContactHubEmulator strict = ContactHubEmulator.builder().strict(true).start()) {
			ApiClient client = ApiClient.of(strict);
			assertThat(client.put("/configuration/properties/base/dob", "{'enabled':false}").status()).isEqualTo(200);
			String customer = "{'nodeId':'" + strict.nodeId() + "','base':{'firstName':'Ann','dob':'1980-01-02'}}";
			assertThat(client.post("/customers", customer).status()).isEqualTo(501);
			assertThat(client.post("/customers", customer.replace("'1980-01-02'", "null")).status()).isEqualTo(201);
			String event = EVENT.formatted("1").replace("loggedIn", "loggedOut");
			client.put("/configuration/events/loggedOut", "{'enabled':false}");
			assertThat(client.post("/events", event).status()).isEqualTo(501);
			assertThat(client.post("/events", event.replace("loggedOut", "loggedIn")).status()).isEqualTo(202);
			client.put("/configuration/nodes/entries/" + strict.nodeId(), "{'mandatoryProperties':['externalId']}");
			assertThat(client.post("/customers", customer.replace("'1980-01-02'", "null")).status()).isEqualTo(501);
			String source = "{'provider':'JavaScript','name':'x','properties':{},'nodes':[]}";
			assertThat(client.post("/configuration/sources", source).status()).isEqualTo(501);
			assertThat(client.post("/configuration/sources", source.replace("JavaScript", "API")).status())
				.isEqualTo(200);
			assertThat(client.get("/configuration/sources").at("/page/totalElements").intValue()).isEqualTo(2);
		}
	}

}
