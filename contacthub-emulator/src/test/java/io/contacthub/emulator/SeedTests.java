package io.contacthub.emulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for workspaces that are filled with JSON Lines.
 */
@DisplayName("A workspace that is filled with JSON Lines")
class SeedTests extends AbstractEmulatorTests {

	private static final String CUSTOMER = "{'id':'c1','nodeId':'<node>','base':{'contacts':{'email':'a@example.com'}}}";

	@Test
	@DisplayName("has the customers, events and sessions of the lines, in any order")
	void hasDocuments() {
		seed("{'id':'e1','customerId':'c1','type':'loggedIn','context':'WEB','properties':{}}",
				"{'sessionId':'s1','value':'v','customerId':'c1'}", CUSTOMER);
		assertThat(api.get("/customers/c1").at("/base/contacts/email").stringValue()).isEqualTo("a@example.com");
		assertThat(api.get("/customers/c1").at("/enabled").booleanValue()).isTrue();
		assertThat(api.get("/events/e1").at("/customerId").stringValue()).isEqualTo("c1");
		assertThat(api.get("/customers/c1/sessions/s1").at("/value").stringValue()).isEqualTo("v");
		assertThat(api.get("/events", "nodeId", node()).at("/page/totalElements").intValue()).isEqualTo(1);
		assertThat(api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue()).isEqualTo(1);
	}

	@Test
	@DisplayName("gives events that wait for a session to the customer who has it")
	void sessionTakesWaitingEvents() {
		api.post("/events", "{'bringBackProperties':{'type':'SESSION_ID','value':'v','nodeId':'" + node()
				+ "'},'type':'loggedIn','context':'WEB','properties':{}}");
		assertThat(api.get("/events", "nodeId", node()).at("/page/totalElements").intValue()).isZero();
		seed(CUSTOMER, "{'sessionId':'s1','value':'v','customerId':'c1'}");
		assertThat(api.get("/events", "customerId", "c1").at("/page/totalElements").intValue()).isOne();
	}

	@Test
	@DisplayName("tells how many documents came")
	void counts() {
		List<SeedDocument> documents = SeedReader.read(
				new StringReader(text(CUSTOMER, "{'customerId':'c1','type':'loggedIn','context':'WEB','properties':{}}",
						"{'customerId':'c1','type':'loggedOut','context':'WEB','properties':{}}",
						"{'value':'v','customerId':'c1'}")));
		assertThat(documents.stream().map(SeedDocument::kind)).containsExactly(SeedKind.CUSTOMER, SeedKind.EVENT,
				SeedKind.EVENT, SeedKind.SESSION);
	}

	@Test
	@DisplayName("keeps ids, dates, source and state, and writes dates as the API does")
	void keepsWhatTheServerWrites() {
		seed("{'id':'c1','nodeId':'<node>','externalId':'1','enabled':false,'registeredAt':'2017-03-02T12:12:53Z',"
				+ "'updatedAt':'2018-03-02T13:12:53.074+01:00','sourceInfo':{'registeredBy':'a','updatedBy':'b'}}",
				"{'id':'e1','customerId':'c1','type':'loggedIn','context':'WEB','properties':{},"
						+ "'date':'2017-01-01T00:00:00Z','registeredAt':'2017-01-02T00:00:00.000+0000'}");
		JsonNode customer = api.get("/customers/c1").json();
		assertThat(customer.at("/registeredAt").stringValue()).isEqualTo("2017-03-02T12:12:53.000+0000");
		assertThat(customer.at("/updatedAt").stringValue()).isEqualTo("2018-03-02T12:12:53.074+0000");
		assertThat(customer.at("/enabled").booleanValue()).isFalse();
		assertThat(customer.at("/sourceInfo")).isEqualTo(ApiClient.json("{'registeredBy':'a','updatedBy':'b'}"));
		JsonNode event = api.get("/events/e1").json();
		assertThat(event.at("/date").stringValue()).isEqualTo("2017-01-01T00:00:00.000+0000");
		assertThat(event.at("/registeredAt").stringValue()).isEqualTo("2017-01-02T00:00:00.000+0000");
		assertThat(event.at("/updatedAt").stringValue()).isEqualTo("2017-01-02T00:00:00.000+0000");
	}

	@Test
	@DisplayName("gives ids and dates to documents that have none")
	void makesWhatIsMissing() {
		seed("{'nodeId':'<node>','externalId':'1'}");
		JsonNode customer = api.get("/customers", "nodeId", node()).at("/elements/0");
		assertThat(customer.at("/id").stringValue()).hasSize(36);
		assertThat(DateFormats.dateTime(customer.at("/registeredAt").stringValue())).isNotNull();
		assertThat(customer.at("/updatedAt")).isEqualTo(customer.at("/registeredAt"));
		assertThat(customer.at("/sourceInfo/registeredBy").isString()).isTrue();
	}

	@Test
	@DisplayName("takes answers of the API, and whole pages of them")
	void takesAnswersOfTheApi() {
		String customer = "{'id':'c1','nodeId':'<node>','externalId':null,'extra':'extra',"
				+ "'registeredAt':'2017-03-09T11:31:31.842+0000','updatedAt':'2017-03-09T11:31:31.842+0000','enabled':true,"
				+ "'base':{'pictureUrl':null,'title':null,'prefix':null,'firstName':null,'lastName':null,'middleName':null,"
				+ "'gender':null,'dob':null,'locale':null,'timezone':null,'contacts':{'email':'e@example.com','fax':null,"
				+ "'mobilePhone':null,'phone':null,'otherContacts':[],'mobileDevices':[]},'address':null,'credential':null,"
				+ "'educations':[],'likes':[],'socialProfile':null,'jobs':[],'subscriptions':[]},'extended':null,"
				+ "'tags':{'manual':['manual'],'auto':['auto']}}";
		String event = "{'id':'e1','customerId':'c1','bringBackProperties':{'type':'EXTERNAL_ID','value':'02',"
				+ "'nodeId':'<node>'},'type':'viewedProductCategory','context':'IOT','date':'2017-04-03T13:47:23.093+0000',"
				+ "'properties':{'category':'category','extraProperties':{'a':null}},'contextInfo':{'client':"
				+ "{'userAgent':'a','ip':null,'localization':null}},'registeredAt':'2017-04-03T13:47:23.103+0000','tracking':null}";
		seed("{'elements':[" + customer + "],'page':{'size':10,'totalElements':1,'number':0}}",
				"{'elements':[" + event + "],'page':{'size':10,'totalElements':1,'number':0}}");
		assertThat(api.get("/customers/c1").at("/tags/auto/0").stringValue()).isEqualTo("auto");
		JsonNode stored = api.get("/events/e1").json();
		assertThat(stored.at("/bringBackProperties/value").stringValue()).isEqualTo("02");
		assertThat(stored.at("/properties/extraProperties/a").isNull()).isTrue();
		assertThat(stored.at("/contextInfo/client")).isEqualTo(ApiClient.json("{'userAgent':'a','localization':null}"));
	}

	@Test
	@DisplayName("gives events that bring back a session or an external id to their customer")
	void bringsBack() {
		seed("{'id':'e1','bringBackProperties':{'type':'SESSION_ID','value':'v','nodeId':'<node>'},'type':'loggedIn',"
				+ "'context':'WEB','properties':{}}",
				"{'id':'e2','bringBackProperties':{'type':'EXTERNAL_ID','value':'new','nodeId':'<node>'},'type':'loggedIn',"
						+ "'context':'WEB','properties':{}}",
				CUSTOMER, "{'value':'v','customerId':'c1'}");
		assertThat(api.get("/events/e1").at("/customerId").stringValue()).isEqualTo("c1");
		assertThat(api.get("/customers/" + api.get("/events/e2").at("/customerId").stringValue())
			.at("/externalId")
			.stringValue()).isEqualTo("new");
	}

	@ParameterizedTest
	@DisplayName("does not mind blank lines, a byte order mark and the line ends of any system")
	@ValueSource(strings = { "%s\n%s\n", "\uFEFF%s\n%s", "%s\r\n\r\n%s\r\n", "\n \t\n%s\n\n%s\n\n" })
	void lineEndsAreNoMatter(String format) {
		String second = CUSTOMER.replace("c1", "c2").replace("a@", "b@");
		emulator.seed(new StringReader(format.formatted(text(CUSTOMER), text(second))));
		assertThat(api.get("/customers", "nodeId", node()).at("/elements").findValuesAsString("id"))
			.containsExactly("c1", "c2");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("refuses a line that is not valid, and says where and why")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					[]                                                            | no JSON object, but []
					"true"                                                        | no JSON object, but true
					{'nodeId':                                                    | no JSON document that ends on its line, column
					{'nodeId':'<node>','externalId':'1'} {}                       | no JSON document that ends on its line, column
					{}                                                            | no customer (it has no nodeId), no event (no type and context)
					{'id':'x'}                                                    | no customer (it has no nodeId)
					{'externalId':'1'}                                            | /nodeId required property is missing
					{'nodeId':7,'externalId':'1'}                                 | /nodeId expected string that is not empty, was 7
					{'nodeId':'other','externalId':'1'}                           | /nodeId node not found other
					{'nodeId':'<node>'}                                           | /externalId one of externalId, base, extended is required
					{'nodeId':'<node>','base':{'contacts':{'email':'no'}}}        | /base/contacts/email expected email, was "no"
					{'nodeId':'<node>','base':{'dob':'1980-13-01'}}               | /base/dob expected date, was "1980-13-01"
					{'nodeId':'<node>','externalId':'1','registeredAt':'today'}   | /registeredAt expected date-time, was "today"
					{'nodeId':'<node>','externalId':'1','mood':'good'}            | /mood unknown property
					{'id':'','nodeId':'<node>','externalId':'1'}                  | /id expected string that is not empty, was ""
					{'id':'c0','nodeId':'<node>','externalId':'1'}                | /id another customer has the id c0
					{'id':'c1','nodeId':'<node>','externalId':'1'}                | /id another customer has the id c1
					{'nodeId':'<node>','base':{'contacts':{'email':'0@example.com'}}} | equals customer c0 in the unique properties
					{'nodeId':'<node>','base':{'contacts':{'email':'a@example.com'}}} | equals customer c1 in the unique properties
					{'type':'loggedIn','context':'WEB','properties':{}}           | one of customerId, bringBackProperties is required
					{'customerId':'c9','type':'loggedIn','context':'WEB','properties':{}} | /customerId there is no customer c9
					{'customerId':'c1','type':'loggedIn','properties':{}}         | /context required property is missing
					{'customerId':'c1','type':'whistled','context':'WEB','properties':{}} | /type unknown event type
					{'customerId':'c1','type':'loggedIn','context':'WEB','properties':{'a':1}} | /properties/a unknown property
					{'customerId':'c1','type':'loggedIn','context':'WEB','properties':null} | /properties required property is missing
					{'id':'e0','customerId':'c1','type':'loggedIn','context':'WEB','properties':{}} | /id another event has the id e0
					{'customerId':'c1','type':'loggedIn','context':'WEB','properties':{},'date':'1'} | /date expected date-time, was "1"
					{'bringBackProperties':{'type':'SESSION_ID','value':'v','nodeId':'other'},'type':'loggedIn','context':'WEB','properties':{}} | /bringBackProperties/nodeId node not found other
					{'sessionId':'s1','value':'v'}                                | /customerId required property is missing
					{'value':'v','customerId':'c9'}                               | /customerId there is no customer c9
					{'sessionId':'s0','value':'v','customerId':'c1'}              | /sessionId another session has the id s0
					{'elements':[{'nodeId':'<node>'}]}                            | element 1: /externalId one of externalId, base, extended is required
					""")
	void refusesInvalidLine(String line, String reason) {
		seed(CUSTOMER.replace("c1", "c0").replace("a@", "0@"), "{'sessionId':'s0','value':'v','customerId':'c0'}",
				"{'id':'e0','customerId':'c0','type':'loggedIn','context':'WEB','properties':{}}");
		String before = export();
		assertThatIllegalArgumentException().isThrownBy(() -> seed(CUSTOMER, "", line))
			.withMessageStartingWith("line 3")
			.withMessageContaining(reason);
		assertThat(export()).isEqualTo(before);
	}

	@Test
	@DisplayName("names the first few faults only")
	void namesFirstFaults() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> seed("{'nodeId':'<node>','a':1,'b':2}", "[]", "[]", "[]", "[]"))
			.withMessage(
					"line 2: no JSON object, but []; line 3: no JSON object, but []; line 4: no JSON object, but [];"
							+ " line 5: no JSON object, but []");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> seed("{'nodeId':'<node>','externalId':'1','a':1,'b':2}",
					"{'nodeId':'<node>','externalId':'1','a':1,'b':2,'c':3,'d':4,'e':5}"))
			.withMessage("line 1: /a unknown property; /b unknown property; line 2: /a unknown property;"
					+ " /b unknown property; /c unknown property");
	}

	@Test
	@DisplayName("refuses bytes that are not UTF-8, and takes those that are")
	void refusesOtherEncoding() {
		String line = text("{'nodeId':'<node>','externalId':'Zoë 😀'}\n");
		byte[] wrong = (line + line).replace("😀", "").getBytes(StandardCharsets.ISO_8859_1);
		assertThatIllegalArgumentException().isThrownBy(() -> SeedReader.read(new ByteArrayInputStream(wrong)))
			.withMessage("line 1: not UTF-8; line 2: not UTF-8");
		byte[] right = ("\uFEFF" + line).getBytes(StandardCharsets.UTF_8);
		assertThat(SeedReader.read(new ByteArrayInputStream(right))).singleElement()
			.satisfies(
					(document) -> assertThat(document.members().path("externalId").stringValue()).isEqualTo("Zoë 😀"));
	}

	@Test
	@DisplayName("refuses a line that does not end")
	void refusesEndlessLine() {
		StringReader endless = new StringReader("[\n" + "x".repeat(17 * 1024 * 1024) + "\n[]");
		assertThatIllegalArgumentException().isThrownBy(() -> emulator.seed(endless))
			.withMessageContaining("line 2: longer than 16777216 characters; line 3: no JSON object");
	}

	@ParameterizedTest
	@EnumSource(UniquenessPolicy.class)
	@DisplayName("has equal customers only where the policy does not look at them")
	void equalCustomersAreUpToThePolicy(UniquenessPolicy policy) {
		try (ContactHubEmulator other = ContactHubEmulator.builder().nodeId(node()).uniquenessPolicy(policy).start()) {
			StringReader equal = new StringReader(text(CUSTOMER, CUSTOMER.replace("c1", "c2")));
			if (policy == UniquenessPolicy.NO_CHECK) {
				other.seed(equal);
				assertThat(ApiClient.of(other).get("/customers", "nodeId", node()).at("/page/totalElements").intValue())
					.isEqualTo(2);
			}
			else {
				assertThatIllegalArgumentException().isThrownBy(() -> other.seed(equal))
					.withMessage("line 2: equals customer c1 in the unique properties, which the policy " + policy
							+ " forbids");
			}
		}
	}

	@Test
	@DisplayName("must have unique properties for new customers only, since a change may have taken them")
	void requiresUniquePropertiesOfNewCustomers() {
		try (ContactHubEmulator strict = ContactHubEmulator.builder()
			.nodeId(node())
			.uniqueProperties("base.contacts.email")
			.start()) {
			strict.seed(new StringReader(text(
					"{'id':'c1','nodeId':'<node>','externalId':'1','registeredAt':'2017-03-09T11:31:31.842+0000'}")));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> strict.seed(new StringReader(text("{'nodeId':'<node>','externalId':'2'}"))))
				.withMessage("line 1: /base/contacts/email unique customer property is required");
		}
	}

	private static void seed(String... lines) {
		emulator.seed(new StringReader(text(lines)));
	}

	private static String text(String... lines) {
		return String.join("\n", lines).replace('\'', '"').replace("<node>", node());
	}

	private static String export() {
		StringWriter writer = new StringWriter();
		try {
			emulator.export(writer);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return writer.toString();
	}

}
