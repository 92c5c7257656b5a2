package io.contacthub.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.client.ApiElements;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the API on what a workspace has one of, and on the base properties.
 */
interface ConfigurationApi {

	@GetExchange("/configuration")
	@RequiredScopes(Scope.ADMIN)
	WorkspaceSettings settings();

	@PutExchange("/configuration")
	@RequiredScopes(Scope.ADMIN)
	WorkspaceSettings replaceSettings(@RequestBody WorkspaceSettings settings);

	@GetExchange("/configuration/properties/base")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	ApiElements<BaseProperty> baseProperties();

	@PutExchange("/configuration/properties/base/{name}")
	@RequiredScopes(Scope.ADMIN)
	BaseProperty replaceBaseProperty(@PathVariable String name, @RequestBody BaseProperty property);

	@GetExchange("/configuration/properties/extended")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	ExtendedProperties extendedProperties();

	@PutExchange("/configuration/properties/extended")
	@RequiredScopes(Scope.ADMIN)
	ExtendedProperties replaceExtendedProperties(@RequestBody JsonObject schema);

	@GetExchange("/configuration/sources/priority")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
	SourcePriority sourcePriority();

	@PutExchange("/configuration/sources/priority")
	@RequiredScopes(Scope.ADMIN)
	SourcePriority replaceSourcePriority(@RequestBody SourcePriority priority);

	@GetExchange("/configuration/unique-customer-matching-policy")
	@RequiredScopes({ Scope.ADMIN, Scope.USER })
	MatchingPolicy matchingPolicy();

	@PutExchange("/configuration/unique-customer-matching-policy")
	@RequiredScopes(Scope.ADMIN)
	MatchingPolicy replaceMatchingPolicy(@RequestBody MatchingPolicy policy);

	@GetExchange("/configuration/nodes/node-hierarchy")
	@RequiredScopes(Scope.ADMIN)
	NodeHierarchy nodeHierarchy();

	@PutExchange("/configuration/nodes/node-hierarchy")
	@RequiredScopes(Scope.ADMIN)
	NodeHierarchy replaceNodeHierarchy(@RequestBody NodeHierarchy hierarchy);

	/**
	 * The answer that has the schema of the extended properties as its only member.
	 *
	 * @param schema the schema
	 */
	record ExtendedProperties(JsonObject schema) {

		/**
		 * Read the schema, which may be a text that holds it: the API is described so.
		 * Without one there are no extended properties.
		 */
		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static ExtendedProperties of(JsonObject answer) {
			Object schema = answer.get("schema");
			if (schema == null) {
				return new ExtendedProperties(JsonObject.of());
			}
			JsonObject read = (schema instanceof String text) ? read(text)
					: ((schema instanceof JsonObject object) ? object : null);
			if (read == null) {
				throw new UnusableAnswerException("its 'schema' is no JSON Schema");
			}
			return new ExtendedProperties(read);
		}

		private static @Nullable JsonObject read(String text) {
			try {
				return ContactHubJson.mapper().readValue(text, JsonObject.class);
			}
			catch (JacksonException ex) {
				return null;
			}
		}

	}

}
