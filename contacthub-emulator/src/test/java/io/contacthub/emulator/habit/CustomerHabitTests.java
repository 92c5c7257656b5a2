package io.contacthub.emulator.habit;

import java.util.List;

import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ways in which programs create, change, replace and delete customers.
 */
@DisplayName("A customer")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class CustomerHabitTests extends AbstractHabitTests {

	private static final String TAGS = ",'tags':{'auto':['magic'],'manual':['foo','bar']}";

	private static Answer read(ApiUser user, String id) {
		Answer answer = wire.send(user, "GET", "customers/" + id);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer;
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(ApiUser.class)
	@DisplayName("is created, read and deleted, and unknown then")
	void customerLives(ApiUser user) {
		String id = create(user, ",'externalId':'1','extra':'x','enabled':true" + TAGS + ",'extended':{'n':1}");
		assertThat(read(user, id).json())
			.isEqualTo(wire.send(user, "GET", "customers/" + id + "?nodeId={node}").json());
		Answer deleted = wire.send(user, "DELETE", "customers/" + id);
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.text()).isEmpty();
		assertThat(wire.send(user, "GET", "customers/" + id).status()).isEqualTo(404);
		assertThat(wire.send(user, "DELETE", "customers/" + id).status()).isEqualTo(404);
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(names = { "NODE", "DOTNET" })
	@DisplayName("is deleted with its node named")
	void customerIsDeletedWithNode(ApiUser user) {
		String id = create(user, "");
		assertThat(wire.send(user, "DELETE", "customers/" + id + "?nodeId={node}").status()).isEqualTo(200);
		assertThat(wire.send(user, "GET", "customers/" + id).status()).isEqualTo(404);
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("without anything is refused")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON | {'nodeId':'{node}'}
			JAVA   | {'nodeId':'{node}'}
			NODE   | {'nodeId':'{node}','base':{}}
			PHP    | {'nodeId':'{node}','externalId':null,'base':null}
			""")
	void emptyCustomerIsRefused(ApiUser user, String body) {
		Answer answer = wire.send(user, "POST", "customers", body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().propertyNames()).contains("message", "logref", "data", "errors");
		assertThat(answer.at("/errors").valueStream()).isNotEmpty()
			.allSatisfy((error) -> assertThat(error.path("path").stringValue()).startsWith("/"));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("is changed in a part")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON  | {'base': {'contacts': {'phone': '1'}}}                                    | /base/contacts/phone
			JAVA    | {'base':{'contacts':{'phone':'1'}}}                                       | /base/contacts/phone
			NODE    | {'id':'{id}','base':{'contacts':{'phone':'1'}}}                           | /base/contacts/phone
			BROWSER | {'id':'{id}','externalId':'1'}                                            | /externalId
			MAGENTO | {'id':'{id}','extended':{'n':'1'}}                                        | /extended/n
			PHP     | {'extra':'1'}                                                             | /extra
			GO      | {'extra':'1'}                                                             | /extra
			DOTNET  | {'id':'{id}','base':{'address':{'city':'1'}}}                             | /base/address/city
			""")
	void partIsChanged(ApiUser user, String body, String pointer) {
		String id = create(user, TAGS);
		Answer changed = wire.send(user, "PATCH", "customers/" + id, body.replace("{id}", id));
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.at(pointer).stringValue()).isEqualTo("1");
		assertThat(changed.at("/base/firstName").stringValue()).isEqualTo("Ann");
		assertThat(changed.at("/base/contacts/email").stringValue()).isEqualTo("ann@example.com");
		assertThat(changed.at("/updatedAt").stringValue()).isGreaterThan(changed.at("/registeredAt").stringValue());
		assertThat(read(user, id).json()).isEqualTo(changed.json());
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("loses what is set to null")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON  | {'base': {'firstName': null}}
			BROWSER | {'base':{'firstName':null}}
			GO      | {'base':{'firstName':null}}
			""")
	void nullClears(ApiUser user, String body) {
		String id = create(user, "");
		assertThat(wire.send(user, "PATCH", "customers/" + id, body).at("/base/firstName").isNull()).isTrue();
		assertThat(read(user, id).at("/base/contacts/email").stringValue()).isEqualTo("ann@example.com");
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(names = { "PYTHON", "DOTNET", "GO", "MAGENTO", "SFRA" })
	@DisplayName("is not changed with a node, which programs take out for that")
	void nodeIsRefused(ApiUser user) {
		String id = create(user, "");
		Answer answer = wire.send(user, "PATCH", "customers/" + id, "{'nodeId':'{node}','extra':'x'}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors/0/path").stringValue()).isEqualTo("/nodeId");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("gets and loses tags")
	@CsvSource(delimiter = '|', textBlock = """
			JAVA   | {'tags':{'manual':['foo','bar','baz']}}                    | magic | foo bar baz
			JAVA   | {'tags':{'manual':['foo']}}                                | magic | foo
			PYTHON | {'tags': {'manual': ['foo', 'bar', 'foo']}}                | magic | foo bar foo
			DOTNET | {'tags':{'auto':['magic','more'],'manual':['foo','bar']}}  | magic more | foo bar
			""")
	void tagsArePatched(ApiUser user, String body, String auto, String manual) {
		String id = create(user, TAGS);
		JsonNode tags = wire.send(user, "PATCH", "customers/" + id, body).at("/tags");
		assertThat(texts(tags.path("auto"))).containsExactly(auto.split(" "));
		assertThat(texts(tags.path("manual"))).containsExactly(manual.split(" "));
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::stringValue).toList();
	}

	@Test
	@DisplayName("of Node.js is replaced by what that program keeps, and is enabled then")
	void nodeReplaces() {
		String id = create(ApiUser.NODE, TAGS + ",'enabled':false,'extra':'x'");
		Answer answer = wire.send(ApiUser.NODE, "PUT", "customers/" + id,
				"{'nodeId':'{node}','id':'" + id
						+ "','extra':'x','base':{'firstName':'Ann','contacts':{'email':'ann@example.com'}},"
						+ "'tags':{'auto':['magic'],'manual':['foo','bar','baz']}}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(texts(answer.at("/tags/manual"))).containsExactly("foo", "bar", "baz");
		assertThat(answer.at("/enabled").booleanValue()).isTrue();
	}

	@ParameterizedTest(name = "as {0} sends it back")
	@EnumSource(names = { "PHP", "JAVA", "PYTHON", "DOTNET" })
	@DisplayName("can be replaced by what was read")
	void whatWasReadCanBeSent(ApiUser user) {
		String id = create(user,
				TAGS + ",'consents':{'softSpam':{'email':{'status':true}}},'extended':{'a':{'b':[1]}}");
		ObjectNode document = (ObjectNode) read(user, id).json();
		assertThat(document.has("sourceInfo")).isTrue();
		switch (user) {
			case PYTHON -> {
				document.remove(List.of("registeredAt", "updatedAt"));
				((ObjectNode) document.path("base")).put("timezone", "Europe/Rome");
			}
			case JAVA -> {
				document.remove(List.of("enabled", "sourceInfo"));
				document.put("registeredAt", document.path("registeredAt").stringValue().replace("+0000", "Z"));
				document.put("updatedAt", document.path("updatedAt").stringValue().replace("+0000", "Z"));
			}
			case DOTNET -> document.remove(List.of("externalId", "extra", "sourceInfo"));
			default -> document.put("enabled", true);
		}
		((ObjectNode) document.path("base")).put("lastName", "Lee");
		Answer answer = wire.send(user, "PUT", "customers/" + id, document.toString());
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.at("/base/lastName").stringValue()).isEqualTo("Lee");
		assertThat(answer.at("/registeredAt")).isEqualTo(wire.send(user, "GET", "customers/" + id).at("/registeredAt"));
		assertThat(answer.at("/extended/a/b/0").intValue()).isEqualTo(1);
		assertThat(answer.at("/consents/softSpam/email/status").booleanValue()).isTrue();
		assertThat(texts(answer.at("/tags/manual"))).containsExactly("foo", "bar");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("has its dates in one form, however they were written")
	@CsvSource({ "JAVA, 2017-01-10T12:00:00.000Z, 1990-12-12", "NODE, 2017-01-10T12:00:00.000Z, 1990-12-12",
			"PYTHON, 2017-01-10T12:00:00Z, 1990-12-12", "DOTNET, 2017-01-10T12:00:00Z, 1990-12-12",
			"PHP, 2017-01-10T12:00:00+00:00, 1990-12-12", "PHP, 2017-01-10T14:00:00+02:00, 1990-12-12",
			"GO, 2017-01-10T12:00:00.000+0000, 1990-12-12", "MAGENTO, 2017-01-10T12:00:00.000+0000, 1990-12-12" })
	void datesAreUnderstood(ApiUser user, String time, String date) {
		String id = create(user, "");
		Answer answer = wire.send(user, "PATCH", "customers/" + id,
				"{'base':{'dob':'" + date + "','likes':[{'id':'1','createdTime':'" + time
						+ "'}]},'consents':{'disclaimer':{'date':'" + time + "'}}}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.at("/base/dob").stringValue()).isEqualTo(date);
		assertThat(answer.at("/base/likes/0/createdTime").stringValue()).isEqualTo("2017-01-10T12:00:00.000+0000");
		assertThat(answer.at("/consents/disclaimer/date").stringValue()).isEqualTo("2017-01-10T12:00:00.000+0000");
	}

	@Test
	@DisplayName("has its dates in that form also when they come with an entry, a replacement or a seed")
	void datesAreUnderstoodEverywhere() {
		String like = "{'id':'1','createdTime':'2017-01-10T14:00:00+02:00'}";
		String written = "2017-01-10T12:00:00.000+0000";
		String id = create(ApiUser.PHP, "");
		assertThat(wire.send(ApiUser.PHP, "POST", "customers/" + id + "/likes", like).at("/createdTime").stringValue())
			.isEqualTo(written);
		assertThat(read(ApiUser.JAVA, id).at("/base/likes/0/createdTime").stringValue()).isEqualTo(written);
		assertThat(wire.send(ApiUser.PHP, "PUT", "customers/" + id + "/likes/1", like).at("/createdTime").stringValue())
			.isEqualTo(written);
		Answer replaced = wire.send(ApiUser.PHP, "PUT", "customers/" + id, "{'id':'" + id
				+ "','nodeId':'{node}','base':{'contacts':{'email':'ann@example.com'},'likes':[" + like + "]}}");
		assertThat(replaced.at("/base/likes/0/createdTime").stringValue()).isEqualTo(written);
		seed("{'id':'bob','nodeId':'{node}','base':{'contacts':{'email':'bob@example.com'},'likes':[" + like + "]}}");
		assertThat(read(ApiUser.JAVA, "bob").at("/base/likes/0/createdTime").stringValue()).isEqualTo(written);
	}

	@ParameterizedTest(name = "{0}, with {1}")
	@DisplayName("is created with letters in any form")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON | \\u00d6z \\ud83d\\ude00
			NODE   | Öz 😀
			PHP    | \\u00d6z \\ud83d\\ude00
			""")
	void lettersAreKept(ApiUser user, String name) {
		Answer answer = wire.send(user, "POST", "customers", "{'nodeId':'{node}','base':{'lastName':'" + name
				+ "','pictureUrl':'http:\\/\\/example.com\\/a.png','contacts':{'email':'oz@example.com'}}}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(answer.at("/base/lastName").stringValue()).isEqualTo("Öz 😀");
		assertThat(answer.at("/base/pictureUrl").stringValue()).isEqualTo("http://example.com/a.png");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("keeps numbers as they were sent")
	@CsvSource(delimiter = '|', textBlock = """
			JAVA | {'a':1.0,'b':9.007199254740992E15}
			NODE | {'a':1,'b':9007199254740993}
			GO   | {'a':0.1,'b':-12345678901234567890}
			""")
	void numbersAreKept(ApiUser user, String extended) {
		String id = create(user, ",'extended':" + extended);
		JsonNode kept = read(user, id).at("/extended");
		Wire.json(extended)
			.forEachEntry((name, number) -> assertThat(kept.path(name).decimalValue()).as(name)
				.isEqualByComparingTo(number.decimalValue()));
	}

}
