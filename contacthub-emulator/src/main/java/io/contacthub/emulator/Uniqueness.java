package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Index of the customers by the properties that are unique in the workspace. Customers of
 * a node equal each other when all these properties do; one that lacks a property equals
 * none.
 */
final class Uniqueness {

	private final EmulatorSettings settings;

	private final Map<List<JsonNode>, Set<String>> ids = new HashMap<>();

	Uniqueness(EmulatorSettings settings) {
		this.settings = settings;
	}

	/**
	 * Add a violation for each property that a customer must have and has not.
	 */
	void requireProperties(ObjectNode customer, List<Violation> violations) {
		if (!this.settings.requireUniqueProperties() || isUnchecked()) {
			return;
		}
		for (String property : this.settings.uniqueProperties()) {
			if (Json.isUnset(Json.at(customer, property))) {
				violations.add(new Violation("/" + property.replace('.', '/'), "unique customer property is required"));
			}
		}
	}

	/**
	 * Find another customer that a customer equals.
	 * @return its id, or null if there is none
	 */
	@Nullable String findEqual(ObjectNode customer) {
		List<JsonNode> key = keyOf(customer);
		if (key == null || isUnchecked()) {
			return null;
		}
		String own = Json.text(customer, "id");
		return this.ids.getOrDefault(key, Set.of()).stream().filter((id) -> !id.equals(own)).findFirst().orElse(null);
	}

	void add(ObjectNode customer) {
		List<JsonNode> key = keyOf(customer);
		if (key != null) {
			this.ids.computeIfAbsent(key, (absent) -> new LinkedHashSet<>()).add(customer.path("id").stringValue());
		}
	}

	void remove(ObjectNode customer) {
		List<JsonNode> key = keyOf(customer);
		if (key != null) {
			this.ids.getOrDefault(key, new LinkedHashSet<>()).remove(customer.path("id").stringValue());
		}
	}

	void clear() {
		this.ids.clear();
	}

	private boolean isUnchecked() {
		return this.settings.uniquenessPolicy() == UniquenessPolicy.NO_CHECK;
	}

	private @Nullable List<JsonNode> keyOf(ObjectNode customer) {
		List<JsonNode> key = new ArrayList<>();
		key.add(customer.path("nodeId"));
		for (String property : this.settings.uniqueProperties()) {
			JsonNode value = Json.at(customer, property);
			if (Json.isUnset(value)) {
				return null;
			}
			key.add(value);
		}
		return (key.size() > 1) ? key : null;
	}

}
