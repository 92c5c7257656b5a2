package io.contacthub.emulator;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document that callers read, made out of the members that a customer has.
 */
final class CustomerDocument {

	private static final List<String> MEMBERS = List.of("id", "nodeId", "externalId", "extra", "registeredAt",
			"updatedAt", "enabled", "base", "extended", "consents", "tags", "sourceInfo");

	private CustomerDocument() {
	}

	/**
	 * Return the whole document: every member of the schema is there, unset ones are null
	 * or an empty array.
	 */
	static ObjectNode full(ObjectNode customer) {
		ObjectNode document = Json.object();
		for (String member : MEMBERS) {
			JsonNode value = customer.path(member);
			document.set(member, value.isMissingNode() ? NullNode.getInstance() : value);
		}
		document.set("base",
				filled((document.get("base") instanceof ObjectNode base) ? base : Json.object(), CustomerSchemas.BASE));
		if (document.get("tags") instanceof ObjectNode tags) {
			document.set("tags", filled(tags, CustomerSchemas.TAGS));
		}
		return document;
	}

	/**
	 * Return the document in which only the id and the members at some paths are filled,
	 * all others being null; {@code base} is an object in any case, since clients look
	 * into it.
	 */
	static ObjectNode selected(ObjectNode customer, List<String> paths) {
		ObjectNode full = full(customer);
		ObjectNode document = Json.object();
		for (String member : MEMBERS) {
			document.set(member, select(full.path(member), member, paths));
		}
		document.set("id", full.get("id"));
		if (!document.path("base").isObject()) {
			document.set("base", filled(Json.object(), CustomerSchemas.BASE));
		}
		return document;
	}

	private static JsonNode select(JsonNode value, String path, List<String> paths) {
		if (paths.contains(path)) {
			return value;
		}
		if (value instanceof ObjectNode object && paths.stream().anyMatch((other) -> other.startsWith(path + "."))) {
			ObjectNode selected = Json.object();
			object.forEachEntry((name, child) -> selected.set(name, select(child, path + "." + name, paths)));
			return selected;
		}
		return NullNode.getInstance();
	}

	/**
	 * Return a copy of an object with all members of its schema.
	 */
	static ObjectNode filled(ObjectNode value, ObjectSchema schema) {
		ObjectNode filled = Json.object();
		for (Map.Entry<String, Schema> member : schema.members().entrySet()) {
			filled.set(member.getKey(), fill(value.path(member.getKey()), member.getValue()));
		}
		return filled;
	}

	private static JsonNode fill(JsonNode value, Schema schema) {
		if (schema instanceof ArraySchema array) {
			return value.isArray()
					? Json.arrayOf(value.values().stream().map((item) -> fill(item, array.items())).toList())
					: Json.array();
		}
		if (value instanceof ObjectNode object && schema instanceof ObjectSchema members) {
			return filled(object, members);
		}
		return value.isMissingNode() ? NullNode.getInstance() : value;
	}

}
