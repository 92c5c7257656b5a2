package io.contacthub.emulator;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for workspaces with schemas of their own.
 */
@DisplayName("In a workspace with JSON Schemas,")
class OwnSchemaTests {

	private static final String EXTENDED = """
			{"$schema":"http://api.contactlab.it/hub#","type":"object","additionalProperties":false,
			"required":["code"],"maxProperties":2,"properties":{
			"code":{"type":"integer","contactlabProperties":{"label":"Code","mergePolicy":"MATH_MAX"}},
			"since":{"type":"string","format":"datetime"},"size":{"type":"string"}}}""";

	private static final String TASTED = """
			{"type":"object","properties":{"wine":{"type":"string"}},"required":["wine"],"additionalProperties":false}""";

	private ContactHubEmulator emulator;

	private ApiClient api;

	@BeforeEach
	void start(@TempDir Path folder) throws IOException {
		this.emulator = ContactHubEmulator.builder()
			.extendedSchema(Files.writeString(folder.resolve("extended.json"), EXTENDED))
			.eventSchemas(Files.writeString(folder.resolve("tastedWine.json"), TASTED))
			.uniquenessPolicy(UniquenessPolicy.MERGE)
			.start();
		this.api = ApiClient.of(this.emulator);
	}

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("a customer is refused whose extended properties are not valid")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			'extended':{'code':'x'}                           | /extended/code
			'extended':{'since':'2017-03-02T12:12:53Z'}       | /extended/code
			'extended':{'code':null}                          | /extended/code
			'extended':{'code':1,'unheardOf':true}            | /extended/unheardOf
			'extended':{'code':1,'since':'soon'}              | /extended/since
			""")
	void customerIsRefused(String members, String path) {
		Response response = create("'externalId':'1'," + members);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path);
		String id = create("'externalId':'1'").id();
		Response replaced = this.api.put("/customers/" + id,
				"{'id':'" + id + "','nodeId':'" + this.emulator.nodeId() + "','externalId':'1'," + members + "}");
		assertThat(replaced.status()).isEqualTo(400);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.emulator.seed(new StringReader(
					("{'nodeId':'" + this.emulator.nodeId() + "'," + members + "}").replace('\'', '"'))))
			.withMessageStartingWith("line 1: " + path);
	}

	@Test
	@DisplayName("a change may leave out what is required, and is refused when it takes it away")
	void changeIsLookedAtAsAWhole() {
		String id = create("'extended':{'code':1,'since':'2017-03-02T12:12:53.074+0000'}").id();
		assertThat(this.api.patch("/customers/" + id, "{'extended':{'since':null}}").status()).isEqualTo(200);
		assertThat(this.api.patch("/customers/" + id, "{'extended':{'size':'L'}}").status()).isEqualTo(200);
		Response taken = this.api.patch("/customers/" + id, "{'extended':{'code':null}}");
		assertThat(taken.status()).isEqualTo(400);
		assertThat(taken.at("/errors/0/path").stringValue()).isEqualTo("/extended/code");
		assertThat(this.api.patch("/customers/" + id, "{'extended':{'since':'2017-03-02T12:12:53Z'}}").status())
			.isEqualTo(400);
		assertThat(this.api.get("/customers/" + id).at("/extended")).isEqualTo(ApiClient.json("{'code':1,'size':'L'}"));
		assertThat(this.api.patch("/customers/" + id, "{'externalId':'1','extended':null}").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("customers are not merged into one that is not valid")
	void mergedCustomerIsLookedAt() {
		create("'base':{'contacts':{'email':'a@example.com'}},'extended':{'code':1,'size':'L'}");
		Response merged = create("'base':{'contacts':{'email':'a@example.com'}},"
				+ "'extended':{'code':1,'since':'2017-03-02T12:12:53Z'}");
		assertThat(merged.status()).isEqualTo(400);
		assertThat(merged.at("/errors/0/path").stringValue()).isEqualTo("/extended");
	}

	@Test
	@DisplayName("events of an own type have the properties that its schema says")
	void eventsAreLookedAt() {
		String id = create("'externalId':'1'").id();
		Response refused = post(id, "'wine':1");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.at("/errors/0/path").stringValue()).isEqualTo("/properties/wine");
		assertThat(post(id, "").at("/errors/0/path").stringValue()).isEqualTo("/properties/wine");
		assertThat(post(id, "'wine':'w','a':1").at("/errors/0/path").stringValue()).isEqualTo("/properties/a");
		assertThat(post(id, "'wine':'w'").status()).isEqualTo(202);
	}

	private Response create(String members) {
		return this.api.post("/customers", "{'nodeId':'" + this.emulator.nodeId() + "'," + members + "}");
	}

	private Response post(String customerId, String properties) {
		return this.api.post("/events", "{'customerId':'" + customerId
				+ "','type':'tastedWine','context':'RETAIL','properties':{" + properties + "}}");
	}

}
