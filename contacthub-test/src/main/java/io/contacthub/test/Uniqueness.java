package io.contacthub.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds customers that are one and the same by the properties of the workspace. Customers
 * equal each other when all these properties do; one that lacks a property equals none.
 */
final class Uniqueness {

	private final EmulatorSettings settings;

	Uniqueness(EmulatorSettings settings) {
		this.settings = settings;
	}

	// Adds a violation for each property that a customer must have and has not.
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

	// Finds the other customer that a customer equals.
	@Nullable ObjectNode findEqual(ObjectNode customer, Collection<ObjectNode> others) {
		List<JsonNode> key = keyOf(customer);
		if (key == null || isUnchecked()) {
			return null;
		}
		JsonNode id = customer.path("id");
		for (ObjectNode other : others) {
			if (key.equals(keyOf(other)) && !other.path("id").equals(id)
					&& other.path("nodeId").equals(customer.path("nodeId"))) {
				return other;
			}
		}
		return null;
	}

	private boolean isUnchecked() {
		return this.settings.uniquenessPolicy() == UniquenessPolicy.NO_CHECK;
	}

	private @Nullable List<JsonNode> keyOf(ObjectNode customer) {
		List<JsonNode> key = new ArrayList<>();
		for (String property : this.settings.uniqueProperties()) {
			JsonNode value = Json.at(customer, property);
			if (Json.isUnset(value)) {
				return null;
			}
			key.add(value);
		}
		return key.isEmpty() ? null : key;
	}

}
