package io.contacthub.autoconfigure.validation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import io.contacthub.client.DocumentViolation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * Schema of a part of documents, prepared with its first use. Nothing is loaded from
 * elsewhere for it. One that cannot be used is told once, and everything fits it.
 */
final class JsonSchema {

	private static final Log logger = LogFactory.getLog("io.contacthub.validation");

	/** Deeper than any document, and far from the end of the stack. */
	private static final int DEPTH = 600;

	/** The violations that are remembered, so that there is an end to them. */
	private static final int REMEMBERED = 1000;

	private final String name;

	private final ObjectNode tree;

	private final SingletonSupplier<Schema> schema;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private volatile boolean unusable;

	/**
	 * Create a schema.
	 * @param name the name, which may be empty
	 * @param tree the schema as it was read
	 */
	JsonSchema(String name, ObjectNode tree) {
		this.name = name;
		this.tree = tree;
		this.schema = SingletonSupplier.ofNullable(this::prepared);
	}

	boolean isOf(ObjectNode other) {
		return this.tree.equals(other);
	}

	/**
	 * Return whether something has not been asked for yet.
	 */
	boolean isFirst(String violation) {
		return this.told.size() < REMEMBERED && this.told.add(violation);
	}

	/**
	 * Return what does not fit in a part of a document.
	 */
	List<DocumentViolation> violations(DocumentPart part) {
		Schema usable = this.unusable ? null : this.schema.get();
		if (usable == null) {
			return List.of();
		}
		try {
			return SchemaViolations.of(part, usable.validate(part.value()));
		}
		catch (ValidationLimitExceededException ex) {
			return List.of();
		}
		catch (RuntimeException | StackOverflowError ex) {
			// its message may have something of the document
			unusable(ex.getClass().getSimpleName());
			return List.of();
		}
	}

	private @Nullable Schema prepared() {
		try {
			return prepare();
		}
		catch (RuntimeException | StackOverflowError ex) {
			unusable(String.valueOf(ex.getMessage()));
			return null;
		}
	}

	private Schema prepare() {
		ObjectNode normalized = SchemaDialect.normalized(this.tree);
		String rules = SchemaDialect.rulesOf(normalized);
		Assert.state(rules != null, () -> "its $schema is not known");
		SchemaRegistry registry = SchemaRegistry.withDialects(SchemaDialect.ALL,
				(builder) -> builder.defaultDialectId(SchemaDialect.DEFAULT)
					.schemaLoader((loader) -> loader.allow((address) -> isDialect(address.toString())))
					.schemaRegistryConfig(config()));
		List<Error> faults = registry.getSchema(SchemaLocation.of(rules)).validate(normalized);
		Assert.state(faults.isEmpty(), () -> "there is something wrong at " + faults.get(0).getInstanceLocation());
		Schema prepared = registry.getSchema(normalized);
		// finds references that lead nowhere or in a circle
		prepared.initializeValidators();
		prepared.validate(normalized.objectNode());
		return prepared;
	}

	/**
	 * Return whether this is the schema of a dialect, which the library brings.
	 */
	private static boolean isDialect(String address) {
		return address.startsWith("http://json-schema.org/") || address.startsWith("https://json-schema.org/");
	}

	private static SchemaRegistryConfig config() {
		return SchemaRegistryConfig.builder()
			.messageSource((key, fallback, locale, arguments) -> key)
			.formatAssertionsEnabled(true)
			.executionContextCustomizer(
					(context, schema) -> context.executionConfig((config) -> config.maxEvaluationDepth(DEPTH)))
			.build();
	}

	private void unusable(String reason) {
		this.unusable = true;
		logger.warn("The workspace's schema of " + (this.name.isEmpty() ? "extended properties" : "'" + this.name + "'")
				+ " cannot be used, so what it describes is sent unchecked: " + reason);
	}

}
