package io.contacthub.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the register of consents.
 */
@DisplayName("The register of consents of the emulator")
class ConsentLogOperationsTests extends AbstractEmulatorTests {

	private static final String EMAIL = "consents.marketing.automatic.email.";

	@Test
	@DisplayName("is empty at first")
	void isEmpty() {
		assertThat(api.get("/consent-logs").json()).isEqualTo(ApiClient.json("{'elements':[],'page':{'size':10,"
				+ "'totalElements':0,'totalUnfilteredElements':0,'totalPages':0,'number':0}}"));
	}

	@Test
	@DisplayName("has an entry for each value that has changed, and no other")
	void changes() {
		String id = createId("'externalId':'1','consents':{'disclaimer':{'version':'v1'},"
				+ "'marketing':{'automatic':{'email':{'status':true,'objection':null}}}}");
		api.patch("/customers/" + id, "{'extra':'x'}");
		api.patch("/customers/" + id,
				"{'consents':{'marketing':{'automatic':{'email':{'status':true,'limitation':true}}}}}");
		api.patch("/customers/" + id, "{'consents':{'marketing':{'automatic':{'email':"
				+ "{'status':false,'limitation':null,'objection':true}}}}}");
		assertThat(lines(api.get("/consent-logs", "size", "50"))).containsExactly(
				"1 DISCLAIMER_READ consents.disclaimer.version v1", "2 CONSENT_CHANGED " + EMAIL + "status true",
				"3 CONSENT_RESTRICTED " + EMAIL + "limitation true", "4 CONSENT_CHANGED " + EMAIL + "status false",
				"5 CONSENT_RESTRICTED " + EMAIL + "limitation null", "6 CONSENT_OBJECTED " + EMAIL + "objection true");
		Response entry = api.get("/consent-logs/2");
		assertThat(entry.json()).isEqualTo(ApiClient.json("{'id':2,'customerId':'" + id + "','date':'"
				+ api.get("/customers/" + id).at("/registeredAt").stringValue()
				+ "','type':'CONSENT_CHANGED','property':'" + EMAIL + "status','value':'true','sourceId':'"
				+ EmulatorSettings.SOURCE_ID + "','userId':null}"));
	}

	@Test
	@DisplayName("names the source that has changed a consent")
	void sources() {
		String consents = "'consents':{'profiling':{'online':{'status':%s}}}";
		String id = createId("'externalId':'1'," + consents.formatted("true"));
		Response source = api.post("/configuration/sources",
				"{'provider':'API','name':'till','properties':{},'nodes':[]}");
		ApiClient till = new ApiClient(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId(),
				source.at("/token").stringValue());
		till.patch("/customers/" + id, "{" + consents.formatted("false") + "}");
		assertThat(api.get("/consent-logs/1").at("/sourceId").stringValue()).isEqualTo(EmulatorSettings.SOURCE_ID);
		assertThat(api.get("/consent-logs/2").at("/sourceId").stringValue()).isEqualTo(source.id());
	}

	@Test
	@DisplayName("keeps the entries of a customer who was removed, which is no entry itself")
	void survives() {
		String id = createId("'externalId':'1','consents':{'profiling':{'online':{'status':true}}}");
		api.delete("/customers/" + id);
		assertThat(lines(api.get("/consent-logs", "customerId", id)))
			.containsExactly("1 CONSENT_CHANGED consents.profiling.online.status true");
		emulator.reset();
		assertThat(lines(api.get("/consent-logs"))).isEmpty();
	}

	@Test
	@DisplayName("is asked for by customer, type and property")
	void filters() {
		String consents = "'consents':{'marketing':{'automatic':{'email':{'status':true},'sms':{'objection':true}}}}";
		String first = createId("'externalId':'1'," + consents);
		createId("'externalId':'2'," + consents);
		assertThat(lines(api.get("/consent-logs", "customerId", first))).hasSize(2);
		assertThat(lines(api.get("/consent-logs", "customerId", "none"))).isEmpty();
		assertThat(lines(api.get("/consent-logs", "type", "CONSENT_OBJECTED"))).hasSize(2)
			.allMatch((line) -> line.endsWith("sms.objection true"));
		assertThat(lines(api.get("/consent-logs", "property", EMAIL + "status"))).hasSize(2);
		assertThat(lines(api.get("/consent-logs", "property", "consents.marketing"))).hasSize(4);
		assertThat(lines(api.get("/consent-logs", "property", "consents.market"))).isEmpty();
		assertThat(lines(api.get("/consent-logs", "property", EMAIL + "status", "customerId", first))).hasSize(1);
		assertThat(lines(api.get("/consent-logs", "sort", "property,desc", "customerId", first))).first()
			.asString()
			.contains("sms");
		Response page = api.get("/consent-logs", "size", "3", "page", "1");
		assertThat(lines(page)).hasSize(1);
		assertThat(page.at("/page/totalElements").intValue()).isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{'base':{'contacts':{'email':'a@example.com'}}}", "{'base.contacts.email':'a@example.com'}" })
	@DisplayName("is asked for by what is unique, nested or by its path")
	void uniqueKeys(String key) {
		createId("'externalId':'1','base':{'contacts':{'email':'a@example.com'}},"
				+ "'consents':{'profiling':{'online':{'status':true}}}");
		createId("'externalId':'2','base':{'contacts':{'email':'b@example.com'}},"
				+ "'consents':{'profiling':{'online':{'status':true}}}");
		assertThat(lines(api.get("/consent-logs", "uniqueKey", key.replace('\'', '"')))).hasSize(1);
		assertThat(lines(api.get("/consent-logs", "uniqueKey", "{}"))).isEmpty();
	}

	@Test
	@DisplayName("is asked for by days, both included")
	void days() {
		SettableClock clock = new SettableClock();
		try (ContactHubEmulator timed = ContactHubEmulator.builder().clock(clock).start()) {
			ApiClient client = ApiClient.of(timed);
			for (int day = 2; day <= 4; day++) {
				client.post("/customers", "{'nodeId':'" + timed.nodeId() + "','externalId':'" + day
						+ "','consents':{'profiling':{'online':{'status':true}}}}");
				clock.forward(Duration.ofDays(1));
			}
			assertThat(lines(client.get("/consent-logs", "startDate", "2026-01-03"))).hasSize(2);
			assertThat(lines(client.get("/consent-logs", "endDate", "2026-01-03"))).hasSize(2);
			assertThat(lines(client.get("/consent-logs", "startDate", "2026-01-03", "endDate", "2026-01-03")))
				.hasSize(1);
			assertThat(lines(client.get("/consent-logs", "endDate", "2026-01-01"))).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "type, OTHER", "startDate, soon", "endDate, 2026-13-01", "uniqueKey, a@example.com", "uniqueKey, 1",
			"size, 51", "sort, 'date,up'" })
	@DisplayName("is asked for as documented")
	void parameters(String name, String value) {
		assertThat(api.get("/consent-logs", name, value).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "x", "-1", "9999999999999999999999" })
	@DisplayName("may not have an entry")
	void unknown(String id) {
		Response response = api.get("/consent-logs/" + id);
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.at("/message").stringValue()).isEqualTo("consent log not found " + id);
	}

	private static List<String> lines(Response response) {
		assertThat(response.status()).isEqualTo(200);
		List<String> lines = new ArrayList<>();
		for (JsonNode entry : response.at("/elements")) {
			lines.add(entry.path("id").asString() + " " + entry.path("type").asString() + " "
					+ entry.path("property").asString() + " "
					+ (entry.path("value").isNull() ? "null" : entry.path("value").asString()));
		}
		return lines;
	}

}
