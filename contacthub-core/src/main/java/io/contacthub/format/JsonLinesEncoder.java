package io.contacthub.format;

import java.util.Arrays;

import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;

/**
 * Encoder that writes a document as a line of JSON.
 *
 * @param <T> the type of the documents
 */
final class JsonLinesEncoder<T extends ApiObject> implements DocumentEncoder<T> {

	@Override
	public byte[] header() {
		return new byte[0];
	}

	@Override
	public byte[] encode(T document) {
		byte[] json = ContactHubJson.mapper().writeValueAsBytes(document);
		byte[] line = Arrays.copyOf(json, json.length + 1);
		line[json.length] = '\n';
		return line;
	}

	@Override
	public long formulas() {
		return 0;
	}

}
