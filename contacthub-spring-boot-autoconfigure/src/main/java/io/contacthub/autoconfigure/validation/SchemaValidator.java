package io.contacthub.autoconfigure.validation;

import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.contacthub.client.DocumentValidator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validator that knows which parts of which documents the workspace has schemas for: the
 * properties of events, by their types, and the extended properties of customers.
 */
class SchemaValidator implements DocumentValidator {

	private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

	private static final String EXTENDED = "extended";

	private static final String PROPERTIES = "properties";

	private final @Nullable SchemaCheck events;

	private final @Nullable SchemaCheck customers;

	/**
	 * Create a validator.
	 * @param events checks events, {@code null} to have none checked
	 * @param customers checks customers, {@code null} to have none checked
	 */
	SchemaValidator(@Nullable SchemaCheck events, @Nullable SchemaCheck customers) {
		this.events = events;
		this.customers = customers;
	}

	@Override
	public void validate(String operation, Supplier<JsonNode> document) {
		switch (VARIABLE.matcher(operation).replaceAll("{}")) {
			case "POST /events", "PUT /events/{}" -> checkEvent(operation, document);
			case "POST /customers", "PUT /customers/{}" -> checkCustomer(operation, document, false);
			case "PATCH /customers/{}" -> checkCustomer(operation, document, true);
			default -> {
			}
		}
	}

	private void checkEvent(String operation, Supplier<JsonNode> document) {
		if (this.events == null) {
			return;
		}
		JsonNode event = document.get();
		String type = event.path("type").stringValue(null);
		JsonNode properties = event.path(PROPERTIES);
		if (type != null && !properties.isMissingNode()) {
			this.events.check(new DocumentPart(operation, "the properties of '" + type + "'", type, "/" + PROPERTIES,
					properties, false));
		}
	}

	private void checkCustomer(String operation, Supplier<JsonNode> document, boolean isPatch) {
		if (this.customers != null && document.get().path(EXTENDED) instanceof ObjectNode extended) {
			this.customers.check(new DocumentPart(operation, "the extended properties", WorkspaceSchemas.ONLY,
					"/" + EXTENDED, withoutNulls(extended), isPatch));
		}
	}

	/**
	 * Return an object without the members that will not be there.
	 */
	private static ObjectNode withoutNulls(ObjectNode object) {
		ObjectNode copy = object.objectNode();
		object.forEachEntry((name, value) -> {
			if (value instanceof ObjectNode nested) {
				copy.set(name, withoutNulls(nested));
			}
			else if (!value.isNull()) {
				copy.set(name, value);
			}
		});
		return copy;
	}

}
