package io.contacthub.emulator;

import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions, and for events that find their customer by a session or by an
 * external id.
 */
@DisplayName("Where the emulator attaches sessions,")
class SessionOperationsTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("a session is attached, listed, read by its id and removed")
	void sessionLives() {
		String sessions = "/customers/" + createId("'externalId':'1'") + "/sessions";
		Response created = api.post(sessions, "{'value':'ses123'}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.json().propertyNames()).containsExactly("id", "value");
		assertThat(created.at("/value").stringValue()).isEqualTo("ses123");
		Response list = api.get(sessions);
		assertThat(list.json().propertyNames()).containsExactly("elements");
		assertThat(list.at("/elements").values()).containsExactly(created.json());
		assertThat(api.get(sessions + "/" + created.id()).json()).isEqualTo(created.json());
		assertThat(api.get(sessions + "/ses123").status()).isEqualTo(404);
		Response deleted = api.delete(sessions + "/" + created.id());
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.text()).isEmpty();
		assertThat(api.get(sessions).at("/elements").isEmpty()).isTrue();
		assertThat(api.delete(sessions + "/" + created.id()).status()).isEqualTo(404);
	}

	@Test
	@DisplayName("a customer who takes a session again keeps the one that is there")
	void sessionIsAttachedOnce() {
		String sessions = "/customers/" + createId("'externalId':'1'") + "/sessions";
		Response first = api.post(sessions, "{'value':'s'}");
		Response second = api.post(sessions, "{'value':'s'}");
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.json()).isEqualTo(first.json());
	}

	@Test
	@DisplayName("a session needs a value and a customer")
	void invalidSessionIsRefused() {
		String sessions = "/customers/" + createId("'externalId':'1'") + "/sessions";
		assertThat(api.post(sessions, "{}").at("/errors/0/path").stringValue()).isEqualTo("/value");
		assertThat(api.post(sessions, "{'value':'s','id':'1'}").status()).isEqualTo(400);
		assertThat(api.post("/customers/123/sessions", "{'value':'s'}").status()).isEqualTo(404);
		assertThat(api.get("/customers/123/sessions").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("a session brings the events before it and after it to the customer")
	void sessionAdoptsEvents() {
		String before = postEvent("SESSION_ID", "s");
		postEvent("SESSION_ID", "other");
		String id = createId("'externalId':'1'");
		assertThat(api.get("/events/" + before).status()).isEqualTo(404);
		assertThat(eventIds(id)).isEmpty();
		api.post("/customers/" + id + "/sessions", "{'value':'s'}");
		String after = postEvent("SESSION_ID", "s");
		assertThat(eventIds(id)).containsExactly(before, after);
		assertThat(api.get("/events/" + before).at("/customerId").stringValue()).isEqualTo(id);
		assertThat(api.get("/events/" + before).at("/bringBackProperties/value").stringValue()).isEqualTo("s");
	}

	@Test
	@DisplayName("the events of a session go to the customer who takes it last")
	void sessionMovesEvents() {
		String first = createId("'externalId':'1'");
		String second = createId("'externalId':'2'");
		String event = postEvent("SESSION_ID", "s");
		api.post("/customers/" + first + "/sessions", "{'value':'s'}");
		api.post("/customers/" + second + "/sessions", "{'value':'s'}");
		assertThat(eventIds(first)).isEmpty();
		assertThat(eventIds(second)).containsExactly(event);
		api.post("/customers/" + first + "/sessions", "{'value':'s'}");
		assertThat(eventIds(first)).containsExactly(event);
	}

	@Test
	@DisplayName("without its session an event waits again, and without its customer too")
	void removedSessionFindsNobody() {
		String id = createId("'externalId':'1'");
		String session = api.post("/customers/" + id + "/sessions", "{'value':'s'}").id();
		api.delete("/customers/" + id + "/sessions/" + session);
		String event = postEvent("SESSION_ID", "s");
		assertThat(api.get("/events/" + event).status()).isEqualTo(404);
		api.post("/customers/" + id + "/sessions", "{'value':'s'}");
		assertThat(eventIds(id)).containsExactly(event);
		api.delete("/customers/" + id);
		assertThat(api.get("/events/" + postEvent("SESSION_ID", "s")).status()).isEqualTo(404);
	}

	@Test
	@DisplayName("the session can be given with a creation, a change or a replacement")
	void customerOperationsTakeSession() {
		String created = postEvent("SESSION_ID", "s1");
		String changed = postEvent("SESSION_ID", "s2");
		String replaced = postEvent("SESSION_ID", "s3");
		String body = "'nodeId':'" + node() + "','externalId':'1'";
		String id = api.post("/customers?sessionId=s1", "{" + body + "}").id();
		api.patch("/customers/" + id + "?sessionId=s2", "{}");
		api.put("/customers/" + id + "?sessionId=s3", "{'id':'" + id + "'," + body + "}");
		assertThat(eventIds(id)).containsExactly(created, changed, replaced);
		assertThat(api.get("/customers/" + id + "/sessions").at("/elements").size()).isEqualTo(3);
	}

	@Test
	@DisplayName("an event of a known external id goes to that customer")
	void externalIdFindsCustomer() {
		String id = createId("'externalId':'ext'");
		String event = postEvent("EXTERNAL_ID", "ext");
		assertThat(eventIds(id)).containsExactly(event);
	}

	@Test
	@DisplayName("an event of an unknown external id creates an empty customer")
	void externalIdCreatesCustomer() {
		String event = postEvent("EXTERNAL_ID", "ext");
		JsonNode customers = api.get("/customers", "nodeId", node(), "externalId", "ext").at("/elements");
		assertThat(customers.size()).isEqualTo(1);
		assertThat(customers.at("/0/base").has("firstName")).isTrue();
		assertThat(eventIds(customers.at("/0/id").stringValue())).containsExactly(event);
		postEvent("EXTERNAL_ID", "ext");
		assertThat(api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue()).isEqualTo(1);
	}

	@Test
	@DisplayName("the id of the customer comes before the session, and the node must be known")
	void customerIdComesFirst() {
		String first = createId("'externalId':'1'");
		String second = createId("'externalId':'2'");
		api.post("/events", "{'customerId':'" + first + "'," + event("SESSION_ID", "s", node()) + "}");
		api.post("/customers/" + second + "/sessions", "{'value':'s'}");
		assertThat(eventIds(first)).hasSize(1);
		assertThat(eventIds(second)).isEmpty();
		assertThat(api.post("/events", "{" + event("EXTERNAL_ID", "1", "n1") + "}").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("the one source of a customer knows all of it")
	void sourceIsProfile() {
		String id = createId("'externalId':'1','base':{'firstName':'Ann'}");
		JsonNode source = api.get("/customers/" + id + "/sources").at("/elements/0");
		assertThat(source.at("/base/firstName").stringValue()).isEqualTo("Ann");
		assertThat(source.has("sourceInfo")).isFalse();
		String sources = "/customers/" + id + "/sources/";
		assertThat(api.get(sources + source.path("id").stringValue()).json()).isEqualTo(source);
		assertThat(api.get(sources + "1").status()).isEqualTo(404);
	}

	private static String postEvent(String type, String value) {
		Response response = api.post("/events", "{" + event(type, value, node()) + "}");
		assertThat(response.status()).isEqualTo(202);
		return response.id();
	}

	private static String event(String type, String value, String nodeId) {
		return "'type':'loggedIn','context':'WEB','properties':{},'bringBackProperties':{'type':'" + type
				+ "','value':'" + value + "','nodeId':'" + nodeId + "'}";
	}

	private static List<String> eventIds(String customerId) {
		return api.get("/events", "customerId", customerId)
			.at("/elements")
			.values()
			.stream()
			.map((event) -> event.path("id").stringValue())
			.toList();
	}

}
