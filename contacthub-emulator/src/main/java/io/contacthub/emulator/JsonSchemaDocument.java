package io.contacthub.emulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema in a file or in a request.
 *
 * @param name what messages call it
 * @param address the address, to which references are relative
 * @param tree what is in it, without ids
 */
record JsonSchemaDocument(String name, URI address, JsonNode tree) {

	private static final URI REQUEST = URI.create("contacthub:/schema");

	/**
	 * Keywords whose values are no schemas, whatever they look like.
	 */
	private static final Set<String> VALUES = Set.of("enum", "const", "default", "example", "examples");

	/**
	 * Read a file.
	 * @param path the file
	 * @param reason what an exception begins with
	 * @throws IllegalArgumentException if it is no JSON
	 */
	static JsonSchemaDocument read(Path path, String reason) {
		try {
			JsonNode tree = Json.read(Files.readString(path));
			if (!tree.isObject() && !tree.isBoolean()) {
				throw new IllegalArgumentException(reason + path + " is no JSON Schema, but "
						+ SeedFaults.shortened(tree.isMissingNode() ? "empty" : tree.toString()));
			}
			return of(path.toString(), path.toUri(), tree);
		}
		catch (NoSuchFileException ex) {
			throw new IllegalArgumentException(reason + path + " does not exist", ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(reason + path + " cannot be read: " + ex, ex);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(reason + path + " is no JSON, line " + line(ex) + ": " + Json.reason(ex),
					ex);
		}
	}

	/**
	 * Return the document of a schema that a request sends.
	 */
	static JsonSchemaDocument of(ObjectNode schema) {
		return of("schema", REQUEST, schema.deepCopy());
	}

	private static JsonSchemaDocument of(String name, URI address, JsonNode tree) {
		normalize(tree, JsonSchemaDialect.CONTACT_HUB.equals(Json.text(tree, "$schema")));
		return new JsonSchemaDocument(name, address, tree);
	}

	/**
	 * Return whether other files may be referred to.
	 */
	boolean isFile() {
		return "file".equals(this.address.getScheme());
	}

	private static int line(JacksonException exception) {
		return (exception.getLocation() != null) ? exception.getLocation().getLineNr() : 1;
	}

	/**
	 * Remove ids, and write types such as {@code number/null} of ContactHub's schemas as
	 * others write them.
	 */
	private static void normalize(JsonNode node, boolean contactHub) {
		if (node instanceof ObjectNode object) {
			for (String id : new String[] { "id", "$id" }) {
				String text = Json.text(object, id);
				if (text != null && !text.startsWith("#")) {
					object.remove(id);
				}
			}
			String type = Json.text(object, "type");
			if (contactHub && type != null && type.contains("/")) {
				ArrayNode types = object.putArray("type");
				for (String each : type.split("/")) {
					types.add(each);
				}
			}
			object.properties()
				.stream()
				.filter((member) -> !VALUES.contains(member.getKey()))
				.forEach((member) -> normalize(member.getValue(), contactHub));
		}
		else if (node.isArray()) {
			node.forEach((item) -> normalize(item, contactHub));
		}
	}

	String dialect() {
		String dialect = Json.text(this.tree, "$schema");
		return (dialect != null) ? dialect : JsonSchemaDialect.DEFAULT;
	}

	/**
	 * Return all references by their places.
	 */
	Map<String, String> references() {
		Map<String, String> references = new LinkedHashMap<>();
		collect(this.tree, "", references);
		return references;
	}

	private static void collect(JsonNode node, String place, Map<String, String> references) {
		if (node instanceof ObjectNode object) {
			String reference = Json.text(object, "$ref");
			if (reference != null) {
				references.put(place + "/$ref", reference);
			}
			object.forEachEntry((name, value) -> {
				if (!VALUES.contains(name)) {
					collect(value, place + "/" + name.replace("~", "~0").replace("/", "~1"), references);
				}
			});
		}
		else if (node.isArray()) {
			for (int index = 0; index < node.size(); index++) {
				collect(node.get(index), place + "/" + index, references);
			}
		}
	}

	URI resolve(String place, String reference) {
		try {
			return this.address.resolve(reference);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(place, "refers to '" + reference + "', which is no address");
		}
	}

	String describe(String place) {
		return this.name + ": " + place;
	}

	UnusableSchemaException invalid(String place, String reason) {
		return new UnusableSchemaException(this.name, place, reason);
	}

}
