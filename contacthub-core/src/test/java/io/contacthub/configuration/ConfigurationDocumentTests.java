package io.contacthub.configuration;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConfigurationDocument} and {@link BasePropertyRepository} on the wire.
 */
@DisplayName("What a workspace has one of")
class ConfigurationDocumentTests extends ConfigurationWireTests {

	private static final String SETTINGS = """
			{"name":"Shop","industry":"FASHION","logo":"https://example.com/logo.png","timezone":"Europe/Rome",
			"currency":"EUR","customerUniquenessPolicy":"MERGE","tier":3,"future":{"a":[1]}}""";

	private static final String SCHEMA = """
			{"type":"object","properties":{"points":{"type":"integer","maximum":1.10,
			"contactlabProperties":{"label":"Points","enabled":true,"mergePolicy":"MATH_SUM"}}}}""";

	@Test
	@DisplayName("are its settings, which are read")
	void getsSettings() {
		answer(200, SETTINGS);
		WorkspaceSettings settings = this.configuration.settings().get();
		verifyRequest(HttpMethod.GET, "");
		assertThat(settings.name()).isEqualTo("Shop");
		assertThat(settings.industry()).isEqualTo("FASHION");
		assertThat(settings.logo()).isEqualTo("https://example.com/logo.png");
		assertThat(settings.timezone()).isEqualTo(ZoneId.of("Europe/Rome"));
		assertThat(settings.currency()).isEqualTo("EUR");
		assertThat(settings.customerUniquenessPolicy()).isEqualTo(CustomerUniquenessPolicy.MERGE);
		assertThat(settings.tier()).isEqualTo(3);
		assertThat(settings.unknown()).containsOnlyKeys("future");
	}

	@Test
	@DisplayName("are its settings, which are replaced with all that was read")
	void replacesSettings() {
		answer(200, SETTINGS);
		ConfigurationDocument<WorkspaceSettings> settings = this.configuration.settings();
		WorkspaceSettings read = settings.get();
		server.resetRequests();
		answer(200, SETTINGS.replace("MERGE", "MY_OWN"));
		WorkspaceSettings replaced = settings
			.replace(read.withCustomerUniquenessPolicy(CustomerUniquenessPolicy.BLOCK).withLogo(null));
		verifyRequest(HttpMethod.PUT, "", """
				{"name":"Shop","industry":"FASHION","timezone":"Europe/Rome","currency":"EUR",
				"customerUniquenessPolicy":"BLOCK","tier":3,"future":{"a":[1]}}""");
		assertThat(replaced.customerUniquenessPolicy()).isEqualTo(CustomerUniquenessPolicy.of("MY_OWN"));
	}

	@Test
	@DisplayName("is its policy of matching, which is read")
	void getsMatchingPolicy() {
		answer(200, "{\"properties\":[\"base.contacts.email\",\"externalId\"],\"caseSensitive\":false}");
		MatchingPolicy policy = this.configuration.matchingPolicy().get();
		verifyRequest(HttpMethod.GET, "/unique-customer-matching-policy");
		assertThat(policy.properties()).containsExactly("base.contacts.email", "externalId");
		assertThat(policy.caseSensitive()).isFalse();
	}

	@Test
	@DisplayName("is its policy of matching, which is replaced, or refused as ContactHub says")
	void replacesMatchingPolicy() {
		answer(200, "{\"properties\":[\"externalId\"],\"caseSensitive\":true}");
		MatchingPolicy policy = MatchingPolicy.builder().properties("externalId").caseSensitive(true).build();
		assertThat(this.configuration.matchingPolicy().replace(policy)).isEqualTo(policy);
		verifyRequest(HttpMethod.PUT, "/unique-customer-matching-policy",
				"{\"properties\":[\"externalId\"],\"caseSensitive\":true}");
		answer(400,
				"{\"message\":\"policy is not valid\",\"errors\":[{\"message\":\"m\",\"path\":\"/properties/0\"}]}");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.configuration.matchingPolicy().replace(policy))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().errors().get(0).path())
				.isEqualTo("/properties/0"));
	}

	@Test
	@DisplayName("is the priority of its sources, which is read and replaced in its order")
	void sourcePriority() {
		answer(200, "{\"priority\":[\"s2\",\"s1\"]}");
		assertThat(this.configuration.sourcePriority().get().priority()).containsExactly("s2", "s1");
		verifyRequest(HttpMethod.GET, "/sources/priority");
		answer(200, "{\"priority\":[\"s1\",\"s2\"]}");
		SourcePriority priority = SourcePriority.builder().priority("s1", "s2").build();
		assertThat(this.configuration.sourcePriority().replace(priority)).isEqualTo(priority);
		verifyRequest(HttpMethod.PUT, "/sources/priority", "{\"priority\":[\"s1\",\"s2\"]}");
	}

	@Test
	@DisplayName("is the hierarchy of its nodes, which is read to its innermost node")
	void getsNodeHierarchy() {
		answer(200, """
				{"tree":{"id":"v1","children":[{"id":"n1"},{"id":"v2","children":[{"id":"n2","children":[]}]}],
				"nodePriority":["n2","n1"]}}""");
		HierarchyNode tree = this.configuration.nodeHierarchy().get().tree();
		verifyRequest(HttpMethod.GET, "/nodes/node-hierarchy");
		assertThat(tree.id()).isEqualTo("v1");
		assertThat(tree.nodePriority()).containsExactly("n2", "n1");
		assertThat(tree.children()).extracting(HierarchyNode::id).containsExactly("n1", "v2");
		assertThat(tree.children().get(1).children().get(0).id()).isEqualTo("n2");
	}

	@Test
	@DisplayName("is the hierarchy of its nodes, which is replaced")
	void replacesNodeHierarchy() {
		String json = "{\"tree\":{\"id\":\"v1\",\"children\":[{\"id\":\"n1\",\"children\":[]}],\"nodePriority\":[\"n1\"]}}";
		answer(200, json);
		NodeHierarchy hierarchy = NodeHierarchy.builder()
			.tree((tree) -> tree.id("v1")
				.children(HierarchyNode.builder().id("n1").children(List.of()).build())
				.nodePriority("n1"))
			.build();
		assertThat(this.configuration.nodeHierarchy().replace(hierarchy)).isEqualTo(hierarchy);
		verifyRequest(HttpMethod.PUT, "/nodes/node-hierarchy", json);
	}

	@Test
	@DisplayName("are its base properties, which are listed without pages")
	void findsBaseProperties() {
		answer(200,
				"""
						{"elements":[{"name":"dob","description":"date of birth","enabled":true},{"name":"timezone","enabled":false}]}""");
		List<BaseProperty> properties = this.configuration.baseProperties().findAll();
		verifyRequest(HttpMethod.GET, "/properties/base");
		assertThat(properties).containsExactly(
				BaseProperty.builder().name("dob").description("date of birth").enabled(true).build(),
				BaseProperty.builder().name("timezone").enabled(false).build());
	}

	@Test
	@DisplayName("are its base properties, of which one is replaced by its name")
	void replacesBaseProperty() {
		String json = "{\"name\":\"a b/c\",\"description\":\"d\",\"enabled\":false,\"future\":1}";
		answer(200, json);
		BaseProperty property = new BaseProperty("a b/c", "d", true, JsonObject.of("future", 1));
		assertThat(this.configuration.baseProperties().replace(property.withEnabled(false)).enabled()).isFalse();
		verifyRequest(HttpMethod.PUT, "/properties/base/a%20b%2Fc", json);
	}

	@Test
	@DisplayName("is the schema of its extended properties, which is read as an object")
	void getsExtendedProperties() {
		answer(200, "{\"schema\":" + SCHEMA + "}");
		JsonObject schema = this.configuration.extendedProperties().get();
		verifyRequest(HttpMethod.GET, "/properties/extended");
		assertThat(schema.at("properties", "points", "contactlabProperties", "mergePolicy")).isEqualTo("MATH_SUM");
		assertThat(schema.at("properties", "points", "maximum")).hasToString("1.10");
	}

	@Test
	@DisplayName("is the schema of its extended properties, which may be a text that holds it")
	void getsExtendedPropertiesAsText() {
		answer(200, "{\"schema\":\"" + SCHEMA.replace("\"", "\\\"").replace("\n", "") + "\"}");
		JsonObject schema = this.configuration.extendedProperties().get();
		assertThat(schema.at("properties", "points", "contactlabProperties", "label")).isEqualTo("Points");
		assertThat(schema.at("properties", "points", "maximum")).hasToString("1.10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"schema\":null}", "{\"schema\":{}}", "{\"schema\":\"{}\"}" })
	@DisplayName("is the schema of its extended properties, an empty object when there is none")
	void getsNoExtendedProperties(String answer) {
		answer(200, answer);
		assertThat(this.configuration.extendedProperties().get()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "[]", "\"\"", "\"[]\"", "\"none\"", "\"{\"", "\"{} {}\"", "7", "\"null\"" })
	@DisplayName("is the schema of its extended properties, and a failure where it is none")
	void refusesOtherSchemas(String schema) {
		answer(200, "{\"schema\":" + schema + "}");
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.configuration.extendedProperties().get())
			.withMessage("GET /configuration/properties/extended failed: the answer cannot be used, "
					+ "its 'schema' is no JSON Schema")
			.satisfies(
					(ex) -> assertThat(((ContactHubFailure) ex).reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER));
	}

	@Test
	@DisplayName("is the schema of its extended properties, which is sent as it is and comes back in an envelope")
	void replacesExtendedProperties() {
		answer(200, "{\"schema\":{\"type\":\"object\"}}");
		JsonObject schema = JsonObject.of("type", "object", "properties", Map.of("points", Map.of("type", "integer")));
		assertThat(this.configuration.extendedProperties().replace(schema)).isEqualTo(Map.of("type", "object"));
		verifyRequest(HttpMethod.PUT, "/properties/extended",
				"{\"type\":\"object\",\"properties\":{\"points\":{\"type\":\"integer\"}}}");
	}

	@Test
	@DisplayName("is not sent when something is missing, or has no form in JSON")
	void refusesBeforeSending() {
		assertThatIllegalArgumentException().isThrownBy(() -> WorkspaceConfiguration.create(null))
			.withMessage("client is null: give the transport to the workspace");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.settings().replace(null))
			.withMessage("document is null: give what is to be stored");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.baseProperties().replace(null))
			.withMessageStartingWith("property is null");
		for (String name : new String[] { null, "", " " }) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.configuration.baseProperties()
					.replace(BaseProperty.builder().name(name).enabled(false).build()))
				.withMessageStartingWith("name of the property is missing");
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.configuration.baseProperties().replace(BaseProperty.builder().name("..").build()));
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.configuration.settings().replace(WorkspaceSettings.builder().name("half \ud800").build()))
			.withMessageContaining("half of a character");
		JsonObject broken = ContactHubJson.mapper().readValue("{\"title\":\"half \\ud800\"}", JsonObject.class);
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.extendedProperties().replace(broken))
			.withMessageContaining("'title' holds half of a character");
		JsonObject deep = nested(nested(JsonObject.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.extendedProperties().replace(deep))
			.withMessageContaining("'items' is nested more than 500 levels deep");
		verify(0, anyRequestedFor(anyUrl()));
	}

	private static JsonObject nested(JsonObject innermost) {
		Map<String, Object> schema = Map.of("items", innermost);
		for (int i = 0; i < 300; i++) {
			schema = Map.of("items", schema);
		}
		return JsonObject.copyOf(schema);
	}

}
