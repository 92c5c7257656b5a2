package io.contacthub.emulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON object as it is stored: it takes little room and does not change, so that
 * threads can read it side by side. A copy can be changed as any other object.
 */
final class StoredObject extends ObjectNode {

	private static final int LONGEST_SHARED_TEXT = 40;

	/**
	 * With more members a map is quicker, and such objects are rare.
	 */
	private static final int MOST_MEMBERS = 32;

	private static final SharedValues<StringNode> TEXTS = new SharedValues<>(8192);

	private StoredObject(Map<String, JsonNode> members) {
		super(JsonNodeFactory.instance, members);
	}

	static StoredObject of(ObjectNode object) {
		if (object instanceof StoredObject stored) {
			return stored;
		}
		if (object.size() > MOST_MEMBERS) {
			Map<String, JsonNode> members = new LinkedHashMap<>();
			object.forEachEntry((name, value) -> members.put(name, stored(value)));
			return new StoredObject(Collections.unmodifiableMap(members));
		}
		JsonNode[] values = new JsonNode[object.size()];
		int index = 0;
		for (JsonNode value : object.values()) {
			values[index++] = stored(value);
		}
		return new StoredObject(new StoredMembers(MemberNames.of(object.propertyNames()), values));
	}

	private static JsonNode stored(JsonNode value) {
		if (value instanceof ObjectNode object) {
			return of(object);
		}
		if (value instanceof ArrayNode array) {
			List<JsonNode> elements = array.values().stream().map(StoredObject::stored).toList();
			return new ArrayNode(JsonNodeFactory.instance, elements);
		}
		if (value instanceof StringNode text && text.stringValue().length() <= LONGEST_SHARED_TEXT) {
			return TEXTS.share(text);
		}
		return value;
	}

	/**
	 * Have the values of an object that is about to be stored take little room; its own
	 * members can still be changed.
	 */
	static ObjectNode prepare(ObjectNode object) {
		for (String name : List.copyOf(object.propertyNames())) {
			object.set(name, stored(object.path(name)));
		}
		return object;
	}

	/**
	 * Return a copy in which a member has another value.
	 * @param name the name of a member that is there
	 */
	StoredObject with(String name, JsonNode value) {
		if (this._children instanceof StoredMembers members) {
			return new StoredObject(members.with(name, stored(value)));
		}
		return of(deepCopy().set(name, value));
	}

}
