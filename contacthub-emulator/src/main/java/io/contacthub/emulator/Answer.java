package io.contacthub.emulator;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an operation answers.
 *
 * @param status the HTTP status
 * @param contentType type of the body, null if there is none
 * @param body the encoded body
 */
record Answer(int status, @Nullable String contentType, byte[] body) {

	static Answer of(int status, JsonNode body) {
		return new Answer(status, "application/json;charset=UTF-8", Json.bytes(body));
	}

	static Answer ok(JsonNode body) {
		return of(200, body);
	}

	static Answer empty(int status) {
		return new Answer(status, null, new byte[0]);
	}

	static Answer page(int status, String html) {
		return new Answer(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
	}

}
