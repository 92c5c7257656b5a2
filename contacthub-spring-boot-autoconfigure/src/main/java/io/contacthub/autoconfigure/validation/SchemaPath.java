package io.contacthub.autoconfigure.validation;

import java.util.Set;

import com.networknt.schema.path.NodePath;

/**
 * Paths through schemas, and what they tell about a document of which only a part is
 * known.
 */
final class SchemaPath {

	/** Keywords below which there are names, and below those schemas. */
	private static final Set<String> NAMING = Set.of("properties", "patternProperties", "definitions", "$defs",
			"dependencies", "dependentSchemas");

	/** Keywords below which there are schemas of the elements of a list. */
	private static final Set<String> ELEMENTS = Set.of("items", "prefixItems", "additionalItems", "unevaluatedItems",
			"contains");

	/** Keywords that compare the whole with what might be. */
	private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "not", "if", "then", "else",
			"dependencies", "dependentSchemas");

	/** Keywords that ask for what a part need not have. */
	private static final Set<String> COMPLETENESS = Set.of("required", "dependentRequired", "minProperties");

	private SchemaPath() {
	}

	/**
	 * Return whether the members of the value of a keyword are named by the author of the
	 * schema.
	 */
	static boolean isNaming(String keyword) {
		return NAMING.contains(keyword);
	}

	/**
	 * Return whether what broke a rule can be told by a part of the whole. Lists are
	 * replaced as a whole, so that all rules hold within them.
	 * @param path the path to the rule
	 */
	static boolean holdsForParts(NodePath path) {
		for (int i = 0; i < path.getNameCount(); i++) {
			String keyword = path.getName(i);
			if (ALTERNATIVES.contains(keyword) || COMPLETENESS.contains(keyword)) {
				return false;
			}
			if (ELEMENTS.contains(keyword)) {
				return true;
			}
			if (NAMING.contains(keyword)) {
				i++;
			}
		}
		return true;
	}

}
