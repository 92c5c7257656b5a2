package io.contacthub.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes of the elements of the data of analytics.
 */
enum AnalyticsShape {

	/** A number of customers or events. */
	COUNT(Json.object().set("count", typed("integer"))),

	/** Numbers by source. */
	SOURCES(list("values", "sourceId", "string", "count", "integer")),

	/** Numbers by a part of the time. */
	TIMES(list("values", "time", "string", "count", "integer")),

	/** Parts of a whole. */
	PARTS(list("distribution", "name", "string", "value", "number")),

	/** How customers come and go. */
	CUSTOMER_TREND(list("values", "time", "string", "new", "number", "lost", "number", "total", "number")),

	/** How events come. */
	EVENT_TREND(list("values", "time", "string", "new", "number", "total", "number")),

	/** One number. */
	NUMBER(Json.object().set("value", typed("number"))),

	/** Parts that have parts. */
	PARTS_OF_PARTS(nested());

	private final ObjectNode members;

	AnalyticsShape(ObjectNode members) {
		this.members = members;
	}

	/**
	 * Return what describes an element of this shape.
	 */
	ObjectNode headers() {
		ObjectNode headers = Json.object().set("nodeId", typed("string"));
		headers.setAll(this.members.deepCopy());
		return headers;
	}

	private static ObjectNode typed(String type) {
		return Json.object().put("type", type);
	}

	private static ObjectNode list(String name, String... namesAndTypes) {
		ObjectNode list = Json.object();
		ObjectNode properties = list.putObject(name)
			.put("type", "array")
			.putObject("items")
			.put("type", "object")
			.putObject("properties");
		for (int index = 0; index < namesAndTypes.length; index += 2) {
			properties.set(namesAndTypes[index], typed(namesAndTypes[index + 1]));
		}
		return list;
	}

	private static ObjectNode nested() {
		ObjectNode outer = list("distribution", "name", "string");
		ObjectNode properties = (ObjectNode) outer.at("/distribution/items/properties");
		properties.setAll(list("distribution", "name", "string", "value", "number"));
		return outer;
	}

}
