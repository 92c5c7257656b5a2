package io.contacthub.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operations of the configuration: what they answer, keep and refuse.
 */
@DisplayName("In the configuration of a workspace,")
class ConfigurationOperationsTests {

	private static ContactHubEmulator emulator;

	private static ApiClient api;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder()
			.nodes("second")
			.token("user", TokenKind.USER)
			.token("guest", TokenKind.GUEST)
			.token("source", TokenKind.TRUSTED)
			.token("page", TokenKind.UNTRUSTED)
			.token("report", TokenKind.READ_ONLY)
			.start();
		api = ApiClient.of(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	private static String node() {
		return emulator.nodeId();
	}

	private static Response get(String path) {
		return api.get("/configuration" + path);
	}

	private static Response put(String path, String body) {
		return api.put("/configuration" + path, body);
	}

	private static Response post(String path, String body) {
		return api.post("/configuration" + path, body);
	}

	/**
	 * Replaces what is there by itself with other members, as a client does.
	 */
	private static Response change(String path, String members) {
		ObjectNode document = (ObjectNode) get(path).json();
		document.setAll((ObjectNode) ApiClient.json("{" + members + "}"));
		return put(path, document.toString());
	}

	private static void assertRefused(Response response, String message, String path, String reason) {
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo(message);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path);
		assertThat(response.at("/errors/0/message").stringValue()).isEqualTo(reason);
	}

	@Test
	@DisplayName("the settings are those of the options, and are replaced as a whole")
	void settings() {
		assertThat(get("").json()).isEqualTo(ApiClient.json("""
				{'name':'Emulator','industry':'NotDefined','logo':null,'timezone':'Europe/Rome','currency':'EUR',
				'customerUniquenessPolicy':'BLOCK','tier':null}"""));
		Response replaced = put("", "{'name':'Shop','timezone':'Europe/Paris','customerUniquenessPolicy':'NO_CHECK'}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(get("").json()).isEqualTo(replaced.json()).isEqualTo(ApiClient.json("""
				{'name':'Shop','industry':null,'logo':null,'timezone':'Europe/Paris','currency':'EUR',
				'customerUniquenessPolicy':'NO_CHECK','tier':null}"""));
		assertThat(put("", "{}").at("/customerUniquenessPolicy").stringValue()).isEqualTo("MERGE");
		assertThat(put("", get("").text()).status()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("settings that cannot be are refused with their place")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			'tier':3                            | /tier                     | cannot be changed
			'timezone':'Mars/Base'              | /timezone                 | expected time zone
			'customerUniquenessPolicy':'ASK'    | /customerUniquenessPolicy | expected one of NO_CHECK, BLOCK, MERGE
			'logo':'a b'                        | /logo                     | expected uri
			'unheardOf':1                       | /unheardOf                | unknown property
			""")
	void unusableSettingsAreRefused(String members, String path, String reason) {
		assertRefused(put("", "{" + members + "}"), "workspace configuration is not valid", path, reason);
	}

	@Test
	@DisplayName("the matching policy has the unique properties")
	void matchingPolicy() {
		String path = "/unique-customer-matching-policy";
		assertThat(get(path).json())
			.isEqualTo(ApiClient.json("{'properties':['base.contacts.email'],'caseSensitive':true}"));
		assertThat(put(path, "{'properties':['externalId','extended.card'],'caseSensitive':false}").status())
			.isEqualTo(200);
		assertThat(get(path).json())
			.isEqualTo(ApiClient.json("{'properties':['externalId','extended.card'],'caseSensitive':false}"));
		assertThat(put(path, "{'properties':[]}").at("/caseSensitive").booleanValue()).isTrue();
		assertRefused(put(path, "{'properties':['externalId','base.contacts']}"), "matching policy is not valid",
				"/properties/1", "expected the path of a value");
		assertRefused(put(path, "{'caseSensitive':true}"), "matching policy is not valid", "/properties",
				"required property is missing");
	}

	@Test
	@DisplayName("base properties are listed without a page, and can be disabled and nothing else")
	void baseProperties() {
		JsonNode listed = get("/properties/base").json();
		assertThat(listed.propertyNames()).containsExactly("elements");
		assertThat(listed.path("elements").findValuesAsString("name"))
			.containsExactlyElementsOf(CustomerSchemas.BASE.members().keySet());
		assertThat(listed.at("/elements/3"))
			.isEqualTo(ApiClient.json("{'name':'firstName','description':'first name','enabled':true}"));
		Response disabled = put("/properties/base/firstName",
				"{'name':'firstName','description':'first name','enabled':false}");
		assertThat(disabled.status()).isEqualTo(200);
		assertThat(get("/properties/base").at("/elements/3")).isEqualTo(disabled.json());
		assertThat(put("/properties/base/firstName", "{'enabled':true}").at("/enabled").booleanValue()).isTrue();
		assertRefused(put("/properties/base/firstName", "{'description':'x'}"), "property is not valid", "/description",
				"cannot be changed");
		assertThat(put("/properties/base/unknown", "{}").at("/message").stringValue())
			.isEqualTo("property not found unknown");
	}

	@Test
	@DisplayName("the schema of the extended properties is answered wrapped, and taken wrapped, as a text or as it is")
	void extendedProperties() {
		assertThat(get("/properties/extended").json()).isEqualTo(ApiClient.json("{'schema':{'type':'object'}}"));
		String schema = "{'type':'object','properties':{'card':{'$ref':'#/definitions/card'}},"
				+ "'definitions':{'card':{'type':'string','maxLength':3}}}";
		Response replaced = put("/properties/extended", schema);
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.at("/schema")).isEqualTo(ApiClient.json(schema));
		assertThat(get("/properties/extended").json()).isEqualTo(replaced.json());
		assertThat(put("/properties/extended", "{'schema':{'required':['a']}}").at("/schema"))
			.isEqualTo(ApiClient.json("{'required':['a']}"));
		assertThat(put("/properties/extended", "{'schema':'{\\'required\\':[\\'b\\']}'}").at("/schema"))
			.isEqualTo(ApiClient.json("{'required':['b']}"));
		assertThat(put("/properties/extended", "{}").at("/schema")).isEqualTo(ApiClient.json("{}"));
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("a schema that cannot be used is refused with its place, and so is one that leads elsewhere")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'type':'strin'}                                  | ""                   | /type expected one of array
					{'properties':{'a':{'$ref':'#/definitions/a'}}}   | /properties/a/$ref   | refers to #/definitions/a, which is not there
					{'properties':{'a':{'$ref':'other.json'}}}        | /properties/a/$ref   | refers to other.json, which is outside of the schema
					{'properties':{'a':{'$ref':'file:/etc/a.json'}}}  | /properties/a/$ref   | refers to file:/etc/a.json, which is outside of the schema
					{'$ref':'https://example.com/a.json'}             | /$ref                | refers to https://example.com/a.json, which is outside of the schema
					{'schema':null}                                   | /schema              | expected object
					{'schema':['a']}                                  | /schema              | expected object
					{'schema':'any'}                                  | /schema              | expected object
					{'$ref':'#'}                                      | ""                   | refers to itself without end
					{'$schema':'https://example.com/own'}             | /$schema             | unknown 'https://example.com/own'
					""")
	void unusableSchemaIsRefused(String schema, String path, String reason) {
		Response response = put("/properties/extended", schema);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo("schema of the extended properties is not valid");
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path);
		assertThat(response.at("/errors/0/message").stringValue()).startsWith(reason);
		assertThat(get("/properties/extended").at("/schema")).isEqualTo(ApiClient.json("{'type':'object'}"));
	}

	@Test
	@DisplayName("types of events have the schema of their properties, in pages of 20")
	void events() {
		JsonNode page = get("/events").json();
		assertThat(page.path("page"))
			.isEqualTo(ApiClient.json("{'size':20,'totalElements':47,'totalPages':3,'number':0}"));
		assertThat(page.path("elements").size()).isEqualTo(20);
		JsonNode ticket = get("/events/openedTicket").json();
		assertThat(ticket.path("id")).isEqualTo(ticket.path("type"));
		assertThat(ticket.path("mode").stringValue()).isEqualTo("ACTIVE");
		assertThat(ticket.path("label").stringValue()).isEqualTo("Opened ticket");
		assertThat(ticket.path("description").stringValue()).isEqualTo("opened ticket");
		assertThat(ticket.at("/propertiesSchema/$schema").stringValue())
			.isEqualTo("http://json-schema.org/draft-04/schema#");
		assertThat(ticket.at("/propertiesSchema/properties/ticketId/type").stringValue()).isEqualTo("string");
		assertThat(ticket.at("/propertiesSchema/additionalProperties").booleanValue()).isFalse();
		assertThat(ticket.path("enabled").booleanValue()).isTrue();
		assertThat(change("/events/openedTicket", "'enabled':false").status()).isEqualTo(200);
		assertThat(get("/events/openedTicket").at("/enabled").booleanValue()).isFalse();
		assertRefused(change("/events/openedTicket", "'label':'x'"), "event configuration is not valid", "/label",
				"cannot be changed");
		assertThat(get("/events/unknown").at("/message").stringValue())
			.isEqualTo("event configuration not found unknown");
	}

	@Test
	@DisplayName("a source has a token of its own, its id is in the priority, and both are gone with it")
	void sources() {
		JsonNode first = get("/sources").at("/elements/0");
		assertThat(first.path("id").stringValue()).isEqualTo(EmulatorSettings.SOURCE_ID);
		assertThat(first.path("token").stringValue()).hasSize(32);
		assertThat(first.path("nodes")).isEqualTo(ApiClient.json("['" + node() + "','second']"));
		Response created = post("/sources",
				"{'provider':'NODEJS_SDK','name':'till','properties':{'a':1},'nodes':['second']}");
		assertThat(created.status()).isEqualTo(200);
		ObjectNode source = (ObjectNode) created.json();
		assertThat(source.remove("id").stringValue()).isEqualTo(created.id()).matches("[0-9a-f-]{36}");
		assertThat(source.remove("token").stringValue()).hasSize(32).isNotEqualTo(first.path("token").stringValue());
		assertThat(source).isEqualTo(ApiClient.json("{'provider':'NODEJS_SDK','name':'till','description':null,"
				+ "'properties':{'a':1},'nodes':['second'],'enabled':true}"));
		assertThat(get("/sources/priority").json())
			.isEqualTo(ApiClient.json("{'priority':['" + EmulatorSettings.SOURCE_ID + "','" + created.id() + "']}"));
		String path = "/sources/" + created.id();
		assertThat(change(path, "'name':'new till'").at("/token")).isEqualTo(created.at("/token"));
		assertThat(get(path).at("/name").stringValue()).isEqualTo("new till");
		assertThat(change("/nodes/entries/second", "'sourcePriority':['" + created.id() + "']").status())
			.isEqualTo(200);
		assertThat(api.delete("/configuration" + path).status()).isEqualTo(200);
		assertThat(get(path).at("/message").stringValue()).isEqualTo("source not found " + created.id());
		assertThat(get("/sources/priority").at("/priority").size()).isOne();
		assertThat(get("/nodes/entries/second").at("/sourcePriority").size()).isZero();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("a source that cannot be is refused with its place")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'provider':'API','name':'x','properties':{}}                          | /nodes    | required property is missing
					{'provider':'API','name':'','properties':{},'nodes':[]}                | /name     | expected string that is not empty
					{'provider':'API','name':'x','properties':{},'nodes':['unknown']}      | /nodes/0  | unknown node
					{'provider':'API','name':'x','properties':{},'nodes':[],'token':'x'}   | /token    | unknown property
					""")
	void unusableSourceIsRefused(String body, String path, String reason) {
		assertRefused(post("/sources", body), "source is not valid", path, reason);
		assertThat(get("/sources").at("/page/totalElements").intValue()).isOne();
	}

	@Test
	@DisplayName("the token of a source is refreshed, not changed")
	void refreshToken() {
		String path = "/sources/" + EmulatorSettings.SOURCE_ID;
		String before = get(path).at("/token").stringValue();
		Response refreshed = api.send("POST", "/configuration" + path + "/refresh-token", null);
		assertThat(refreshed.status()).isEqualTo(200);
		assertThat(refreshed.at("/token").stringValue()).hasSize(32).isNotEqualTo(before);
		assertThat(get(path).json()).isEqualTo(refreshed.json());
		assertRefused(change(path, "'token':'mine'"), "source is not valid", "/token", "cannot be changed");
		assertThat(post("/sources/unknown/refresh-token", "{}").at("/message").stringValue())
			.isEqualTo("source not found unknown");
	}

	@Test
	@DisplayName("the priority has sources that are there, each once")
	void priority() {
		assertRefused(put("/sources/priority", "{'priority':['unknown']}"), "source priority is not valid",
				"/priority/0", "unknown source");
		String id = "'" + EmulatorSettings.SOURCE_ID + "'";
		assertRefused(put("/sources/priority", "{'priority':[" + id + "," + id + "]}"), "source priority is not valid",
				"/priority/1", "is in the list already");
		assertThat(api.delete("/configuration/sources/priority").status()).isEqualTo(405);
		assertThat(put("/sources/priority", "{'priority':[]}").status()).isEqualTo(200);
		assertThat(get("/sources/priority").json()).isEqualTo(ApiClient.json("{'priority':[]}"));
	}

	@Test
	@DisplayName("users have nodes, and nothing else of them can be changed")
	void users() {
		JsonNode user = get("/users").at("/elements/0");
		assertThat(user.path("nodes"))
			.isEqualTo(ApiClient.json("[{'id':'" + node() + "','permission':'RW'},{'id':'second','permission':'RW'}]"));
		String path = "/users/" + user.path("id").stringValue();
		Response replaced = put(path, "{'nodes':[{'id':'second','permission':'R'}]}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.at("/nodes")).isEqualTo(ApiClient.json("[{'id':'second','permission':'R'}]"));
		assertThat(put(path, "{'nodes':[{'id':'second'}]}").at("/nodes"))
			.isEqualTo(ApiClient.json("[{'id':'second','permission':'R'}]"));
		replaced = put(path, "{'nodes':[{'id':'second','permission':null}]}");
		assertThat(replaced.at("/nodes")).isEqualTo(ApiClient.json("[{'id':'second','permission':'R'}]"));
		assertThat(replaced.at("/name")).isEqualTo(user.path("name"));
		assertThat(replaced.at("/updatedAt").stringValue()).isGreaterThan(user.path("updatedAt").stringValue());
		assertThat(get(path).json()).isEqualTo(replaced.json());
		assertRefused(put(path, "{'nodes':[{'id':'unknown'}]}"), "user is not valid", "/nodes/0/id", "unknown node");
		assertRefused(put(path, "{'nodes':[{'id':'second','permission':'X'}]}"), "user is not valid",
				"/nodes/0/permission", "expected one of R, RW, W");
		assertRefused(put(path, "{}"), "user is not valid", "/nodes", "required property is missing");
	}

	@Test
	@DisplayName("entry nodes can be added and changed, not deleted")
	void entryNodes() {
		assertThat(get("/nodes/entries").json().path("elements").findValuesAsString("id")).containsExactly(node(),
				"second");
		Response created = post("/nodes/entries", "{'name':'third','mandatoryProperties':['base.firstName']}");
		assertThat(created.status()).isEqualTo(201);
		String path = "/nodes/entries/" + created.id();
		assertThat(get(path).json()).isEqualTo(ApiClient.json("{'id':'" + created.id() + "','name':'third',"
				+ "'description':null,'imageUrl':null,'sourcePriority':[],'mandatoryProperties':['base.firstName']}"));
		assertThat(change(path, "'description':'x'").at("/description").stringValue()).isEqualTo("x");
		assertRefused(change(path, "'mandatoryProperties':['base']"), "node is not valid", "/mandatoryProperties/0",
				"expected the path of a value");
		assertRefused(change(path, "'sourcePriority':['unknown']"), "node is not valid", "/sourcePriority/0",
				"unknown source");
		assertRefused(change(path, "'id':'x'"), "node is not valid", "/id", "cannot be changed");
		assertThat(api.delete("/configuration" + path).status()).isEqualTo(405);
	}

	@Test
	@DisplayName("view nodes can be deleted while they are not in the hierarchy")
	void viewNodes() {
		Response created = post("/nodes/views", "{'name':'all','imageUrl':'https://example.com/all.png'}");
		assertThat(created.status()).isEqualTo(201);
		String path = "/nodes/views/" + created.id();
		assertThat(get("/nodes/views").at("/page/totalElements").intValue()).isEqualTo(2);
		assertThat(change(path, "'name':'none'").at("/name").stringValue()).isEqualTo("none");
		Response hierarchy = put("/nodes/node-hierarchy",
				"{'tree':{'id':'" + created.id() + "','children':[{'id':'second'}],'nodePriority':['second']}}");
		assertThat(hierarchy.status()).isEqualTo(200);
		Response refused = api.delete("/configuration" + path);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.at("/message").stringValue()).isEqualTo("node is used in the hierarchy");
		put("/nodes/node-hierarchy", "{'tree':{'id':'second'}}");
		assertThat(api.delete("/configuration" + path).status()).isEqualTo(200);
		assertThat(get(path).status()).isEqualTo(404);
	}

	@Test
	@DisplayName("the hierarchy has a view node above all, and nodes that are there, each once")
	void hierarchy() {
		JsonNode tree = get("/nodes/node-hierarchy").at("/tree");
		assertThat(get("/nodes/views/" + tree.path("id").stringValue()).status()).isEqualTo(200);
		assertThat(tree.path("children").findValuesAsString("id")).containsExactly(node(), "second");
		assertThat(tree.path("nodePriority").size()).isEqualTo(2);
		assertThat(put("/nodes/node-hierarchy", get("/nodes/node-hierarchy").text()).json())
			.isEqualTo(get("/nodes/node-hierarchy").json());
		assertRefused(put("/nodes/node-hierarchy", "{'tree':{'id':'second','children':[{'id':'unknown'}]}}"),
				"node hierarchy is not valid", "/tree/children/0/id", "unknown node");
		assertRefused(put("/nodes/node-hierarchy", "{'tree':{'id':'second','children':[{'id':'second'}]}}"),
				"node hierarchy is not valid", "/tree/children/0/id", "is in the tree already");
		assertRefused(put("/nodes/node-hierarchy", "{'tree':{'id':'second','children':[1]}}"),
				"node hierarchy is not valid", "/tree/children/0", "expected object");
	}

	@Test
	@DisplayName("automations are kept as they were sent, with what may have any value")
	void automations() {
		String path = "/automations/event-trigger";
		assertThat(get(path).at("/page/totalElements").intValue()).isZero();
		Response created = post(path, """
				{'name':'thank','nodes':['second'],'delay':60,
				'topic':{'eventType':'completedOrder','customerType':'ANY','query':{'type':'simple'}},
				'tag':{'operations':[{'op':'ADD_CONSTANT','path':'tags.manual','value':['a',1]}]},
				'webhook':{'url':'https://example.com','format':'JSON','body':{'contents':[]}}}""");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.at("/enabled").booleanValue()).isTrue();
		assertThat(created.at("/tag/operations/0/value")).isEqualTo(ApiClient.json("['a',1]"));
		assertThat(created.at("/webhook/body")).isEqualTo(ApiClient.json("{'contents':[]}"));
		String automation = path + "/" + created.id();
		assertThat(get(automation).json()).isEqualTo(created.json());
		assertThat(change(automation, "'enabled':false").at("/enabled").booleanValue()).isFalse();
		assertRefused(change(automation, "'delay':604801"), "automation is not valid", "/delay",
				"expected integer between 0 and 604800");
		assertRefused(change(automation, "'nodes':['unknown']"), "automation is not valid", "/nodes/0", "unknown node");
		assertThat(api.delete("/configuration" + automation).status()).isEqualTo(200);
		assertThat(get(automation).at("/message").stringValue()).isEqualTo("automation not found " + created.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/events", "/sources", "/users", "/nodes/entries", "/nodes/views",
			"/automations/event-trigger" })
	@DisplayName("lists have pages, and can be sorted")
	void listsHavePages(String path) {
		JsonNode page = api.get("/configuration" + path, "page", "0", "size", "1", "sort", "id,desc").json();
		assertThat(page.path("page").propertyNames()).containsExactlyInAnyOrder("size", "totalElements", "totalPages",
				"number");
		assertThat(page.at("/page/size").intValue()).isOne();
		assertThat(page.path("elements").size()).isEqualTo(Math.min(1, page.at("/page/totalElements").intValue()));
		assertThat(api.get("/configuration" + path, "size", "51").status()).isEqualTo(400);
	}

	static Stream<List<String>> readers() {
		return Stream.of(List.of("", "report"), List.of("/unique-customer-matching-policy", "report user"),
				List.of("/sources/priority", "report user guest"), List.of("/nodes/node-hierarchy", "report"),
				List.of("/properties/base", "report user guest source"),
				List.of("/properties/extended", "report user guest source"), List.of("/events", "report user guest"),
				List.of("/sources", "report user guest"), List.of("/users", "report"),
				List.of("/nodes/entries", "report user guest"), List.of("/nodes/views", "report user guest"),
				List.of("/automations/event-trigger", "report"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readers")
	@DisplayName("administrators change everything, and others read what ContactHub documents")
	void scopesAreKept(List<String> pathAndReaders) {
		String path = "/configuration" + pathAndReaders.get(0);
		for (String token : List.of("user", "guest", "source", "page", "report")) {
			ApiClient client = client(token);
			boolean permitted = List.of(pathAndReaders.get(1).split(" ")).contains(token);
			assertThat(client.get(path).status()).as(token).isEqualTo(permitted ? 200 : 403);
			assertThat(client.put(path, "{}").status()).as(token).isIn(403, 405);
			assertThat(client.post(path, "{}").status()).as(token).isIn(403, 405);
		}
	}

	@Test
	@DisplayName("administrators alone see the tokens of sources")
	void tokensAreHidden() {
		String id = EmulatorSettings.SOURCE_ID;
		for (String token : List.of("user", "guest", "report")) {
			assertThat(client(token).get("/configuration/sources/" + id).text()).contains(id).doesNotContain("token");
			assertThat(client(token).get("/configuration/sources").text()).contains(id).doesNotContain("token");
		}
		assertThat(get("/sources/" + id).json().has("token")).isTrue();
	}

	@Test
	@DisplayName("everything is as it was at the start after a reset, tokens too")
	void resetBringsBack() {
		Map<String, String> before = state();
		change("", "'name':'x'");
		put("/unique-customer-matching-policy", "{'properties':['externalId']}");
		put("/properties/base/dob", "{'enabled':false}");
		put("/properties/extended", "{'maxProperties':1}");
		change("/events/loggedIn", "'enabled':false");
		post("/nodes/entries", "{'name':'x'}");
		post("/nodes/views", "{'name':'x'}");
		post("/automations/event-trigger", "{'name':'x'}");
		post("/sources", "{'provider':'API','name':'x','properties':{},'nodes':[]}");
		post("/sources/" + EmulatorSettings.SOURCE_ID + "/refresh-token", "{}");
		put("/nodes/node-hierarchy", "{'tree':{'id':'second'}}");
		Map<String, String> changed = state();
		assertThat(changed).allSatisfy((path, text) -> assertThat(text).isNotEqualTo(before.get(path)));
		emulator.reset();
		assertThat(state()).isEqualTo(before);
	}

	private static Map<String, String> state() {
		Map<String, String> state = new LinkedHashMap<>();
		readers().map((reader) -> reader.get(0)).forEach((path) -> state.put(path, get(path).text()));
		state.put("/events", get("/events/loggedIn").text());
		return state;
	}

	private static ApiClient client(String token) {
		return new ApiClient(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId(), token);
	}

}
