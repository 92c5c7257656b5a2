package io.contacthub.emulator;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations on JSON trees: to read, write and walk them.
 */
final class Json {

	private static final Pattern SOURCE = Pattern.compile("\\(start marker at \\[Source:.*|\\[Source:.*?]");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private Json() {
	}

	/**
	 * Read a text that is one value, and nothing besides.
	 * @throws JacksonException if it is something else
	 */
	static JsonNode read(String text) {
		return MAPPER.readTree(text);
	}

	static @Nullable JsonNode parse(String text) {
		try {
			JsonNode node = read(text);
			return (node.isMissingNode()) ? null : node;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Read a document.
	 * @param document the encoded document
	 * @return its tree, a missing node if the document is empty
	 * @throws JacksonException if the document is not JSON, or not encoded as such
	 */
	static JsonNode read(byte[] document) {
		return MAPPER.readTree(document);
	}

	/**
	 * Return why a text is no JSON, without where Jackson has it from.
	 */
	static String reason(JacksonException exception) {
		String message = exception.getOriginalMessage().lines().findFirst().orElse("");
		return SOURCE.matcher(message).replaceAll("").strip();
	}

	static byte[] bytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	static ArrayNode arrayOf(List<? extends JsonNode> elements) {
		return array().addAll(elements);
	}

	static boolean isUnset(@Nullable JsonNode node) {
		return node == null || node.isMissingNode() || node.isNull();
	}

	/**
	 * Return whether nothing is said by a value: it is unset, or an object of such
	 * values.
	 */
	static boolean isBlank(@Nullable JsonNode node) {
		if (node == null || isUnset(node)) {
			return true;
		}
		return node.isObject() && node.values().stream().allMatch(Json::isBlank);
	}

	static @Nullable String text(JsonNode parent, String member) {
		JsonNode value = parent.path(member);
		return value.isString() ? value.stringValue() : null;
	}

	/**
	 * Return the value at a path of member names with dots, a missing node if there is
	 * none.
	 */
	static JsonNode at(JsonNode root, String path) {
		JsonNode node = root;
		for (String member : path.split("\\.", -1)) {
			node = node.isObject() ? node.path(member) : MissingNode.getInstance();
		}
		return node;
	}

	/**
	 * Apply a merge patch of RFC 7396 and leave both arguments as they are.
	 */
	static ObjectNode merge(ObjectNode target, ObjectNode patch) {
		ObjectNode merged = target.deepCopy();
		patch.forEachEntry((name, value) -> {
			if (value.isNull()) {
				merged.remove(name);
			}
			else if (value instanceof ObjectNode change) {
				ObjectNode present = (merged.get(name) instanceof ObjectNode object) ? object : object();
				merged.set(name, merge(present, change));
			}
			else {
				merged.set(name, value.deepCopy());
			}
		});
		return merged;
	}

}
