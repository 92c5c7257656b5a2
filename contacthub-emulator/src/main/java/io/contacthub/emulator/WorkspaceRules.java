package io.contacthub.emulator;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of a workspace at one moment: a request is judged by those that it finds when
 * it comes in, and by no others.
 *
 * @param nodeIds ids of the nodes, at least one
 * @param uniquenessPolicy what happens to equal customers
 * @param uniqueProperties paths of the properties that make customers equal
 * @param requireUniqueProperties whether customers must have these properties
 * @param caseSensitive whether texts that differ in case only are different
 * @param eventTypes types of events that the workspace defines itself, with the schema of
 * their properties
 * @param extendedSchema the schema of the extended properties of customers
 * @param disabledEventTypes types of events that are not accepted
 * @param disabledBaseProperties names of the base properties that customers cannot have
 * @param mandatoryProperties paths of the properties that customers must have, by the ids
 * of the nodes that they are in
 * @param timezone the zone whose days are those of the workspace
 */
record WorkspaceRules(List<String> nodeIds, UniquenessPolicy uniquenessPolicy, List<String> uniqueProperties,
		boolean requireUniqueProperties, boolean caseSensitive, Map<String, Schema> eventTypes, Schema extendedSchema,
		Set<String> disabledEventTypes, Set<String> disabledBaseProperties,
		Map<String, List<String>> mandatoryProperties, ZoneId timezone) {

	/**
	 * The zone that a workspace is in if nobody says otherwise.
	 */
	static final ZoneId TIMEZONE = ZoneId.of("Europe/Rome");

	/**
	 * Create rules by which nothing is disabled or mandatory.
	 */
	WorkspaceRules(List<String> nodeIds, UniquenessPolicy uniquenessPolicy, List<String> uniqueProperties,
			boolean requireUniqueProperties, boolean caseSensitive, Map<String, Schema> eventTypes,
			Schema extendedSchema) {
		this(nodeIds, uniquenessPolicy, uniqueProperties, requireUniqueProperties, caseSensitive, eventTypes,
				extendedSchema, Set.of(), Set.of(), Map.of(), TIMEZONE);
	}

	/**
	 * Return the node that made-up customers are in.
	 */
	String nodeId() {
		return this.nodeIds.get(0);
	}

	void requireNode(String id) {
		if (!this.nodeIds.contains(id)) {
			throw RequestRejectedException.notFound("node", id);
		}
	}

	/**
	 * Return whether customers may equal each other.
	 */
	boolean allowEqualCustomers() {
		return this.uniquenessPolicy == UniquenessPolicy.NO_CHECK;
	}

	/**
	 * Add a violation for each property that a customer must have and has not.
	 */
	void checkUnique(ObjectNode customer, List<Violation> violations) {
		if (!this.requireUniqueProperties || allowEqualCustomers()) {
			return;
		}
		for (String property : this.uniqueProperties) {
			if (Json.isUnset(Json.at(customer, property))) {
				violations.add(new Violation("/" + property.replace('.', '/'), "unique customer property is required"));
			}
		}
	}

	/**
	 * Add a violation for each property that customers of its node must have and this one
	 * has not.
	 */
	void checkMandatory(ObjectNode customer, List<Violation> violations) {
		String nodeId = Json.text(customer, "nodeId");
		for (String property : (nodeId != null) ? this.mandatoryProperties.getOrDefault(nodeId, List.of())
				: List.<String>of()) {
			if (Json.isUnset(Json.at(customer, property))) {
				violations
					.add(new Violation("/" + property.replace('.', '/'), "mandatory customer property is required"));
			}
		}
	}

	/**
	 * Add a violation for each base property that is disabled and has a value.
	 */
	void checkBase(ObjectNode customer, List<Violation> violations) {
		for (String property : this.disabledBaseProperties) {
			if (hasValue(customer.path("base").path(property))) {
				violations.add(new Violation("/base/" + property, "property is disabled"));
			}
		}
	}

	private static boolean hasValue(JsonNode node) {
		return node.isContainer() ? node.values().stream().anyMatch(WorkspaceRules::hasValue) : !Json.isUnset(node);
	}

	/**
	 * Add a violation if the type of an event is disabled.
	 */
	void checkEventType(ObjectNode event, List<Violation> violations) {
		if (this.disabledEventTypes.contains(event.path("type").asString(""))) {
			violations.add(new Violation("/type", "event type is disabled"));
		}
	}

	/**
	 * Compare the extended properties that a customer will have with their schema.
	 * Members that are null will not be there.
	 * @param customer the whole customer
	 * @param violations takes what is wrong
	 */
	void checkExtended(ObjectNode customer, List<Violation> violations) {
		if (customer.get("extended") instanceof ObjectNode extended) {
			this.extendedSchema.check(Json.merge(Json.object(), extended), "/extended", violations);
		}
	}

}
