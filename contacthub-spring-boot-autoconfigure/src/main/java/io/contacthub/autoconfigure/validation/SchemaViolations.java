package io.contacthub.autoconfigure.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import com.networknt.schema.Error;
import io.contacthub.client.DocumentViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Violations of JSON Schemas, of which no value is told: neither the messages of the
 * library nor their arguments are looked at.
 */
final class SchemaViolations {

	private SchemaViolations() {
	}

	/**
	 * Return what the errors of a part of a document say.
	 */
	static List<DocumentViolation> of(DocumentPart part, List<Error> errors) {
		LinkedHashSet<DocumentViolation> violations = new LinkedHashSet<>();
		for (Error error : errors) {
			if (!part.isPatch() || SchemaPath.holdsForParts(error.getEvaluationPath())) {
				violations.add(of(part.pointer(), error));
			}
		}
		return List.copyOf(violations);
	}

	private static DocumentViolation of(String pointer, Error error) {
		String place = pointer + error.getInstanceLocation();
		String keyword = (error.getKeyword() != null) ? error.getKeyword() : "";
		@Nullable JsonNode node = error.getInstanceNode();
		@Nullable String member = error.getProperty();
		return switch (keyword) {
			case "required" -> new DocumentViolation(member(place, member), keyword, "nothing");
			case "additionalProperties", "unevaluatedProperties" ->
				new DocumentViolation(member(place, member), keyword, kind(member(node, member)));
			default -> new DocumentViolation(place, rule(keyword, error.getSchemaNode()), kind(node));
		};
	}

	private static String member(String place, @Nullable String name) {
		return (name != null) ? place + "/" + name.replace("~", "~0").replace("/", "~1") : place;
	}

	private static @Nullable JsonNode member(@Nullable JsonNode node, @Nullable String name) {
		return (node != null && name != null) ? node.get(name) : node;
	}

	private static String rule(String keyword, @Nullable JsonNode value) {
		if (value == null || keyword.isEmpty() || (value.isBoolean() && !value.booleanValue())) {
			return "false";
		}
		if (value.isArray() && (keyword.equals("type") || keyword.equals("enum"))) {
			List<String> values = new ArrayList<>();
			value.forEach((each) -> values.add(text(each)));
			return keyword + " " + String.join(keyword.equals("type") ? " or " : ", ", values);
		}
		return (value.isValueNode() && !value.isBoolean()) ? keyword + " " + text(value) : keyword;
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

	private static String kind(@Nullable JsonNode node) {
		if (node == null || node.isMissingNode()) {
			return "nothing";
		}
		return switch (node.getNodeType()) {
			case NUMBER -> "number";
			case BOOLEAN -> "boolean";
			case ARRAY -> "list";
			case OBJECT -> "object";
			case NULL -> "null";
			default -> "text";
		};
	}

}
