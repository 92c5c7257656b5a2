package io.contacthub.emulator;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of events.
 */
final class EventShapes {

	static final ObjectShape BRING_BACK = ObjectShape.strict()
		.with("type", ValueShape.oneOf("SESSION_ID", "EXTERNAL_ID"))
		.with(ValueShape.NOT_EMPTY, "value", "nodeId")
		.require("type", "value", "nodeId");

	static final ObjectShape TRACKING = ObjectShape.nullable()
		.with("ga",
				ObjectShape.nullable().texts("utm_source", "utm_medium", "utm_term", "utm_content", "utm_campaign"));

	/**
	 * The members that an event is created from.
	 */
	static final ObjectShape POST = ObjectShape.strict()
		.with("type", ValueShape.NOT_EMPTY)
		.with("context", EventContexts.NAME)
		.with("properties", ValueShape.FREE_OBJECT)
		.with("customerId", ValueShape.NOT_EMPTY.orNull())
		.with("bringBackProperties", BRING_BACK.orNull())
		.with("date", ValueShape.DATE_TIME.orNull())
		.with("contextInfo", ValueShape.FREE_OBJECT.orNull())
		.with("tracking", TRACKING.orNull())
		.require("type", "context", "properties");

	/**
	 * The members of a replacement.
	 */
	static final ObjectShape PUT = POST.with("id", ValueShape.NOT_EMPTY)
		.with(ValueShape.DATE_TIME, "registeredAt", "updatedAt")
		.require("id", "registeredAt", "updatedAt");

	private EventShapes() {
	}

	/**
	 * Compares an event with one of these shapes, and its parts with those of its type
	 * and context.
	 * @param shape the shape of the whole
	 * @param event the event
	 * @param ownTypes the types that the workspace defines itself
	 * @param violations takes what is wrong
	 */
	static void check(ObjectShape shape, ObjectNode event, Set<String> ownTypes, List<Violation> violations) {
		shape.check(event, "", violations);
		String type = Json.text(event, "type");
		ObjectShape properties = (type != null) ? EventTypes.propertiesOf(type) : null;
		if (properties != null && event.path("properties").isObject()) {
			properties.check(event.path("properties"), "/properties", violations);
		}
		if (type != null && !type.isEmpty() && properties == null && !ownTypes.contains(type)) {
			violations.add(new Violation("/type", "unknown event type"));
		}
		String context = Json.text(event, "context");
		if (context != null && event.path("contextInfo").isObject()) {
			EventContexts.infoOf(context).check(event.path("contextInfo"), "/contextInfo", violations);
		}
	}

}
