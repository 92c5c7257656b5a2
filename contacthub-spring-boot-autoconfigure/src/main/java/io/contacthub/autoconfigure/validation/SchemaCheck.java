package io.contacthub.autoconfigure.validation;

import java.util.List;

import io.contacthub.autoconfigure.ValidationMode;
import io.contacthub.client.DocumentViolation;
import io.contacthub.client.IllegalDocumentException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Check of parts of documents by the schemas of the workspace, and what becomes of a
 * document that does not fit. What cannot be judged is let through: ContactHub checks it
 * itself.
 */
final class SchemaCheck {

	private static final Log logger = LogFactory.getLog("io.contacthub.validation");

	private final ValidationMode mode;

	private final SchemaCache cache;

	SchemaCheck(ValidationMode mode, SchemaCache cache) {
		this.mode = mode;
		this.cache = cache;
	}

	/**
	 * Check a part of a document.
	 * @throws IllegalDocumentException when it does not fit and that is not to be sent
	 */
	void check(DocumentPart part) {
		WorkspaceSchemas schemas = this.cache.get();
		if (schemas == null || violations(schemas, part).isEmpty()) {
			return;
		}
		JsonSchema schema = this.cache.confirmed(schemas).get(part.schema());
		List<DocumentViolation> violations = (schema != null) ? schema.violations(part) : List.of();
		if (schema == null || violations.isEmpty()) {
			return;
		}
		if (this.mode == ValidationMode.REJECT) {
			throw new IllegalDocumentException(part.operation(), part.name(), violations);
		}
		violations.forEach((violation) -> log(schema, part, violation));
	}

	private static List<DocumentViolation> violations(WorkspaceSchemas schemas, DocumentPart part) {
		@Nullable JsonSchema schema = schemas.get(part.schema());
		return (schema != null) ? schema.violations(part) : List.of();
	}

	/**
	 * Log a violation, as a warning the first time as long as the schema is the same.
	 */
	private static void log(JsonSchema schema, DocumentPart part, DocumentViolation violation) {
		boolean first = schema.isFirst(part.operation() + " " + violation.path() + " " + violation.rule());
		if (first || logger.isDebugEnabled()) {
			String message = part.operation() + " is sent although " + part.name()
					+ " do not fit the workspace's schema: " + violation;
			if (first) {
				logger.warn(message);
			}
			else {
				logger.debug(message);
			}
		}
	}

}
