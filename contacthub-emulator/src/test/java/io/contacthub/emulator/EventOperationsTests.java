package io.contacthub.emulator;

import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operations on events.
 */
@DisplayName("Where the emulator takes events,")
class EventOperationsTests extends AbstractEmulatorTests {

	private String customer;

	@BeforeEach
	void createCustomer() {
		this.customer = createId("'externalId':'1'");
	}

	@Test
	@DisplayName("an event is accepted and can be read with all members")
	void eventIsAccepted() {
		Response accepted = post("'type':'viewedPage','context':'WEB','date':'2017-04-03T13:47:23.093Z',"
				+ "'properties':{'title':'T'},'contextInfo':{'client':{'ip':'10.0.0.1','userAgent':'test'}}");
		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.json().propertyNames()).containsExactly("id");
		Response read = api.get("/events/" + accepted.id());
		assertThat(read.status()).isEqualTo(200);
		assertThat(((ObjectNode) read.json()).without(List.of("registeredAt", "updatedAt"))).isEqualTo(ApiClient
			.json("{'id':'" + accepted.id() + "','customerId':'" + this.customer + "','bringBackProperties':null,"
					+ "'type':'viewedPage','context':'WEB','date':'2017-04-03T13:47:23.093+0000',"
					+ "'properties':{'title':'T'},'contextInfo':{'client':{'ip':'10.0.0.1','userAgent':'test'}},"
					+ "'tracking':null}"));
	}

	@Test
	@DisplayName("date and client are completed from the request")
	void eventIsCompleted() {
		String id = post("'type':'loggedIn','context':'WEB','properties':{}").id();
		Response read = api.get("/events/" + id);
		assertThat(read.at("/date")).isEqualTo(read.at("/registeredAt"));
		assertThat(read.at("/contextInfo/client/ip").stringValue()).isEqualTo("127.0.0.1");
		assertThat(read.at("/contextInfo/client/userAgent").stringValue()).startsWith("Java-http-client");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("an event outside the schema is refused with the place")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			'context':'WEB','properties':{}                                            | /type
			'type':'loggedIn','properties':{}                                          | /context
			'type':'loggedIn','context':'WEB'                                          | /properties
			'type':'loggedIn','context':'PHONE','properties':{}                        | /context
			'type':'loggedIn','context':'WEB','properties':{},'mode':'ACTIVE'          | /mode
			'type':'loggedIn','context':'WEB','properties':{},'date':'2017-01-01'      | /date
			'type':'loggedIn','context':'WEB','properties':{},'tracking':{'utm':'x'}   | /tracking/utm
			""")
	void invalidEventIsRefused(String members, String path) {
		Response response = post(members.strip());
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors").size()).isEqualTo(1);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path.strip());
	}

	@Test
	@DisplayName("an event needs a customer or the properties to find one")
	void eventNeedsCustomer() {
		assertThat(api.post("/events", "{'type':'loggedIn','context':'WEB','properties':{}}").status()).isEqualTo(400);
		Response incomplete = api.post("/events",
				"{'type':'loggedIn','context':'WEB','properties':{},'bringBackProperties':{'type':'SESSION_ID','value':''}}");
		assertThat(incomplete.status()).isEqualTo(400);
		assertThat(incomplete.at("/errors").size()).isEqualTo(2);
	}

	@Test
	@DisplayName("an event of an unknown customer is accepted and never seen")
	void eventOfUnknownCustomerIsDropped() {
		Response response = api.post("/events",
				"{'customerId':'123','type':'loggedIn','context':'WEB','properties':{}}");
		assertThat(response.status()).isEqualTo(202);
		assertThat(api.get("/events/" + response.id()).status()).isEqualTo(404);
		assertThat(types("nodeId", node())).isEmpty();
	}

	@Test
	@DisplayName("a list is filtered by customer, node, types, contexts, mode and period")
	void listIsFiltered() {
		post("'type':'loggedIn','context':'WEB','properties':{},'date':'2017-01-01T00:00:00Z'");
		post("'type':'campaignSent','context':'DIGITAL_CAMPAIGN','properties':{},'date':'2017-02-01T00:00:00Z'");
		post("'type':'viewedPage','context':'MOBILE','properties':{},'date':'2017-03-01T00:00:00Z'");
		assertThat(types("customerId", this.customer)).containsExactly("loggedIn", "campaignSent", "viewedPage");
		assertThat(types("nodeId", node())).hasSize(3);
		assertThat(types("customerId", "other")).isEmpty();
		assertThat(types("customerId", this.customer, "type", "loggedIn,viewedPage")).containsExactly("loggedIn",
				"viewedPage");
		assertThat(types("customerId", this.customer, "context", "MOBILE,DIGITAL_CAMPAIGN"))
			.containsExactly("campaignSent", "viewedPage");
		assertThat(types("customerId", this.customer, "mode", "PASSIVE")).containsExactly("campaignSent");
		assertThat(types("customerId", this.customer, "mode", "ACTIVE")).containsExactly("loggedIn", "viewedPage");
		assertThat(types("customerId", this.customer, "dateFrom", "2017-01-15T00:00:00+00:00"))
			.containsExactly("campaignSent", "viewedPage");
		assertThat(types("customerId", this.customer, "dateTo", "2017-02-01T00:00:00.000Z")).containsExactly("loggedIn",
				"campaignSent");
		assertThat(types("customerId", this.customer, "sort", "date,desc", "size", "2")).containsExactly("viewedPage",
				"campaignSent");
	}

	@Test
	@DisplayName("a filter that cannot be read is refused")
	void badFilterIsRefused() {
		assertThat(api.get("/events", "customerId", this.customer, "mode", "LOUD").status()).isEqualTo(400);
		assertThat(api.get("/events", "customerId", this.customer, "dateFrom", "yesterday").status()).isEqualTo(400);
		assertThat(api.get("/events", "nodeId", "n1").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("a replaced event keeps its customer")
	void eventIsReplaced() {
		String id = post("'type':'loggedIn','context':'WEB','properties':{}").id();
		ObjectNode document = (ObjectNode) api.get("/events/" + id).json();
		document.put("context", "MOBILE").remove("customerId");
		Response response = api.put("/events/" + id, document.toString());
		assertThat(response.status()).isEqualTo(202);
		assertThat(response.at("/context").stringValue()).isEqualTo("MOBILE");
		assertThat(api.get("/events/" + id).at("/customerId").stringValue()).isEqualTo(this.customer);
		assertThat(api.put("/events/" + id, document.deepCopy().put("id", "1").toString()).status()).isEqualTo(400);
		assertThat(api.put("/events/1", document.toString()).status()).isEqualTo(404);
		document.remove("updatedAt");
		assertThat(api.put("/events/" + id, document.toString()).at("/errors/0/path").stringValue())
			.isEqualTo("/updatedAt");
	}

	@Test
	@DisplayName("a deleted event is gone")
	void eventIsDeleted() {
		String id = post("'type':'loggedIn','context':'WEB','properties':{}").id();
		Response response = api.delete("/events/" + id);
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.text()).isEmpty();
		assertThat(api.get("/events/" + id).status()).isEqualTo(404);
		assertThat(api.delete("/events/" + id).status()).isEqualTo(404);
	}

	private Response post(String members) {
		return api.post("/events", "{'customerId':'" + this.customer + "'," + members + "}");
	}

	private static List<String> types(String... parameters) {
		Response response = api.get("/events", parameters);
		assertThat(response.status()).isEqualTo(200);
		return response.at("/elements").values().stream().map((event) -> event.path("type").stringValue()).toList();
	}

}
