package io.contacthub.emulator;

import com.networknt.schema.Error;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Violations of JSON Schemas, in the words of the emulator: the validator's own come from
 * a file of which WireMock has another version.
 */
final class JsonSchemaViolations {

	private JsonSchemaViolations() {
	}

	/**
	 * Return what an error says.
	 * @param pointer the JSON pointer to the value that was validated
	 * @param error the error
	 */
	static Violation of(String pointer, Error error) {
		String place = pointer + error.getInstanceLocation();
		String keyword = (error.getKeyword() != null) ? error.getKeyword() : "";
		return switch (keyword) {
			case "required" -> new Violation(member(place, error), "required property is missing");
			case "additionalProperties", "unevaluatedProperties" ->
				new Violation(member(place, error), "unknown property");
			default -> new Violation(place, expectation(keyword, error.getSchemaNode()));
		};
	}

	private static String member(String place, Error error) {
		@Nullable String name = error.getProperty();
		return (name != null) ? place + "/" + name.replace("~", "~0").replace("/", "~1") : place;
	}

	private static String expectation(String keyword, @Nullable JsonNode value) {
		if (value == null || value.isBoolean() && !value.booleanValue()) {
			return "not allowed here";
		}
		return switch (keyword) {
			case "type" -> "expected " + list(value, " or ");
			case "enum" -> "expected one of " + list(value, ", ");
			case "format" -> "expected " + list(value, "");
			default -> "expected " + keyword + " " + SeedFaults.shortened(value.toString());
		};
	}

	private static String list(JsonNode value, String separator) {
		return value.isArray()
				? String.join(separator, value.values().stream().map(JsonSchemaViolations::text).toList())
				: text(value);
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

}
