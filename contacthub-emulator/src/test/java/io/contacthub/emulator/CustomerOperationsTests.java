package io.contacthub.emulator;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for creating, reading, changing and deleting one customer.
 */
@DisplayName("Where the emulator keeps customers,")
class CustomerOperationsTests extends AbstractEmulatorTests {

	private static final String DATE_TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000";

	@Test
	@DisplayName("a new customer has all members, unset ones as null or empty")
	void createdCustomerIsComplete() {
		Response response = create(
				"'extra':'extra','base':{'contacts':{'email':'e@example.com'}},'tags':{'manual':['manual']}");
		assertThat(response.status()).isEqualTo(201);
		ObjectNode customer = (ObjectNode) response.json();
		assertThat(customer.remove("id").stringValue()).matches("[0-9a-f-]{36}");
		assertThat(customer.remove("registeredAt").stringValue()).matches(DATE_TIME);
		assertThat(customer.remove("updatedAt").stringValue()).matches(DATE_TIME);
		assertThat(customer.remove("sourceInfo").isObject()).isTrue();
		assertThat(customer).isEqualTo(ApiClient.json("{'nodeId':'" + node() + """
				','externalId':null,'extra':'extra','enabled':true,
				'base':{'pictureUrl':null,'title':null,'prefix':null,'firstName':null,'lastName':null,
				 'middleName':null,'gender':null,'dob':null,'locale':null,'timezone':null,
				 'contacts':{'email':'e@example.com','fax':null,'mobilePhone':null,'phone':null,
				  'otherContacts':[],'mobileDevices':[]},
				 'address':null,'credential':null,'educations':[],'likes':[],'socialProfile':null,
				 'jobs':[],'subscriptions':[]},
				'extended':null,'consents':null,'tags':{'manual':['manual'],'auto':[]}}"""));
	}

	@Test
	@DisplayName("a created customer can be read at once and is the same document")
	void createdCustomerIsReadable() {
		Response created = create("'externalId':'1','extended':{'a':1.50,'b':null}");
		Response read = api.get("/customers/" + created.id());
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.json()).isEqualTo(created.json());
		assertThat(read.at("/base").has("firstName")).isTrue();
		assertThat(read.at("/base/firstName").isNull()).isTrue();
		assertThat(read.text()).contains("1.50");
	}

	@Test
	@DisplayName("a new customer was changed when it was registered, however long the request took")
	void registration() {
		AtomicLong milliseconds = new AtomicLong();
		try (ContactHubEmulator slow = ContactHubEmulator.builder()
			.clock(() -> Instant.ofEpochMilli(milliseconds.incrementAndGet()))
			.start()) {
			Response created = ApiClient.of(slow)
				.post("/customers", "{'nodeId':'" + slow.nodeId() + "','externalId':'1'}");
			assertThat(created.status()).isEqualTo(201);
			assertThat(created.at("/updatedAt")).isEqualTo(created.at("/registeredAt"));
		}
	}

	@Test
	@DisplayName("a customer without external id, base and extended is refused, and all three are named")
	void emptyCustomerIsRefused() {
		Response response = api.post("/customers", "{'nodeId':'" + node() + "'}");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo("source customer is not valid");
		assertThat(response.at("/errors").findValuesAsString("path")).containsExactly("/externalId", "/base",
				"/extended");
	}

	@Test
	@DisplayName("a customer needs a node, and a known one")
	void customerNeedsNode() {
		Response missing = api.post("/customers", "{'externalId':'1'}");
		assertThat(missing.status()).isEqualTo(400);
		assertThat(missing.at("/errors/0/path").stringValue()).isEqualTo("/nodeId");
		Response unknown = api.post("/customers", "{'nodeId':'n1','externalId':'1'}");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.at("/message").stringValue()).isEqualTo("node not found n1");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("members outside the schema and values of another form are refused with their place")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			'id':'1'                                              | /id
			'registeredAt':'2017-01-01T00:00:00.000Z'             | /registeredAt
			'surname':'x'                                         | /surname
			'enabled':'yes'                                       | /enabled
			'extra':{}                                            | /extra
			'base':{'name':'x'}                                   | /base/name
			'base':{'a/b~c':1}                                    | /base/a~1b~0c
			'base':{'firstName':1}                                | /base/firstName
			'base':{'dob':'1980-13-01'}                           | /base/dob
			'base':{'dob':'1980-01-01T00:00:00Z'}                 | /base/dob
			'base':{'locale':'italian'}                           | /base/locale
			'base':{'timezone':'Europe/Atlantis'}                 | /base/timezone
			'base':{'contacts':{'email':'nobody'}}                | /base/contacts/email
			'base':{'contacts':{'mobile':'1'}}                    | /base/contacts/mobile
			'base':{'contacts':{'otherContacts':['x']}}           | /base/contacts/otherContacts/0
			'base':{'contacts':{'mobileDevices':[{'type':'APN'}]}} | /base/contacts/mobileDevices/0/type
			'base':{'address':{'geo':{'lat':'1'}}}                | /base/address/geo/lat
			'base':{'educations':[{'schoolName':'n'}]}            | /base/educations/0/id
			'base':{'educations':[{'id':'1','startYear':'1994'}]} | /base/educations/0/startYear
			'base':{'jobs':[{'id':'1','startDate':'1994'}]}       | /base/jobs/0/startDate
			'base':{'likes':[{'id':'1','createdTime':'1994-02-11'}]} | /base/likes/0/createdTime
			'base':{'subscriptions':[{'id':'1','enable':true}]}   | /base/subscriptions/0/enable
			'tags':['a']                                          | /tags
			'tags':{'manual':[1]}                                 | /tags/manual/0
			'consents':{'marketing':{'email':{}}}                 | /consents/marketing/email
			'consents':{'softSpam':{'email':{'status':'yes'}}}    | /consents/softSpam/email/status
			""")
	void invalidMemberIsRefused(String members, String path) {
		Response response = create("'externalId':'1'," + members.strip());
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors").size()).isEqualTo(1);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path.strip());
		assertThat(response.at("/errors/0/message").isString()).isTrue();
		assertThat(response.at("/errors/0/code").isNull()).isTrue();
	}

	@ParameterizedTest
	@DisplayName("all forms of date-times are accepted")
	@ValueSource(strings = { "2017-01-10T00:00:00.000Z", "2017-01-10T00:00:00Z", "2017-01-10T00:00:00+00:00",
			"2017-01-10T00:00:00.000+0000" })
	void dateTimeIsAccepted(String text) {
		assertThat(create("'base':{'likes':[{'id':'1','createdTime':'" + text + "'}]}").status()).isEqualTo(201);
	}

	@Test
	@DisplayName("an unknown customer is not found")
	void unknownCustomerIsNotFound() {
		assertThat(api.get("/customers/123").status()).isEqualTo(404);
		assertThat(api.patch("/customers/123", "{}").status()).isEqualTo(404);
		assertThat(api.put("/customers/123", "{'id':'123','nodeId':'" + node() + "','externalId':'1'}").status())
			.isEqualTo(404);
		assertThat(api.delete("/customers/123").status()).isEqualTo(404);
		assertThat(api.get("/customers/123").at("/logref").isString()).isTrue();
	}

	@Test
	@DisplayName("a change merges objects, clears with null and replaces arrays")
	void patchMerges() {
		String id = createId("""
				'externalId':'1','base':{'firstName':'Ann','lastName':'Lee','contacts':{'email':'a@example.com',
				'phone':'1'},'likes':[{'id':'1'},{'id':'2'}]},'tags':{'manual':['a','b'],'auto':['c']},
				'extended':{'x':{'y':1,'z':2}}""");
		Response response = api.patch("/customers/" + id, """
				{'id':'ignored','base':{'lastName':null,'contacts':{'phone':null,'fax':'2'},'likes':[{'id':'3'}]},
				'tags':{'manual':['b']},'extended':{'x':{'y':null}}}""");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.id()).isEqualTo(id);
		assertThat(response.at("/externalId").stringValue()).isEqualTo("1");
		assertThat(response.at("/base/firstName").stringValue()).isEqualTo("Ann");
		assertThat(response.at("/base/lastName").isNull()).isTrue();
		assertThat(response.at("/base/contacts/email").stringValue()).isEqualTo("a@example.com");
		assertThat(response.at("/base/contacts/phone").isNull()).isTrue();
		assertThat(response.at("/base/contacts/fax").stringValue()).isEqualTo("2");
		assertThat(response.at("/base/likes"))
			.isEqualTo(ApiClient.json("[{'id':'3','category':null,'name':null,'createdTime':null}]"));
		assertThat(response.at("/tags")).isEqualTo(ApiClient.json("{'manual':['b'],'auto':['c']}"));
		assertThat(response.at("/extended")).isEqualTo(ApiClient.json("{'x':{'z':2}}"));
		assertThat(api.get("/customers/" + id).json()).isEqualTo(response.json());
	}

	@Test
	@DisplayName("a change of one consent keeps the others")
	void patchKeepsConsents() {
		String id = createId("'externalId':'1','consents':{'thirdPartyTransfer':{'profiling':{'status':true}}}");
		Response response = api.patch("/customers/" + id, "{'consents':{'softSpam':{'email':{'status':false}}}}");
		assertThat(response.at("/consents")).isEqualTo(ApiClient.json("""
				{'thirdPartyTransfer':{'profiling':{'status':true}},'softSpam':{'email':{'status':false}}}"""));
	}

	@Test
	@DisplayName("a change cannot name a node")
	void patchWithNodeIsRefused() {
		Response response = api.patch("/customers/" + createId("'externalId':'1'"), "{'nodeId':'" + node() + "'}");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo("/nodeId");
	}

	@Test
	@DisplayName("a replacement does not move a customer to another node")
	void putKeepsNode() {
		try (ContactHubEmulator other = ContactHubEmulator.builder().nodes("outlet").start()) {
			ApiClient client = ApiClient.of(other);
			String id = client.post("/customers", "{'nodeId':'" + other.nodeId() + "','externalId':'1'}").id();
			Response refused = client.put("/customers/" + id, "{'id':'" + id + "','nodeId':'outlet','externalId':'1'}");
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.at("/errors/0/path").stringValue()).isEqualTo("/nodeId");
		}
	}

	@Test
	@DisplayName("a replacement clears what it does not name")
	void putReplaces() {
		Response created = create(
				"'externalId':'1','enabled':false,'extra':'x','base':{'firstName':'Ann','lastName':'Lee'}");
		Response response = api.put("/customers/" + created.id(),
				"{'id':'" + created.id() + "','nodeId':'" + node() + "','base':{'firstName':'Bea','dob':null}}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.at("/base/firstName").stringValue()).isEqualTo("Bea");
		assertThat(response.at("/base/lastName").isNull()).isTrue();
		assertThat(response.at("/externalId").isNull()).isTrue();
		assertThat(response.at("/extra").isNull()).isTrue();
		assertThat(response.at("/enabled").booleanValue()).isTrue();
		assertThat(response.at("/registeredAt")).isEqualTo(created.at("/registeredAt"));
	}

	@Test
	@DisplayName("a document that was read can be sent back as replacement")
	void putAcceptsReadDocument() {
		Response created = create("'externalId':'1','base':{'contacts':{'email':'a@example.com'}}");
		Response response = api.put("/customers/" + created.id(), created.text());
		assertThat(response.status()).isEqualTo(200);
		assertThat(((ObjectNode) response.json()).without("updatedAt"))
			.isEqualTo(((ObjectNode) created.json()).without("updatedAt"));
	}

	@Test
	@DisplayName("a replacement needs the id of the path and the node")
	void putNeedsIds() {
		String id = createId("'externalId':'1'");
		assertThat(api.put("/customers/" + id, "{'nodeId':'" + node() + "','externalId':'1'}")
			.at("/errors/0/path")
			.stringValue()).isEqualTo("/id");
		assertThat(
				api.put("/customers/" + id, "{'id':'" + id + "','externalId':'1'}").at("/errors/0/path").stringValue())
			.isEqualTo("/nodeId");
		assertThat(api.put("/customers/" + id, "{'id':'2','nodeId':'" + node() + "','externalId':'1'}").status())
			.isEqualTo(400);
	}

	@Test
	@DisplayName("a deleted customer is gone together with its events")
	void deleteRemovesEvents() {
		String id = createId("'externalId':'1'");
		String event = api
			.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}")
			.id();
		Response response = api.delete("/customers/" + id);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.text()).isEmpty();
		assertThat(api.get("/customers/" + id).status()).isEqualTo(404);
		assertThat(api.get("/events/" + event).status()).isEqualTo(404);
	}

	@Test
	@DisplayName("a part of more than 64 KB is refused")
	void tooLargePartIsRefused() {
		Response response = create("'externalId':'1','extra':'" + "x".repeat(65536) + "'");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo("/extra");
		assertThat(create("'externalId':'1','extra':'" + "x".repeat(65534) + "'").status()).isEqualTo(201);
	}

}
