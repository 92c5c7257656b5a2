package io.contacthub.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * The extended properties that customers of a workspace can have.
 *
 * @param document the JSON Schema as callers read it
 * @param schema what customers are compared with
 */
record ExtendedProperties(ObjectNode document, Schema schema) {

	static ExtendedProperties of(Schema schema) {
		return new ExtendedProperties(schema.document(), schema);
	}

}
