package io.contacthub.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response as the handlers make it.
 *
 * @param status the HTTP status
 * @param headers the headers by their names
 * @param body the encoded body, empty if it is written
 * @param writer writes the body, null if it is held
 */
record EmulatedResponse(int status, Map<String, String> headers, byte[] body, @Nullable BodyWriter writer) {

	private static final String CONTENT_TYPE = "Content-Type";

	static EmulatedResponse of(int status, JsonNode body) {
		return of(status, "application/json;charset=UTF-8", Json.bytes(body));
	}

	static EmulatedResponse of(int status, String contentType, byte[] body) {
		return new EmulatedResponse(status, Map.of(CONTENT_TYPE, contentType), body, null);
	}

	static EmulatedResponse ok(JsonNode body) {
		return of(200, body);
	}

	static EmulatedResponse empty(int status) {
		return new EmulatedResponse(status, Map.of(), new byte[0], null);
	}

	/**
	 * Return a response whose body is written while it goes out. Only the operations that
	 * control the emulator answer like this.
	 */
	static EmulatedResponse streamed(int status, String contentType, BodyWriter writer) {
		return new EmulatedResponse(status, Map.of(CONTENT_TYPE, contentType), new byte[0], writer);
	}

	EmulatedResponse withHeader(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.put(name, value);
		return new EmulatedResponse(this.status, all, this.body, this.writer);
	}

}
