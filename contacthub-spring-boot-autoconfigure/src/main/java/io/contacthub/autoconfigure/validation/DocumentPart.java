package io.contacthub.autoconfigure.validation;

import tools.jackson.databind.JsonNode;

/**
 * Part of a document that a schema describes.
 *
 * @param operation the operation that sends the document
 * @param name what messages call the part, in the plural
 * @param schema the name of the schema
 * @param pointer the JSON pointer to the part
 * @param value the part itself
 * @param isPatch whether it is merged with what is stored, so that nothing can be said
 * about what is not in it
 */
record DocumentPart(String operation, String name, String schema, String pointer, JsonNode value, boolean isPatch) {

}
