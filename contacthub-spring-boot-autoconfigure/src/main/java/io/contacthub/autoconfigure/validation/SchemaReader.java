package io.contacthub.autoconfigure.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.contacthub.client.ContactHubClient;
import io.contacthub.configuration.EventConfiguration;
import io.contacthub.configuration.WorkspaceConfiguration;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader of the schemas that a workspace has.
 */
final class SchemaReader {

	private final WorkspaceConfiguration configuration;

	/**
	 * Create a reader.
	 * @param client reaches the workspace
	 * @param token gives the token to read with, {@code null} for that of the client
	 */
	SchemaReader(ContactHubClient client, @Nullable Supplier<String> token) {
		ContactHubClient.Builder own = client.mutate().prefetch(0);
		if (token != null) {
			own.token(token);
		}
		this.configuration = WorkspaceConfiguration.create(own.build());
	}

	/**
	 * Read the schemas of the properties of events.
	 * @return the schemas by the types, without those that have none
	 */
	Map<String, ObjectNode> readEventTypes() {
		Map<String, ObjectNode> schemas = new LinkedHashMap<>();
		for (EventConfiguration event : this.configuration.events().findAll()) {
			if (event.type() != null && !event.propertiesSchema().isEmpty()) {
				schemas.put(event.type().value(), tree(event.propertiesSchema()));
			}
		}
		return schemas;
	}

	/**
	 * Read the schema of the extended properties.
	 * @return the only schema, or none
	 */
	Map<String, ObjectNode> readExtended() {
		JsonObject schema = this.configuration.extendedProperties().get();
		return schema.isEmpty() ? Map.of() : Map.of(WorkspaceSchemas.ONLY, tree(schema));
	}

	private static ObjectNode tree(JsonObject schema) {
		return ContactHubJson.mapper().valueToTree(schema);
	}

}
