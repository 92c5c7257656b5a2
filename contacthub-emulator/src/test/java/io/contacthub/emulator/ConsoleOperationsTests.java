package io.contacthub.emulator;

import java.time.Duration;
import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsoleOperations}.
 */
@DisplayName("Who looks into the emulator over HTTP")
class ConsoleOperationsTests {

	private final SettableClock clock = new SettableClock();

	private final ContactHubEmulator emulator = ContactHubEmulator.builder()
		.workspace("italy", "shop")
		.indexDelay(Duration.ofSeconds(30))
		.eventDelay(Duration.ofSeconds(30))
		.clock(this.clock)
		.start();

	private final ControlClient control = new ControlClient(this.emulator);

	private final ApiClient api = ApiClient.of(this.emulator);

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("sees customers as they are stored, whatever lists show, the last changed one first")
	void customersAreSeen() {
		String ada = create("'externalId':'1','base':{'firstName':'Ada','lastName':'Bianchi'},'extended':{'n':1.50}");
		this.clock.forward(Duration.ofMillis(1));
		String bruno = create("'externalId':'2','base':{'firstName':'Bruno'}");
		Response customers = this.control.get("customers");
		assertThat(customers.status()).isEqualTo(200);
		assertThat(ids(customers)).containsExactly(bruno, ada);
		assertThat(customers.at("/page")).isEqualTo(
				ApiClient.json("{'size':25,'totalElements':2,'totalUnfilteredElements':2,'totalPages':1,'number':0}"));
		this.clock.forward(Duration.ofMillis(1));
		this.api.patch("/customers/" + ada, "{'extra':'x'}");
		assertThat(ids(this.control.get("customers"))).containsExactly(ada, bruno);
		Response customer = this.control.get("customers/" + ada);
		assertThat(customer.status()).isEqualTo(200);
		assertThat(customer.text()).contains("\"n\":1.50").contains("\"extra\":\"x\"");
		assertThat(customer.json()).isEqualTo(this.control.get("customers").at("/elements/0"));
	}

	@ParameterizedTest
	@CsvSource({ "olga, 1", "BIANCHI olg, 1", "olga bruno, 0", "i, 2", "C000, 3", "'  ', 3", "milano 42.25, 1",
			"42.2, 1", "firstName, 0" })
	@DisplayName("finds customers by words in any of their values")
	void customersAreSearched(String search, int number) {
		create("'externalId':'C0001','base':{'firstName':'Olga','lastName':'Bianchi'}");
		create("'externalId':'C0002','base':{'address':{'city':'Milano'}},'extended':{'points':[7,42.25]}");
		create("'externalId':'C0003','base':{'firstName':'Bruno'}");
		Response found = this.control.get("customers", "search", search);
		assertThat(found.at("/page/totalElements").intValue()).isEqualTo(number);
		assertThat(found.at("/page/totalUnfilteredElements").intValue()).isEqualTo(3);
		assertThat(found.at("/elements")).hasSize(number);
	}

	@Test
	@DisplayName("turns pages")
	void pagesAreTurned() {
		this.emulator.populate(7);
		Response page = this.control.get("customers", "page", "2", "size", "3");
		assertThat(page.at("/elements")).hasSize(1);
		assertThat(page.at("/page")).isEqualTo(
				ApiClient.json("{'size':3,'totalElements':7,'totalUnfilteredElements':7,'totalPages':3,'number':2}"));
		assertThat(this.control.get("customers", "page", "9").at("/elements")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			customers | size  | 201  | size must be a number between 1 and 200, was 201
			customers | size  | 0    | size must be a number between 1 and 200, was 0
			events    | size  | many | size must be a number between 1 and 200, was many
			events    | page  | -1   | page must be a number between 0 and 1000000, was -1
			requests  | limit | 1001 | limit must be a number between 1 and 1000, was 1001
			""")
	@DisplayName("is told which pages there are not")
	void pagesAreBounded(String path, String name, String value, String message) {
		Response refused = this.control.get(path, name, value);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.at("/message").stringValue()).isEqualTo(message);
	}

	@Test
	@DisplayName("sees each workspace for itself")
	void workspacesAreApart() {
		create("'externalId':'1'");
		assertThat(this.control.get("customers", "workspace", this.emulator.workspaceId()).at("/elements")).hasSize(1);
		assertThat(this.control.get("customers", "workspace", "italy").at("/elements")).isEmpty();
		for (String path : List.of("customers", "events", "customers/1")) {
			Response missing = this.control.get(path, "workspace", "spain");
			assertThat(missing.status()).isEqualTo(404);
			assertThat(missing.at("/message").stringValue())
				.isEqualTo("There is no workspace spain, but " + this.emulator.workspaceId() + ", italy");
		}
	}

	@Test
	@DisplayName("is told of a customer that there is none")
	void customerIsMissing() {
		Response missing = this.control.get("customers/nobody");
		assertThat(missing.status()).isEqualTo(404);
		assertThat(missing.at("/message").stringValue()).isEqualTo("customer not found nobody");
	}

	@Test
	@DisplayName("sees all events, the newest first, and which cannot be read yet")
	void eventsAreSeen() {
		String customer = create("'externalId':'1'");
		String old = addEvent("'customerId':'" + customer + "','date':'2025-06-01T00:00:00.000Z'");
		this.clock.forward(Duration.ofSeconds(30));
		String recent = addEvent("'customerId':'" + customer + "'");
		String waiting = addEvent("'bringBackProperties':{'type':'SESSION_ID','value':'s','nodeId':'"
				+ this.emulator.nodeId() + "'},'date':'2024-06-01T00:00:00.000Z'");
		JsonNode events = this.control.get("events").at("/elements");
		assertThat(events.valueStream().map((event) -> event.at("/document/id").stringValue())).containsExactly(recent,
				old, waiting);
		assertThat(events.valueStream().map((event) -> event.path("visible").booleanValue())).containsExactly(false,
				true, false);
		assertThat(this.control.get("events", "customerId", customer).at("/page/totalElements").intValue())
			.isEqualTo(2);
		assertThat(this.control.get("events", "customerId", customer, "search", "2025-06")
			.at("/elements/0/document/id")
			.stringValue()).isEqualTo(old);
		this.emulator.index();
		assertThat(this.control.get("events")
			.at("/elements")
			.valueStream()
			.map((event) -> event.path("visible").booleanValue())).containsExactly(true, true, false);
	}

	@Test
	@DisplayName("sees the last requests of the API, each as a command")
	void requestsAreSeen() {
		String id = create("'externalId':'1'");
		this.api.get("/customers/" + id);
		this.api.get("/customers/nobody");
		this.control.get("info");
		JsonNode requests = this.control.get("requests").at("/elements");
		assertThat(requests.valueStream().map((request) -> request.path("status").intValue())).containsExactly(404, 200,
				201);
		JsonNode request = requests.get(1);
		assertThat(request.propertyNames()).containsExactly("id", "method", "url", "status", "at", "milliseconds",
				"curl");
		assertThat(request.path("method").stringValue()).isEqualTo("GET");
		assertThat(request.path("url").stringValue())
			.isEqualTo("/hub/v1/workspaces/" + this.emulator.workspaceId() + "/customers/" + id);
		assertThat(request.path("at").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
		assertThat(request.path("milliseconds").doubleValue()).isNotNegative();
		assertThat(request.path("curl").stringValue()).isEqualTo("curl 'http://localhost:" + this.emulator.port()
				+ request.path("url").stringValue() + "' -H 'Authorization: Bearer emulator-token-not-a-secret'");
		assertThat(this.control.get("requests", "limit", "1").at("/elements")).hasSize(1);
	}

	private String create(String members) {
		return this.api.post("/customers", "{'nodeId':'" + this.emulator.nodeId() + "'," + members + "}").id();
	}

	private String addEvent(String members) {
		Response response = this.api.post("/events",
				"{'type':'loggedIn','context':'WEB','properties':{}," + members + "}");
		assertThat(response.status()).isLessThan(300);
		return response.id();
	}

	private static List<String> ids(Response customers) {
		return customers.at("/elements").valueStream().map((customer) -> customer.path("id").stringValue()).toList();
	}

}
