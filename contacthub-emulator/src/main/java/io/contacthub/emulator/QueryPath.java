package io.contacthub.emulator;

import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * Path to an attribute that a query speaks of: names of members with dots. It may lead
 * through arrays, and then to several values.
 */
final class QueryPath {

	private final String[] names;

	QueryPath(String path) {
		this.names = path.split("\\.", -1);
	}

	/**
	 * Return whether one of the values that are set matches.
	 * @param root where the path begins
	 * @param test looks at a single value, which is no array
	 */
	boolean anyMatch(JsonNode root, Predicate<JsonNode> test) {
		return anyMatch(root, 0, test);
	}

	private boolean anyMatch(JsonNode node, int depth, Predicate<JsonNode> test) {
		if (node.isArray()) {
			for (JsonNode element : node) {
				if (anyMatch(element, depth, test)) {
					return true;
				}
			}
			return false;
		}
		if (depth < this.names.length) {
			return node.isObject() && anyMatch(node.path(this.names[depth]), depth + 1, test);
		}
		return !Json.isBlank(node) && test.test(node);
	}

	/**
	 * Return whether an attribute of customers is known to have one value only.
	 */
	boolean isSingle() {
		Schema schema = CustomerSchemas.PUT;
		for (String name : this.names) {
			if (!(schema instanceof ObjectSchema object) || !object.members().containsKey(name)) {
				return false;
			}
			schema = object.members().getOrDefault(name, ValueSchema.FREE_OBJECT);
		}
		return schema instanceof ValueSchema && schema != ValueSchema.FREE_OBJECT;
	}

}
