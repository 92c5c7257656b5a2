package io.contacthub.format;

import io.contacthub.json.ApiObject;

/**
 * Strategy to write a document as the bytes of a record.
 *
 * @param <T> the type of the documents
 */
interface DocumentEncoder<T extends ApiObject> {

	/**
	 * Return what the file begins with.
	 */
	byte[] header();

	/**
	 * Return a document with the end of its line.
	 */
	byte[] encode(T document);

	/**
	 * Return how many cells may be taken for formulas.
	 */
	long formulas();

}
