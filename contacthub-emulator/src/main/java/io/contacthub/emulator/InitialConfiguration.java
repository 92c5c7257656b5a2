package io.contacthub.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration that a workspace starts with, as the options say.
 */
final class InitialConfiguration {

	/**
	 * The user to whom the tokens belong.
	 */
	static final String USER_ID = "0b9c9c39-5f0a-4e0e-9d60-6a5f9f7f0f11";

	private static final String NAME = "Emulator";

	private static final String DRAFT = "http://json-schema.org/draft-04/schema#";

	private static final String REGISTERED = DateFormats.write(Instant.parse("2017-01-01T00:00:00Z"));

	private final EmulatorSettings settings;

	private final String token = SourceTokens.make();

	InitialConfiguration(EmulatorSettings settings) {
		this.settings = settings;
	}

	ObjectNode document(ConfigurationDocument kind) {
		return switch (kind) {
			case SETTINGS -> settings();
			case MATCHING_POLICY -> Json.object()
				.<ObjectNode>set("properties", texts(this.settings.rules().uniqueProperties()))
				.put("caseSensitive", this.settings.rules().caseSensitive());
			case SOURCE_PRIORITY -> Json.object().set("priority", texts(List.of(EmulatorSettings.SOURCE_ID)));
			case NODE_HIERARCHY -> Json.object().set("tree", hierarchy());
		};
	}

	private ObjectNode settings() {
		return Json.object()
			.put("name", NAME)
			.put("industry", "NotDefined")
			.putNull("logo")
			.put("timezone", this.settings.rules().timezone().getId())
			.put("currency", "EUR")
			.put("customerUniquenessPolicy", this.settings.rules().uniquenessPolicy().name())
			.putNull("tier");
	}

	private ObjectNode hierarchy() {
		List<String> nodeIds = this.settings.rules().nodeIds();
		ObjectNode root = Json.object().put("id", rootId());
		ArrayNode children = root.putArray("children");
		for (String id : nodeIds) {
			ObjectNode child = children.addObject().put("id", id);
			child.putArray("children");
			child.putArray("nodePriority");
		}
		return root.set("nodePriority", texts(nodeIds));
	}

	/**
	 * Return the id of the node above all others, another one in each workspace.
	 */
	private String rootId() {
		return new UUID(EmulatorSettings.SOURCE_ID.hashCode(), this.settings.workspaceId().hashCode()).toString();
	}

	List<ObjectNode> elements(ConfigurationKind kind) {
		return switch (kind) {
			case EVENTS -> events();
			case SOURCES -> List.of(source());
			case USERS -> List.of(user());
			case ENTRY_NODES -> this.settings.rules().nodeIds().stream().map(InitialConfiguration::entryNode).toList();
			case VIEW_NODES -> List.of(node(rootId(), NAME));
			case AUTOMATIONS -> List.of();
		};
	}

	private List<ObjectNode> events() {
		List<ObjectNode> events = new ArrayList<>();
		for (String type : EventTypes.names()) {
			ObjectSchema schema = EventTypes.propertiesOf(type);
			ObjectNode document = (schema != null) ? schema.document() : Json.object();
			ObjectNode complete = Json.object().put("$schema", DRAFT);
			complete.setAll(document);
			events.add(event(type, complete));
		}
		for (Map.Entry<String, Schema> own : this.settings.rules().eventTypes().entrySet()) {
			events.add(event(own.getKey(), own.getValue().document()));
		}
		return events;
	}

	private static ObjectNode event(String type, ObjectNode schema) {
		String words = words(type);
		return Json.object()
			.put("id", type)
			.put("type", type)
			.put("mode", EventTypes.modeOf(type))
			.put("label", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
			.put("description", words)
			.<ObjectNode>set("propertiesSchema", schema)
			.put("enabled", true);
	}

	/**
	 * Return the words of a name such as {@code openedTicket}.
	 */
	private static String words(String name) {
		return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}

	private ObjectNode source() {
		ObjectNode source = Json.object()
			.put("id", EmulatorSettings.SOURCE_ID)
			.put("provider", "API")
			.put("name", NAME)
			.putNull("description");
		source.putObject("properties");
		return source.<ObjectNode>set("nodes", texts(this.settings.rules().nodeIds()))
			.put("enabled", true)
			.put("token", this.token);
	}

	private ObjectNode user() {
		ObjectNode user = Json.object()
			.put("id", USER_ID)
			.put("name", NAME)
			.put("registeredAt", REGISTERED)
			.put("updatedAt", REGISTERED);
		ArrayNode nodes = user.putArray("nodes");
		this.settings.rules().nodeIds().forEach((id) -> nodes.addObject().put("id", id).put("permission", "RW"));
		return user;
	}

	private static ObjectNode entryNode(String id) {
		ObjectNode node = node(id, id);
		node.putArray("sourcePriority");
		node.putArray("mandatoryProperties");
		return node;
	}

	private static ObjectNode node(String id, String name) {
		return Json.object().put("id", id).put("name", name).putNull("description").putNull("imageUrl");
	}

	List<ObjectNode> baseProperties() {
		return CustomerSchemas.BASE.members()
			.keySet()
			.stream()
			.map((name) -> Json.object().put("name", name).put("description", words(name)).put("enabled", true))
			.toList();
	}

	private static ArrayNode texts(List<String> texts) {
		ArrayNode array = Json.array();
		texts.forEach(array::add);
		return array;
	}

}
