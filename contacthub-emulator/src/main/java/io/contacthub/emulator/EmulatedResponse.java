package io.contacthub.emulator;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response as the handlers make it.
 *
 * @param status the HTTP status
 * @param contentType type of the body, null if there is none
 * @param body the encoded body
 */
record EmulatedResponse(int status, @Nullable String contentType, byte[] body) {

	static EmulatedResponse of(int status, JsonNode body) {
		return new EmulatedResponse(status, "application/json;charset=UTF-8", Json.bytes(body));
	}

	static EmulatedResponse ok(JsonNode body) {
		return of(200, body);
	}

	static EmulatedResponse empty(int status) {
		return new EmulatedResponse(status, null, new byte[0]);
	}

	static EmulatedResponse page(int status, String html) {
		return new EmulatedResponse(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
	}

}
