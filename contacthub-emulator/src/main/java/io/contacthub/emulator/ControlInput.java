package io.contacthub.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader of what the operations that control the emulator are given. What they do not
 * know they refuse, so that a slip of the pen is not taken for success.
 */
final class ControlInput {

	private static final int LONGEST_BODY = 64 * 1024;

	private ControlInput() {
	}

	/**
	 * Return the body, a JSON object, whatever type it says it has: that of commands in a
	 * shell is often not set.
	 * @param request the request
	 * @param known the members that may be there
	 * @return the object
	 */
	static ObjectNode body(EmulatedRequest request, Collection<String> known) {
		JsonNode body = Json.parse(new String(bytes(request), StandardCharsets.UTF_8));
		if (!(body instanceof ObjectNode object)) {
			throw RequestRejectedException.badRequest("the body has to be a JSON object of " + list(known));
		}
		requireKnown("member", object.propertyNames(), known);
		return object;
	}

	private static byte[] bytes(EmulatedRequest request) {
		try {
			byte[] bytes = request.rawBody().stream().readNBytes(LONGEST_BODY + 1);
			if (bytes.length > LONGEST_BODY) {
				throw RequestRejectedException.of(413, "the body is longer than " + LONGEST_BODY + " bytes");
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Refuse parameters of the query that nobody knows.
	 */
	static void requireParameters(EmulatedRequest request, String... known) {
		requireKnown("parameter", request.parameterNames(), Arrays.asList(known));
	}

	private static void requireKnown(String kind, Collection<String> names, Collection<String> known) {
		List<String> unknown = names.stream().filter((name) -> !known.contains(name)).toList();
		if (!unknown.isEmpty()) {
			throw RequestRejectedException.badRequest("unknown " + kind + " " + list(unknown)
					+ (known.isEmpty() ? ", there are none" : ", known are " + list(known)));
		}
	}

	private static String list(Collection<String> names) {
		return String.join(", ", names);
	}

	/**
	 * Return a parameter that is a number.
	 */
	static int number(EmulatedRequest request, String name, int fallback, int least, int most) {
		String text = request.parameter(name);
		if (text == null) {
			return fallback;
		}
		try {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// told below
		}
		throw RequestRejectedException
			.badRequest(name + " must be a number between " + least + " and " + most + ", was " + text);
	}

	/**
	 * Return the workspace that the query names, or the first one.
	 */
	static EmulatedWorkspace workspace(EmulatedRequest request, EmulatedApi api) {
		return orReject(404, () -> api.workspaceOrFirst(request.parameter("workspace")));
	}

	/**
	 * Return a member that is a time.
	 */
	static Duration duration(String name, @Nullable JsonNode value) {
		if (value == null || !value.isString()) {
			throw new IllegalArgumentException(
					name + ": a time such as \"50ms\", \"30s\" or \"PT0.05S\" is expected, was " + value);
		}
		try {
			return DurationText.read(value.stringValue());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(name + ": " + ex.getMessage());
		}
	}

	/**
	 * Return a value that cannot be made of every input: an exception becomes an answer.
	 * @param status the status of that answer
	 */
	static <T> T orReject(int status, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (IllegalArgumentException ex) {
			throw RequestRejectedException.of(status, String.valueOf(ex.getMessage()));
		}
	}

}
