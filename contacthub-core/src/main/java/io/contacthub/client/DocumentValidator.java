package io.contacthub.client;

import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * Strategy to judge a document before it is sent, say by the schemas of the workspace. It
 * is asked once for each call that has a body, whichever interface declares it, before
 * its first request and on the thread that makes the call.
 *
 * @see ContactHubClient.Builder#documentValidator
 */
@FunctionalInterface
public interface DocumentValidator {

	/**
	 * Refuse a document that must not be sent. What the validator itself sends meanwhile
	 * is not given to any.
	 * @param operation the operation without its ids, such as {@code POST /events} or
	 * {@code PATCH /customers/{id}}
	 * @param document gives the document as it will be written, made with the first
	 * request for it; it is not to be changed
	 * @throws IllegalDocumentException when the document is refused; it comes out of the
	 * call as it is, and nothing is sent
	 */
	void validate(String operation, Supplier<JsonNode> document);

}
