package io.contacthub.emulator;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for segments, whose customers are found by their query.
 */
@DisplayName("Where the emulator keeps segments,")
class SegmentOperationsTests extends AbstractEmulatorTests {

	private static final String VIP = "{'type':'simple','name':'vip','future':[1.50],'are':{'condition':{'type':'atomic',"
			+ "'attribute':'tags.manual','operator':'IN','value':'vip'}}}";

	@Test
	@DisplayName("a segment is stored with its query as it came, read, listed, replaced and deleted")
	void segmentLives() {
		Response created = api.post("/segments", segment("Vip", VIP));
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.json().propertyNames()).containsExactly("id", "name", "query", "enabled", "createdAt",
				"updatedAt");
		assertThat(created.at("/query")).isEqualTo(ApiClient.json(VIP));
		assertThat(created.at("/enabled").booleanValue()).isTrue();
		assertThat(created.at("/createdAt").stringValue()).endsWith("+0000")
			.isEqualTo(created.at("/updatedAt").stringValue());
		String path = "/segments/" + created.id();
		assertThat(api.get(path).json()).isEqualTo(created.json());
		assertThat(api.get("/segments").at("/elements").values()).containsExactly(created.json());
		Response replaced = api.put(path, "{'id':'" + created.id() + "','name':'All','query':{'type':'simple'},"
				+ "'enabled':false,'createdAt':'2017-01-01T00:00:00Z'}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.at("/name").stringValue()).isEqualTo("All");
		assertThat(replaced.at("/query")).isEqualTo(ApiClient.json("{'type':'simple'}"));
		assertThat(replaced.at("/enabled").booleanValue()).isFalse();
		assertThat(replaced.at("/createdAt")).isEqualTo(created.at("/createdAt"));
		assertThat(api.get(path).json()).isEqualTo(replaced.json());
		Response deleted = api.delete(path);
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.json()).isEqualTo(replaced.json());
		assertThat(api.get("/segments").at("/page/totalElements").intValue()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'combined','conjunction':'UNION','queries':[%s]}",
			"{'type':'combined','conjunction':'INTERSECT','queries':[%s]}",
			"{'type':'combined','conjunction':'EXCEPT','queries':[{'type':'simple'},%s]}" })
	@DisplayName("a query may have any number of parts")
	void queryMayHaveManyParts(String query) {
		String id = createId("'externalId':'1','tags':{'manual':['vip']}");
		String part = query.contains("EXCEPT") ? VIP.replace("'vip'", "'other'") : VIP;
		String segment = api
			.post("/segments", segment("Many", query.formatted(String.join(",", Collections.nCopies(20_000, part)))))
			.id();
		assertThat(api.get("/segments/" + segment + "/customers", "nodeId", node(), "fields", "id")
			.at("/elements/0/id")
			.stringValue()).isEqualTo(id);
	}

	@Test
	@DisplayName("a segment that there is not is told by its id")
	void unknownSegmentIsTold() {
		String body = "{'id':'1','name':'Vip','query':" + VIP + "}";
		for (Response response : List.of(api.get("/segments/1"), api.put("/segments/1", body),
				api.delete("/segments/1"), api.get("/segments/1/customers", "nodeId", node(), "fields", "id"))) {
			assertThat(response.status()).isEqualTo(404);
			assertThat(response.at("/message").stringValue()).isEqualTo("segment not found 1");
		}
	}

	@ParameterizedTest
	@DisplayName("a segment that is not valid is refused with the place")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'query':{'type':'simple'}}                                            | /name
					{'name':'','query':{'type':'simple'}}                                  | /name
					{'name':'n'}                                                           | /query
					{'name':'n','query':'all'}                                             | /query
					{'name':'n','query':{}}                                                | /query/type
					{'name':'n','query':{'name':'n','query':{'type':'simple'}}}            | /query/type
					{'name':'n','query':{'type':'simple','are':{'condition':{'type':'atomic','attribute':'a','operator':'NEAR'}}}} | /query/are/condition/operator
					{'name':'n','query':{'type':'combined','conjunction':'UNION','queries':[]}} | /query/queries
					{'name':'n','query':{'type':'simple'},'enabled':'yes'}                 | /enabled
					{'name':'n','query':{'type':'simple'},'id':'1'}                        | /id
					{'name':'n','query':{'type':'simple'},'colour':'red'}                  | /colour
					""")
	void invalidSegmentIsRefused(String body, String place) {
		Response response = api.post("/segments", body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(place);
		assertThat(api.get("/segments").at("/page/totalElements").intValue()).isZero();
	}

	@Test
	@DisplayName("a segment is replaced under its own id")
	void replacementHasItsId() {
		String path = "/segments/" + api.post("/segments", segment("Vip", VIP)).id();
		assertThat(api.put(path, segment("Vip", VIP)).at("/errors/0/path").stringValue()).isEqualTo("/id");
		Response other = api.put(path, "{'id':'1','name':'Vip','query':" + VIP + "}");
		assertThat(other.status()).isEqualTo(400);
		assertThat(other.at("/errors/0/path").stringValue()).isEqualTo("/id");
	}

	@Test
	@DisplayName("segments are listed in pages, in their order or another, and by name")
	void segmentsAreListed() {
		for (int number = 0; number < 11; number++) {
			api.post("/segments", segment("s" + number % 10, VIP));
		}
		Response list = api.get("/segments");
		assertThat(names(list)).hasSize(10).startsWith("s0", "s1", "s2");
		assertThat(list.at("/page")).isEqualTo(
				ApiClient.json("{'size':10,'totalElements':11,'totalUnfilteredElements':0,'totalPages':2,'number':0}"));
		assertThat(names(api.get("/segments", "size", "2", "sort", "name,desc"))).containsExactly("s9", "s8");
		assertThat(names(api.get("/segments", "name", "s0"))).containsExactly("s0", "s0");
		assertThat(names(api.get("/segments", "name", "s"))).isEmpty();
		assertThat(api.get("/segments", "size", "51").status()).isEqualTo(400);
	}

	@Test
	@DisplayName("a segment that is spelled as the documentation does is in use or not as it says")
	void enableIsEnabled() {
		Response disabled = api.post("/segments", "{'name':'n','query':{'type':'simple'},'enable':false}");
		assertThat(disabled.at("/enabled").booleanValue()).isFalse();
		assertThat(disabled.json().has("enable")).isFalse();
		assertThat(api.post("/segments", "{'name':'n','query':{'type':'simple'},'enable':true}")
			.at("/enabled")
			.booleanValue()).isTrue();
	}

	@Test
	@DisplayName("customers come and go with what their query says of them")
	void customersComeAndGo() {
		String customers = "/segments/" + api.post("/segments", segment("Vip", VIP)).id() + "/customers";
		assertThat(externalIds(customers)).isEmpty();
		String ann = createId("'externalId':'ann','tags':{'manual':['vip']}");
		createId("'externalId':'bea','tags':{'manual':['new']}");
		assertThat(externalIds(customers)).containsExactly("ann");
		createId("'externalId':'cam','tags':{'manual':['vip']}");
		assertThat(externalIds(customers)).containsExactly("ann", "cam");
		api.patch("/customers/" + ann, "{'tags':{'manual':[]}}");
		assertThat(externalIds(customers)).containsExactly("cam");
	}

	@Test
	@DisplayName("customers are those of a node, with the fields that are asked for, in pages")
	void customersAreListed() {
		String customers = "/segments/" + api.post("/segments", segment("All", "{'type':'simple'}")).id()
				+ "/customers";
		String id = createId("'externalId':'1','base':{'firstName':'Ann'}");
		createId("'externalId':'2','base':{'firstName':'Bea'}");
		Response page = api.get(customers, "nodeId", node(), "fields", "base.firstName", "size", "1", "sort",
				"externalId,asc");
		assertThat(page.at("/elements/0/id").stringValue()).isEqualTo(id);
		assertThat(page.at("/elements/0/base/firstName").stringValue()).isEqualTo("Ann");
		assertThat(page.at("/elements/0/externalId").isNull()).isTrue();
		assertThat(page.at("/page/totalElements").intValue()).isEqualTo(2);
		Response withoutNode = api.get(customers, "fields", "id");
		assertThat(withoutNode.status()).isEqualTo(400);
		assertThat(withoutNode.at("/message").stringValue())
			.isEqualTo("Required String parameter 'nodeId' is not present");
		Response withoutFields = api.get(customers, "nodeId", node());
		assertThat(withoutFields.status()).isEqualTo(400);
		assertThat(withoutFields.at("/message").stringValue())
			.isEqualTo("Required String parameter 'fields' is not present");
		assertThat(api.get(customers, "nodeId", "n1", "fields", "id").at("/message").stringValue())
			.isEqualTo("node not found n1");
	}

	@Test
	@DisplayName("customers are found by what they did as well, each time anew")
	void customersAreFoundByEvents() {
		String condition = "{'type':'atomic','attribute':'date','operator':'IS_NOT_NULL'}";
		String customers = "/segments/" + api
			.post("/segments",
					segment("Active",
							"{'type':'simple','did':{'event':{'name':'loggedIn'},'condition':" + condition
									+ ",'timeframe':" + condition + "}}"))
			.id() + "/customers";
		String id = createId("'externalId':'ann'");
		assertThat(externalIds(customers)).isEmpty();
		assertThat(
				api.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'OTHER','properties':{}}")
					.status())
			.isEqualTo(202);
		assertThat(externalIds(customers)).containsExactly("ann");
	}

	@Test
	@DisplayName("a segment that is out of use has no customers")
	void disabledSegmentHasNoCustomers() {
		createId("'externalId':'ann','tags':{'manual':['vip']}");
		Response created = api.post("/segments", segment("Vip", VIP));
		String path = "/segments/" + created.id();
		assertThat(externalIds(path + "/customers")).containsExactly("ann");
		api.put(path, "{'id':'" + created.id() + "','name':'Vip','enabled':false,'query':" + VIP + "}");
		assertThat(externalIds(path + "/customers")).isEmpty();
		api.put(path, "{'id':'" + created.id() + "','name':'Vip','query':" + VIP + "}");
		assertThat(externalIds(path + "/customers")).containsExactly("ann");
	}

	@Test
	@DisplayName("customers are there when lists show them, and segments at once")
	void customersAreDelayed() {
		try (ContactHubEmulator slow = ContactHubEmulator.builder().indexDelay(Duration.ofHours(1)).start()) {
			ApiClient client = ApiClient.of(slow);
			assertThat(client
				.post("/customers", "{'nodeId':'" + slow.nodeId() + "','externalId':'1','tags':{'manual':['vip']}}")
				.status()).isEqualTo(201);
			String customers = "/segments/" + client.post("/segments", segment("Vip", VIP)).id() + "/customers";
			assertThat(client.get(customers, "nodeId", slow.nodeId(), "fields", "id").at("/elements").size()).isZero();
			slow.index();
			assertThat(client.get(customers, "nodeId", slow.nodeId(), "fields", "id").at("/elements").size())
				.isEqualTo(1);
		}
	}

	@Test
	@DisplayName("a reset leaves none, and another workspace has its own")
	void resetLeavesNone() {
		String path = "/segments/" + api.post("/segments", segment("Vip", VIP)).id();
		emulator.reset();
		assertThat(api.get(path).status()).isEqualTo(404);
		try (ContactHubEmulator two = ContactHubEmulator.builder().workspace("italy", "shop").start()) {
			ApiClient.of(two).post("/segments", segment("Vip", VIP));
			ApiClient italy = new ApiClient(two.baseUrl() + "/workspaces/italy", two.token());
			assertThat(italy.get("/segments").at("/page/totalElements").intValue()).isZero();
		}
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("tokens read and change segments by their scope")
	@CsvSource({ "ADMIN, 200, 201", "USER, 200, 201", "TRUSTED, 200, 201", "GUEST, 200, 403", "READ_ONLY, 200, 403",
			"UNTRUSTED, 403, 403", "PLATFORM_UPDATES, 403, 403", "DPO, 403, 403" })
	void tokensReadAndChange(TokenKind kind, int read, int write) {
		try (ContactHubEmulator other = ContactHubEmulator.builder().token("t", kind).start()) {
			String id = ApiClient.of(other).post("/segments", segment("Vip", VIP)).id();
			ApiClient client = new ApiClient(other.baseUrl() + "/workspaces/" + other.workspaceId(), "t");
			assertThat(client.get("/segments").status()).isEqualTo(read);
			assertThat(client.get("/segments/" + id).status()).isEqualTo(read);
			assertThat(client.get("/segments/" + id + "/customers", "nodeId", other.nodeId(), "fields", "id").status())
				.isEqualTo(read);
			assertThat(client.post("/segments", segment("Vip", VIP)).status()).isEqualTo(write);
			assertThat(client.put("/segments/" + id, "{'id':'" + id + "','name':'Vip','query':" + VIP + "}").status())
				.isEqualTo((write == 201) ? 200 : write);
			assertThat(client.delete("/segments/" + id).status()).isEqualTo((write == 201) ? 200 : write);
		}
	}

	private static String segment(String name, String query) {
		return "{'name':'" + name + "','query':" + query + "}";
	}

	private static List<String> names(Response response) {
		return response.at("/elements").values().stream().map((segment) -> segment.path("name").stringValue()).toList();
	}

	private static List<String> externalIds(String customers) {
		return api.get(customers, "nodeId", node(), "fields", "externalId")
			.at("/elements")
			.values()
			.stream()
			.map((customer) -> customer.path("externalId").stringValue())
			.toList();
	}

}
