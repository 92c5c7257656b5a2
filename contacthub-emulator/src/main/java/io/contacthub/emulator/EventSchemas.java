package io.contacthub.emulator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of events.
 */
final class EventSchemas {

	static final ObjectSchema BRING_BACK = ObjectSchema.strict()
		.with("type", ValueSchema.oneOf("SESSION_ID", "EXTERNAL_ID"))
		.with(ValueSchema.NOT_EMPTY, "value", "nodeId")
		.require("type", "value", "nodeId");

	static final ObjectSchema TRACKING = ObjectSchema.nullable()
		.with("ga",
				ObjectSchema.nullable().texts("utm_source", "utm_medium", "utm_term", "utm_content", "utm_campaign"));

	/**
	 * The members that an event is created from.
	 */
	static final ObjectSchema POST = ObjectSchema.strict()
		.with("type", ValueSchema.NOT_EMPTY)
		.with("context", EventContexts.NAME)
		.with("properties", ValueSchema.FREE_OBJECT)
		.with("customerId", ValueSchema.NOT_EMPTY.orNull())
		.with("bringBackProperties", BRING_BACK.orNull())
		.with("date", ValueSchema.DATE_TIME.orNull())
		.with("contextInfo", ValueSchema.FREE_OBJECT.orNull())
		.with("tracking", TRACKING.orNull())
		.require("type", "context", "properties");

	/**
	 * The members of a replacement.
	 */
	static final ObjectSchema PUT = POST.with("id", ValueSchema.NOT_EMPTY)
		.with(ValueSchema.DATE_TIME, "registeredAt", "updatedAt")
		.require("id", "registeredAt", "updatedAt");

	private EventSchemas() {
	}

	/**
	 * Compare an event with one of these schemas, and its parts with those of its type
	 * and context.
	 * @param schema the schema of the whole
	 * @param event the event
	 * @param ownTypes the types that the workspace defines itself, with the schema of
	 * their properties
	 * @param violations takes what is wrong
	 */
	static void check(ObjectSchema schema, ObjectNode event, Map<String, Schema> ownTypes, List<Violation> violations) {
		schema.check(event, "", violations);
		String type = Json.text(event, "type");
		Schema properties = (type != null) ? propertiesOf(type, ownTypes) : null;
		if (properties != null && event.path("properties").isObject()) {
			properties.check(event.path("properties"), "/properties", violations);
		}
		if (type != null && !type.isEmpty() && properties == null) {
			violations.add(new Violation("/type", "unknown event type"));
		}
		String context = Json.text(event, "context");
		if (context != null && event.path("contextInfo").isObject()) {
			EventContexts.infoOf(context).check(event.path("contextInfo"), "/contextInfo", violations);
		}
	}

	private static @Nullable Schema propertiesOf(String type, Map<String, Schema> ownTypes) {
		Schema known = EventTypes.propertiesOf(type);
		return (known != null) ? known : ownTypes.get(type);
	}

}
