package io.contacthub.emulator;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for who the caller is. All tokens belong to one user, who has
 * what the configuration of each workspace says.
 */
final class CallerOperations {

	private final Map<String, EmulatedWorkspace> workspaces;

	CallerOperations(Map<String, EmulatedWorkspace> workspaces) {
		this.workspaces = workspaces;
	}

	List<Route> routes() {
		return List.of(Route.of("GET", "me", (request) -> EmulatedResponse.ok(caller(request.caller())))
			.permitting(TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED, TokenKind.UNTRUSTED,
					TokenKind.PLATFORM_UPDATES));
	}

	private ObjectNode caller(TokenRights rights) {
		ObjectNode caller = Json.object().put("id", InitialConfiguration.USER_ID).put("name", "Emulator");
		ArrayNode groups = caller.putNull("surname").putArray("groups");
		this.workspaces.forEach((id, workspace) -> {
			if (rights.isFor(id)) {
				ObjectNode group = groups.addObject().put("id", id).put("name", "Emulator");
				group.putArray("workspaces").add(workspace(id, workspace.configuration(), rights));
			}
		});
		return caller;
	}

	private static ObjectNode workspace(String id, ConfigurationStore configuration, TokenRights rights) {
		ObjectNode workspace = Json.object().put("id", id);
		workspace.set("name", configuration.document(ConfigurationDocument.SETTINGS).get("name"));
		ArrayNode nodes = workspace.putArray("nodes");
		ObjectNode user = configuration.find(ConfigurationKind.USERS, InitialConfiguration.USER_ID);
		for (JsonNode node : (user != null) ? user.path("nodes") : Json.array()) {
			String permission = Json.text(node, "permission");
			nodes.addObject()
				.put("id", node.path("id").stringValue())
				.put("permission", (rights.isReader() || permission == null) ? "R" : permission);
		}
		return workspace;
	}

}
