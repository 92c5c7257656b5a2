package io.contacthub.emulator;

import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema that a JSON Schema in a file or a request describes. Its drafts are those
 * from 4 on, as {@code $schema} says, 2020-12 by default, and ContactHub's own.
 * References lead to files, never to the network; formats are looked at; unknown keywords
 * are no matter.
 */
final class JsonSchema implements Schema {

	/**
	 * Deeper than any document, and far from the end of the stack.
	 */
	private static final int DEPTH = 600;

	private final com.networknt.schema.Schema schema;

	private final JsonNode root;

	private JsonSchema(com.networknt.schema.Schema schema, JsonNode root) {
		this.schema = schema;
		this.root = root;
	}

	/**
	 * Read a schema.
	 * @param file the file
	 * @throws IllegalArgumentException if it is no schema, with the place and the reason
	 */
	static JsonSchema read(Path file) {
		Path path = file.toAbsolutePath().normalize();
		return of(JsonSchemaDocument.read(path, file + ": "));
	}

	/**
	 * Read a schema that refers to nothing else.
	 * @param schema the schema
	 * @throws UnusableSchemaException if it is no schema, with the place and the reason
	 */
	static JsonSchema of(ObjectNode schema) {
		return of(JsonSchemaDocument.of(schema));
	}

	private static JsonSchema of(JsonSchemaDocument document) {
		JsonSchemaDocuments documents = new JsonSchemaDocuments(document);
		SchemaRegistry registry = SchemaRegistry.withDialects(JsonSchemaDialect.ALL, (builder) -> builder
			.defaultDialectId(JsonSchemaDialect.DEFAULT)
			.schemaLoader(
					(loader) -> loader.resourceLoaders((loaders) -> loaders.values((list) -> list.add(0, documents))))
			.schemaRegistryConfig(config()));
		documents.check(registry);
		try {
			JsonSchema schema = new JsonSchema(
					registry.getSchema(SchemaLocation.of(document.address().toString()), document.tree()),
					document.tree());
			schema.errors(Json.object());
			return schema;
		}
		catch (ValidationLimitExceededException ex) {
			throw document.invalid("", "refers to itself without end");
		}
		catch (RuntimeException ex) {
			throw document.invalid("", String.valueOf(ex.getMessage()));
		}
	}

	private static SchemaRegistryConfig config() {
		return SchemaRegistryConfig.builder()
			.messageSource((key, fallback, locale, arguments) -> key)
			.formatAssertionsEnabled(true)
			.executionContextCustomizer(
					(context, schema) -> context.executionConfig((config) -> config.maxEvaluationDepth(DEPTH)))
			.build();
	}

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		try {
			errors(value).forEach((error) -> violations.add(JsonSchemaViolations.of(pointer, error)));
		}
		catch (ValidationLimitExceededException ex) {
			violations.add(new Violation(pointer + ex.getInstanceLocation(), "is nested too deep"));
		}
		catch (SchemaException ex) {
			violations.add(new Violation(pointer, "the schema cannot be used: " + ex.getMessage()));
		}
	}

	/**
	 * Return what the file has, references as they are.
	 */
	@Override
	public ObjectNode document() {
		if (this.root instanceof ObjectNode object) {
			return object.deepCopy();
		}
		ObjectNode document = Json.object();
		return this.root.booleanValue() ? document : document.set("not", Json.object());
	}

	private List<Error> errors(JsonNode value) {
		return this.schema.validate(value);
	}

}
