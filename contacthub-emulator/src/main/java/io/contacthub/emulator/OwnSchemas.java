package io.contacthub.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas that a workspace defines itself. JSON Schemas need a library that is
 * optional; without them it is not touched.
 */
final class OwnSchemas {

	private static final String SUFFIX = ".json";

	private static final String MISSING = "JSON Schemas need the dependency com.networknt:json-schema-validator, which is missing";

	private OwnSchemas() {
	}

	/**
	 * Return the event types that a workspace defines itself, with the schema of their
	 * properties.
	 * @param free types whose properties are free
	 * @param schemas files with JSON Schemas of properties, named after their type, or
	 * folders of them, whose folders are not looked into
	 * @throws IllegalArgumentException if a type is defined already, or a file is no
	 * schema
	 */
	static Map<String, Schema> eventTypes(Collection<String> free, Collection<Path> schemas) {
		Map<String, Schema> types = new LinkedHashMap<>();
		for (String type : free) {
			requireNew(type, "", types);
			types.put(type, ValueSchema.FREE_OBJECT);
		}
		for (Path path : schemas) {
			for (Path file : files(path)) {
				String name = file.getFileName().toString();
				String type = name.substring(0, name.length() - SUFFIX.length());
				requireNew(type, file + ": ", types);
				types.put(type, read(file));
			}
		}
		return types;
	}

	private static void requireNew(String type, String place, Map<String, Schema> types) {
		if (EventTypes.propertiesOf(type) != null) {
			throw new IllegalArgumentException(
					place + "the event type " + type + " is ContactHub's own and cannot be defined again");
		}
		if (types.containsKey(type)) {
			throw new IllegalArgumentException(place + "the event type " + type + " is defined already");
		}
	}

	private static List<Path> files(Path path) {
		if (!Files.isDirectory(path)) {
			if (!path.toString().endsWith(SUFFIX)) {
				throw new IllegalArgumentException(path + ": the name of a JSON Schema has to end with " + SUFFIX);
			}
			return List.of(path);
		}
		try (Stream<Path> entries = Files.list(path)) {
			List<Path> files = entries
				.filter((entry) -> entry.toString().endsWith(SUFFIX) && Files.isRegularFile(entry))
				.sorted()
				.toList();
			if (files.isEmpty()) {
				throw new IllegalArgumentException(path + ": there is no file " + SUFFIX + " in this folder");
			}
			return files;
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(path + ": cannot be read: " + ex, ex);
		}
	}

	/**
	 * Read a JSON Schema.
	 * @param file the file
	 * @throws IllegalArgumentException if it is no schema, with the place and the reason
	 */
	static Schema read(Path file) {
		try {
			return JsonSchema.read(file);
		}
		catch (NoClassDefFoundError ex) {
			throw new IllegalArgumentException(file + ": " + MISSING, ex);
		}
	}

	/**
	 * Read a JSON Schema that a request sends.
	 * @param schema the schema, which refers to nothing else
	 * @throws UnusableSchemaException if it is no schema, with the place and the reason
	 * @throws UnsupportedOperationException if the library is missing
	 */
	static Schema of(ObjectNode schema) {
		try {
			return JsonSchema.of(schema);
		}
		catch (NoClassDefFoundError ex) {
			throw new UnsupportedOperationException(MISSING, ex);
		}
	}

}
