package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Index of the customers by the properties that are unique in the workspace. Customers of
 * a node equal each other when all these properties do; one that lacks a property equals
 * none. It is used by who holds the lock of the workspace.
 */
final class Uniqueness {

	private WorkspaceRules rules;

	private final Map<List<JsonNode>, List<String>> ids = new HashMap<>();

	Uniqueness(WorkspaceRules rules) {
		this.rules = rules;
	}

	/**
	 * Compare by other rules from now on.
	 * @param rules the rules
	 * @param customers gives all customers in the order of their creation
	 */
	void apply(WorkspaceRules rules, Supplier<List<ObjectNode>> customers) {
		boolean isSame = rules.uniqueProperties().equals(this.rules.uniqueProperties())
				&& rules.caseSensitive() == this.rules.caseSensitive();
		this.rules = rules;
		if (!isSame) {
			clear();
			customers.get().forEach(this::add);
		}
	}

	/**
	 * Find another customer that a customer equals.
	 * @return its id, or null if there is none
	 */
	@Nullable String findEqual(ObjectNode customer) {
		List<JsonNode> key = keyOf(customer);
		if (key == null || this.rules.allowEqualCustomers()) {
			return null;
		}
		String own = Json.text(customer, "id");
		return this.ids.getOrDefault(key, List.of()).stream().filter((id) -> !id.equals(own)).findFirst().orElse(null);
	}

	/**
	 * Return the ids of all customers, whatever their node is, that have some values.
	 * @param values the values of all properties that are unique, nested or by their
	 * paths
	 */
	Set<String> idsOf(ObjectNode values) {
		Set<String> found = new HashSet<>();
		for (String node : this.rules.nodeIds()) {
			List<JsonNode> key = key(StringNode.valueOf(node),
					(property) -> values.has(property) ? values.path(property) : Json.at(values, property));
			found.addAll((key != null) ? this.ids.getOrDefault(key, List.of()) : List.of());
		}
		return found;
	}

	void add(ObjectNode customer) {
		change(customer, true);
	}

	void remove(ObjectNode customer) {
		change(customer, false);
	}

	private void change(ObjectNode customer, boolean isAdded) {
		List<JsonNode> key = keyOf(customer);
		if (key == null) {
			return;
		}
		List<String> changed = new ArrayList<>(this.ids.getOrDefault(key, List.of()));
		String id = customer.path("id").stringValue();
		changed.remove(id);
		if (isAdded) {
			changed.add(id);
		}
		if (changed.isEmpty()) {
			this.ids.remove(key);
		}
		else {
			// most are of one element, for which a list of its own takes more room
			this.ids.put(key, List.copyOf(changed));
		}
	}

	void clear() {
		this.ids.clear();
	}

	private @Nullable List<JsonNode> keyOf(ObjectNode customer) {
		return key(customer.path("nodeId"), (property) -> Json.at(customer, property));
	}

	private @Nullable List<JsonNode> key(JsonNode nodeId, Function<String, JsonNode> values) {
		List<JsonNode> key = new ArrayList<>();
		key.add(nodeId);
		for (String property : this.rules.uniqueProperties()) {
			JsonNode value = values.apply(property);
			if (Json.isUnset(value)) {
				return null;
			}
			key.add(this.rules.caseSensitive() ? value : withoutCase(value));
		}
		return (key.size() > 1) ? List.copyOf(key) : null;
	}

	/**
	 * Return a text that all texts which differ in case only have in common.
	 */
	private static JsonNode withoutCase(JsonNode value) {
		if (!value.isString()) {
			return value;
		}
		StringBuilder folded = new StringBuilder();
		value.stringValue()
			.codePoints()
			.map((letter) -> Character.toLowerCase(Character.toUpperCase(letter)))
			.forEach(folded::appendCodePoint);
		return StringNode.valueOf(folded.toString());
	}

}
