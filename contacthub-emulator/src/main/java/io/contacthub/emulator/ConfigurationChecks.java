package io.contacthub.emulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks of what a changed configuration refers to. They are made by who holds the lock
 * of the workspace.
 */
final class ConfigurationChecks {

	private final ConfigurationStore store;

	ConfigurationChecks(ConfigurationStore store) {
		this.store = store;
	}

	/**
	 * Compare a document with its schema and with what is there.
	 * @param kind the kind of the document
	 * @param content the members that a request may send
	 * @param violations takes what is wrong
	 */
	void check(ConfigurationKind kind, ObjectNode content, List<Violation> violations) {
		kind.schema().check(content, "", violations);
		switch (kind) {
			case SOURCES, AUTOMATIONS -> requireNodes(content.path("nodes"), "/nodes", violations);
			case USERS -> {
				int index = 0;
				for (JsonNode node : content.path("nodes")) {
					require(node.path("id"), "/nodes/" + index++ + "/id", this::isEntryNode, "unknown node",
							violations);
				}
			}
			case ENTRY_NODES -> {
				requireSources(content.path("sourcePriority"), "/sourcePriority", violations);
				requireEach(content.path("mandatoryProperties"), "/mandatoryProperties", CustomerSchemas::hasValue,
						"expected the path of a value", violations);
			}
			case EVENTS, VIEW_NODES -> {
			}
		}
	}

	/**
	 * Compare a document with its schema and with what is there.
	 * @param kind the kind of the document
	 * @param content the members that a request may send
	 * @param violations takes what is wrong
	 */
	void check(ConfigurationDocument kind, ObjectNode content, List<Violation> violations) {
		kind.schema().check(content, "", violations);
		switch (kind) {
			case MATCHING_POLICY -> requireEach(content.path("properties"), "/properties", CustomerSchemas::hasValue,
					"expected the path of a value", violations);
			case SOURCE_PRIORITY -> {
				requireSources(content.path("priority"), "/priority", violations);
				requireOnce(content.path("priority"), "/priority", violations);
			}
			case NODE_HIERARCHY -> {
				if (content.get("tree") instanceof ObjectNode tree) {
					checkTree(tree, "/tree", new HashSet<>(), violations);
				}
			}
			case SETTINGS -> {
			}
		}
	}

	private void checkTree(JsonNode node, String pointer, Set<String> seen, List<Violation> violations) {
		ConfigurationSchemas.TREE_NODE.check(node, pointer, violations);
		String id = Json.text(node, "id");
		if (id != null && !id.isEmpty()) {
			require(node.path("id"), pointer + "/id", this::isNode, "unknown node", violations);
			if (!seen.add(id)) {
				violations.add(new Violation(pointer + "/id", "is in the tree already"));
			}
		}
		requireNodes(node.path("nodePriority"), pointer + "/nodePriority", violations);
		JsonNode children = node.path("children");
		for (int index = 0; index < children.size(); index++) {
			checkTree(children.path(index), pointer + "/children/" + index, seen, violations);
		}
	}

	/**
	 * Return whether a node is in the hierarchy.
	 */
	boolean isInHierarchy(String nodeId) {
		return contains(this.store.document(ConfigurationDocument.NODE_HIERARCHY).path("tree"), nodeId);
	}

	private static boolean contains(JsonNode tree, String nodeId) {
		return nodeId.equals(Json.text(tree, "id"))
				|| tree.path("children").values().stream().anyMatch((child) -> contains(child, nodeId));
	}

	private void requireNodes(JsonNode ids, String pointer, List<Violation> violations) {
		requireEach(ids, pointer, this::isEntryNode, "unknown node", violations);
	}

	private void requireSources(JsonNode ids, String pointer, List<Violation> violations) {
		requireEach(ids, pointer, (id) -> this.store.find(ConfigurationKind.SOURCES, id) != null, "unknown source",
				violations);
	}

	private boolean isEntryNode(String id) {
		return this.store.find(ConfigurationKind.ENTRY_NODES, id) != null;
	}

	private boolean isNode(String id) {
		return isEntryNode(id) || this.store.find(ConfigurationKind.VIEW_NODES, id) != null;
	}

	private static void requireOnce(JsonNode texts, String pointer, List<Violation> violations) {
		Set<JsonNode> seen = new HashSet<>();
		for (int index = 0; index < texts.size(); index++) {
			if (!seen.add(texts.path(index))) {
				violations.add(new Violation(pointer + "/" + index, "is in the list already"));
			}
		}
	}

	private static void requireEach(JsonNode texts, String pointer, Predicate<String> test, String message,
			List<Violation> violations) {
		for (int index = 0; index < texts.size(); index++) {
			require(texts.path(index), pointer + "/" + index, test, message, violations);
		}
	}

	private static void require(JsonNode text, String pointer, Predicate<String> test, String message,
			List<Violation> violations) {
		if (text.isString() && !text.stringValue().isEmpty() && !test.test(text.stringValue())) {
			violations.add(new Violation(pointer, message));
		}
	}

	/**
	 * Take the members that only the server writes out of what a request sends.
	 * @param names the names of these members
	 * @param body what the request sends
	 * @param present the document that it is to replace
	 * @param violations takes those that would be changed
	 * @return the rest
	 */
	static ObjectNode withoutReadOnly(List<String> names, ObjectNode body, ObjectNode present,
			List<Violation> violations) {
		ObjectNode content = body.deepCopy();
		for (String name : names) {
			JsonNode sent = content.remove(name);
			if (!Json.isUnset(sent) && !sent.equals(present.path(name))) {
				violations.add(new Violation("/" + name, "cannot be changed"));
			}
		}
		return content;
	}

}
