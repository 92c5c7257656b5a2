package io.contacthub.emulator;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for workspaces that are written as JSON Lines.
 */
@DisplayName("The JSON Lines of a workspace")
class ExportTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("are customers, sessions and events as the API answers them")
	void areAnswersOfTheApi() throws IOException {
		emulator.populate(3);
		String id = api.get("/customers", "nodeId", node()).at("/elements/1/id").stringValue();
		api.post("/customers/" + id + "/sessions", "{'value':'v'}");
		List<JsonNode> documents = documents(export(emulator));
		assertThat(documents.subList(0, 3))
			.isEqualTo(api.get("/customers", "nodeId", node()).at("/elements").values().stream().toList());
		assertThat(documents.get(3).propertyNames()).containsExactly("sessionId", "value", "customerId");
		assertThat(documents.subList(4, documents.size()))
			.isEqualTo(api.get("/events", "nodeId", node(), "size", "50").at("/elements").values().stream().toList());
	}

	@Test
	@DisplayName("are the same once the workspace was filled with them")
	void areTheSameAgain() throws IOException {
		fill(api, node());
		String first = export(emulator);
		emulator.reset();
		assertThat(export(emulator)).isEmpty();
		emulator.seed(new StringReader(first));
		assertThat(export(emulator)).isEqualTo(first);
		assertThat(first.lines()).hasSizeGreaterThan(30);
		assertThat(first).contains("\\uD800");
	}

	@Test
	@DisplayName("have events that wait, which then belong to the customer who takes the session")
	void eventsGoOnWaiting() throws IOException {
		fill(api, node());
		String first = export(emulator);
		emulator.reset();
		emulator.seed(new StringReader(first));
		String id = createId("'externalId':'late'");
		assertThat(total(api, id)).isZero();
		api.post("/customers/" + id + "/sessions", "{'value':'waiting'}");
		assertThat(total(api, id)).isEqualTo(1);
	}

	@Test
	@DisplayName("have customers and events that lists do not show yet")
	void delaysDoNotMatter() throws IOException {
		try (ContactHubEmulator late = ContactHubEmulator.builder()
			.nodeId(node())
			.eventDelay(Duration.ofHours(1))
			.indexDelay(Duration.ofHours(1))
			.uniqueProperties("base.contacts.email")
			.start()) {
			fill(ApiClient.of(late), node());
			String first = export(late);
			late.reset();
			late.seed(new StringReader(first));
			assertThat(export(late)).isEqualTo(first);
			assertThat(ApiClient.of(late).get("/customers", "nodeId", node()).at("/page/totalElements").intValue())
				.isGreaterThan(2);
		}
	}

	@ParameterizedTest
	@DisplayName("have no date that cannot be read again: one of another year in UTC is refused")
	@ValueSource(strings = { "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", "0000-12-31T23:59:59Z" })
	void datesCanBeReadAgain(String date) {
		String event = "{'customerId':'" + createId("'externalId':'1'")
				+ "','type':'loggedIn','context':'WEB','properties':{},'date':'";
		assertThat(api.post("/events", event + date + "'}").at("/errors/0/path").stringValue()).isEqualTo("/date");
		assertThat(api.post("/events", event + "9999-12-31T23:59:59Z'}").status()).isEqualTo(202);
	}

	@Test
	@DisplayName("are written one document after the other")
	void areStreamed() throws IOException {
		createId("'externalId':'Zoë 😀'");
		createId("'externalId':'2'");
		StringWriter flushed = new StringWriter();
		Writer writer = new Writer() {
			@Override
			public void write(char[] characters, int offset, int length) {
				assertThat(length).isLessThan(1500);
				flushed.write(characters, offset, length);
			}

			@Override
			public void flush() {
				flushed.write("flushed");
			}

			@Override
			public void close() {
				throw new IllegalStateException("Closed");
			}
		};
		emulator.export(writer);
		assertThat(flushed.toString()).contains("Zoë 😀").endsWith("}\nflushed");
	}

	/**
	 * Leaves a bit of everything: customers who lost things, events of each way, numbers
	 * and texts that are easily changed.
	 */
	private static void fill(ApiClient api, String node) {
		String id = post(api, "/customers", "{'nodeId':'" + node
				+ "','externalId':'1','extra':'\\ud800 \\u2028 \\\\ \\u0000',"
				+ "'base':{'firstName':'Zoë 😀','contacts':{'email':'a@example.com','otherContacts':[{'name':null}]},"
				+ "'address':{'geo':{'lat':45.460,'lon':9.1E+1}}},'extended':{'big':12345678901234567890,'one':1.0,"
				+ "'list':[null,{'a':null}],'empty':{}},'tags':{'manual':[]},'consents':{'softSpam':{'email':{'status':true}}}}");
		for (ItemKind kind : ItemKind.values()) {
			post(api, "/customers/" + id + "/" + kind.list(), "{'id':'1'}");
		}
		String emptied = post(api, "/customers",
				"{'nodeId':'" + node + "','base':{'contacts':{'email':'b@example.com'}},'enabled':false}");
		api.patch("/customers/" + emptied, "{'base':null}");
		post(api, "/customers/" + id + "/sessions", "{'value':'taken'}");
		String event = ",'type':'completedOrder','context':'RETAIL','properties':{'amount':{'total':10.50},"
				+ "'extraProperties':{'a':null}},'tracking':{'ga':{'utm_term':null}}}";
		post(api, "/events", "{'customerId':'" + id + "'" + event);
		for (String session : List.of("taken", "waiting")) {
			post(api, "/events", "{'bringBackProperties':{'type':'SESSION_ID','value':'" + session + "','nodeId':'"
					+ node + "'},'date':'2017-01-01T00:00:00+02:00'" + event);
		}
		post(api, "/events",
				"{'bringBackProperties':{'type':'EXTERNAL_ID','value':'unheard','nodeId':'" + node + "'}" + event);
		for (int number = 0; number < 30; number++) {
			post(api, "/events", "{'customerId':'" + emptied + "'" + event);
		}
	}

	private static String post(ApiClient api, String path, String body) {
		ApiClient.Response response = api.post(path, body);
		assertThat(response.status()).as(response.text()).isBetween(200, 202);
		return response.id();
	}

	private static int total(ApiClient api, String customerId) {
		return api.get("/events", "customerId", customerId).at("/page/totalElements").intValue();
	}

	private static List<JsonNode> documents(String lines) {
		return Stream.of(lines.split("\n")).map(ApiClient::json).toList();
	}

	private static String export(ContactHubEmulator emulator) throws IOException {
		StringWriter writer = new StringWriter();
		emulator.export(writer);
		return writer.toString();
	}

}
