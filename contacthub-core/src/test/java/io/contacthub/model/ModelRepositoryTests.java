package io.contacthub.model;

import java.util.List;

import io.contacthub.WireMockTests;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ModelRepository} on the wire.
 */
@DisplayName("The models of a workspace")
class ModelRepositoryTests extends WireMockTests {

	private static final String MODELS = WORKSPACE + "/models";

	private final ModelRepository models = this.node.workspace().models();

	@Test
	@DisplayName("have the schema of the base properties")
	void baseProperties() {
		answer(get(MODELS + "/properties/base"), """
				{"schema":{"type":"object","properties":{"dob":{"type":"string",
				"contactlabProperties":{"label":"dob","enabled":true}}}}}""");
		assertThat(this.models.findBaseProperties().schema().at("properties", "dob", "contactlabProperties"))
			.isEqualTo(JsonObject.of("label", "dob", "enabled", true));
		verify(1, getRequestedFor(urlEqualTo(MODELS + "/properties/base")).withHeader("Authorization",
				equalTo("Bearer t0ken")));
	}

	@Test
	@DisplayName("have the schema of the base properties also where it is a text, which it stays")
	void schemaIsText() {
		String json = "{\"schema\":\"{\\\"type\\\": \\\"object\\\"}\"}";
		answer(get(MODELS + "/properties/base"), json);
		BasePropertiesModel model = this.models.findBaseProperties();
		assertThat(model.schema()).isEqualTo(JsonObject.of("type", "object"));
		assertThat(ContactHubJson.mapper().writeValueAsString(model)).isEqualTo(json);
	}

	@Test
	@DisplayName("have contexts")
	void contexts() {
		answer(get(MODELS + "/contexts"), """
				{"elements":[{"id":"WEB","label":"Web","description":"web","propertiesSchema":{"type":"object"}},
				{"id":"IOT","propertiesSchema":"{\\"type\\":\\"object\\"}","new":1}]}""");
		assertThat(this.models.findContexts()).containsExactly(ContextModel.builder()
			.id("WEB")
			.label("Web")
			.description("web")
			.propertiesSchema(JsonObject.of("type", "object"))
			.build(), this.models.findContexts().get(1));
		assertThat(this.models.findContexts().get(1)).satisfies((context) -> {
			assertThat(context.id()).isEqualTo("IOT");
			assertThat(context.label()).isNull();
			assertThat(context.propertiesSchema()).isEqualTo(JsonObject.of("type", "object"));
			assertThat(context.unknown().get("new")).isEqualTo(1);
		});
		verify(3, getRequestedFor(urlEqualTo(MODELS + "/contexts")));
	}

	@Test
	@DisplayName("have providers, whose schema may be properties alone")
	void providers() {
		answer(get(MODELS + "/providers"),
				"""
						{"elements":[{"id":"api","label":"API","description":"d","propertiesSchema":{"allowedIPs":{"type":"array"}}}]}""");
		assertThat(this.models.findProviders()).containsExactly(ProviderModel.builder()
			.id("api")
			.label("API")
			.description("d")
			.propertiesSchema(JsonObject.of("allowedIPs", JsonObject.of("type", "array")))
			.build());
		verify(1, getRequestedFor(urlEqualTo(MODELS + "/providers")));
	}

	@Test
	@DisplayName("have merge policies")
	void mergePolicies() {
		answer(get(MODELS + "/merge-policies"),
				"""
						{"elements":[{"id":"obj:priority","label":"Priority","description":"d","supportedTypes":["string","array"]},
						{"id":"list:merge"}]}""");
		assertThat(this.models.findMergePolicies()).containsExactly(MergePolicy.builder()
			.id("obj:priority")
			.label("Priority")
			.description("d")
			.supportedTypes(List.of("string", "array"))
			.build(), MergePolicy.builder().id("list:merge").build());
		verify(1, getRequestedFor(urlEqualTo(MODELS + "/merge-policies")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"elements\":null}", "{\"elements\":[null]}", "[]" })
	@DisplayName("are a failure when the answer is no list of them")
	void noList(String json) {
		answer(get(anyUrl()), json);
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(this.models::findContexts);
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(this.models::findProviders);
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(this.models::findMergePolicies);
	}

	@Test
	@DisplayName("need a token of a user, which the failure says")
	void scopes() {
		server.stubFor(get(anyUrl()).willReturn(jsonResponse("{\"message\":\"no\",\"errors\":[]}", 403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(this.models::findBaseProperties)
			.withMessageContaining("GET /models/properties/base failed: status 403")
			.withMessageContainingAll("ADMIN", "USER", "GUEST");
	}

}
