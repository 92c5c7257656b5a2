package io.contacthub.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the models of a workspace.
 */
@DisplayName("The models of the emulator")
class ModelOperationsTests extends AbstractEmulatorTests {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("have the schema of the base properties, which accepts what the emulator accepts")
	void baseProperties() throws IOException {
		JsonNode schema = api.get("/models/properties/base").at("/schema");
		assertThat(schema.at("/properties/contacts/properties/email/contactlabProperties"))
			.isEqualTo(ApiClient.json("{'label':'email','enabled':true}"));
		assertThat(schema.at("/properties/likes/items/properties/id/contactlabProperties/label").stringValue())
			.isEqualTo("id");
		assertThat(schema.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(
				api.get("/customers/" + createId("'externalId':'1'")).at("/base").propertyNames());
		Schema read = read(schema);
		assertThat(read.accepts(ApiClient.json("{'firstName':'Ann','dob':'1990-01-02','gender':null,"
				+ "'contacts':{'email':'a@example.com'},'likes':[{'id':'1'}]}")))
			.isTrue();
		assertThat(read.accepts(ApiClient.json("{'dob':'soon'}"))).isFalse();
		assertThat(read.accepts(ApiClient.json("{'name':'Ann'}"))).isFalse();
		assertThat(read.accepts(ApiClient.json("{'likes':[{'name':'Jazz'}]}"))).isFalse();
	}

	@Test
	@DisplayName("tell which base properties are disabled")
	void disabled() {
		api.put("/configuration/properties/base/contacts", "{'enabled':false}");
		JsonNode properties = api.get("/models/properties/base").at("/schema/properties");
		assertThat(properties.at("/contacts/contactlabProperties/enabled").booleanValue()).isFalse();
		assertThat(properties.at("/contacts/properties/email/contactlabProperties/enabled").booleanValue()).isFalse();
		assertThat(properties.at("/dob/contactlabProperties/enabled").booleanValue()).isTrue();
	}

	@Test
	@DisplayName("have all contexts, with the schema of what an event says of each")
	void contexts() throws IOException {
		JsonNode elements = api.get("/models/contexts").at("/elements");
		assertThat(elements.valueStream().map((context) -> context.path("id").stringValue())).containsExactly("WEB",
				"MOBILE", "ECOMMERCE", "RETAIL", "SOCIAL", "DIGITAL_CAMPAIGN", "CONTACT_CENTER", "IOT", "OTHER");
		for (JsonNode context : elements) {
			assertThat(context.path("label").stringValue()).isNotBlank();
			Schema schema = read(context.path("propertiesSchema"));
			assertThat(schema.accepts(ApiClient.json("{'client':{'ip':'1.2.3.4'}}"))).isTrue();
			assertThat(schema.accepts(ApiClient.json("{'store':{'id':'1'}}")))
				.isEqualTo(List.of("ECOMMERCE", "RETAIL").contains(context.path("id").stringValue()));
		}
	}

	@Test
	@DisplayName("have all providers")
	void providers() {
		JsonNode elements = api.get("/models/providers").at("/elements");
		assertThat(elements).hasSize(11);
		assertThat(elements.at("/0/id").stringValue()).isEqualTo("API");
		assertThat(elements.at("/0/propertiesSchema"))
			.isEqualTo(ApiClient.json("{'allowedIPs':{'type':'array','items':{'type':'string','format':'ipv4'}}}"));
		assertThat(elements.at("/10")).isEqualTo(ApiClient.json(
				"{'id':'DOTNET_SDK','label':'SDK for .NET','description':'SDK for .NET'," + "'propertiesSchema':{}}"));
	}

	@Test
	@DisplayName("have all merge policies")
	void mergePolicies() {
		JsonNode elements = api.get("/models/merge-policies").at("/elements");
		assertThat(elements).hasSize(9);
		assertThat(elements.at("/0")).isEqualTo(ApiClient.json("{'id':'OBJ_PRIORITY','label':'Priority',"
				+ "'description':'Priority','supportedTypes':['string','object','number','array']}"));
	}

	private Schema read(JsonNode schema) throws IOException {
		return JsonSchema.read(Files.writeString(this.folder.resolve("schema.json"), schema.toString()));
	}

}
