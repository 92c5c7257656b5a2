package io.contacthub.error;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.contacthub.json.ContactHubJson;
import org.jspecify.annotations.Nullable;

/**
 * What ContactHub, or whatever answered in its place, said when a request failed. Every
 * part but the status may be missing: proxies answer with pages of their own. Not more
 * than the first 64 KB of an answer are read.
 *
 * @param status the HTTP status
 * @param message what went wrong, in the words of the API
 * @param errors the single faults, empty when none was named
 * @param data what the API sent along, such as the existing customer of a conflict: a
 * text, number, boolean, list or map
 * @param logref the key under which ContactHub logged the failure; name it when asking
 * for support
 * @param body the first 500 characters of the answer when it was not an error document of
 * the API
 */
public record ApiError(int status, @Nullable String message, List<Item> errors, @Nullable Object data,
		@Nullable String logref, @Nullable String body) implements Serializable {

	private static final int EXCERPT = 500;

	private static final int LONGEST_PART = 1000;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

	/**
	 * Copy the list.
	 */
	public ApiError {
		errors = List.copyOf(errors);
	}

	/**
	 * Read the body of an answer. It may be anything: what is no error document of the
	 * API is kept as an excerpt.
	 * @param status the HTTP status
	 * @param body the body, or its beginning
	 * @return the error, never an exception
	 */
	public static ApiError of(int status, byte[] body) {
		try {
			if (ContactHubJson.mapper().readValue(body, Object.class) instanceof Map<?, ?> document) {
				Object message = document.containsKey("message") ? document.get("message") : document.get("error");
				return new ApiError(status, text(message), items(document.get("errors")), document.get("data"),
						text(document.get("logref")), (message != null) ? null : excerpt(body));
			}
		}
		catch (RuntimeException ex) {
			// Jackson's own exceptions are not the only ones that bad numbers end in
			return unreadable(status, body);
		}
		return unreadable(status, body);
	}

	/**
	 * An answer that says success and cannot be read.
	 * @param status the HTTP status
	 * @param body the body, or its beginning
	 * @return the error, with an excerpt of the body
	 */
	public static ApiError unreadable(int status, byte[] body) {
		return new ApiError(status, null, List.of(), null, null, excerpt(body));
	}

	private static List<Item> items(@Nullable Object errors) {
		List<Item> items = new ArrayList<>();
		if (errors instanceof List<?> list) {
			for (Object error : list) {
				if (error instanceof Map<?, ?> item) {
					items.add(new Item(text(item.get("message")), text(item.get("path")), item.get("data"),
							item.get("code")));
				}
				else if (error != null) {
					items.add(new Item(error.toString(), null, null, null));
				}
			}
		}
		return items;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	private static @Nullable String excerpt(byte[] body) {
		String text = new String(body, 0, Math.min(body.length, 4 * EXCERPT), StandardCharsets.UTF_8).strip();
		if (text.isEmpty()) {
			return null;
		}
		return (text.length() <= EXCERPT) ? text : text.substring(0, EXCERPT) + "...";
	}

	/**
	 * The parts in the order status, message, errors, data, logref, each with its name.
	 * Long parts are cut, and so that nobody can forge lines of a log, control characters
	 * are left out.
	 * @return one line
	 */
	public String describe() {
		StringBuilder text = new StringBuilder("status ").append(this.status);
		append(text, "message", this.message);
		append(text, "errors", this.errors.isEmpty() ? null : this.errors.stream().map(Item::describe).toList());
		append(text, "data", this.data);
		append(text, "logref", this.logref);
		append(text, "body", this.body);
		return text.toString();
	}

	private static void append(StringBuilder text, String name, @Nullable Object value) {
		if (value != null) {
			text.append(", ").append(name).append(": ").append(line(value.toString()));
		}
	}

	private static String line(String text) {
		String cut = (text.length() <= LONGEST_PART) ? text : text.substring(0, LONGEST_PART) + "...";
		return CONTROL.matcher(cut).replaceAll(" ");
	}

	/**
	 * One of the faults found in a request.
	 *
	 * @param message what is wrong
	 * @param path where it is wrong, as a JSON pointer into the body of the request
	 * @param data what the API sent along
	 * @param code the number or text of the fault, where the API gives one
	 */
	public record Item(@Nullable String message, @Nullable String path, @Nullable Object data,
			@Nullable Object code) implements Serializable {

		/**
		 * Say what is wrong and where.
		 * @return one line
		 */
		public String describe() {
			String text = String.valueOf(this.message);
			return (this.path != null) ? text + " at " + this.path : text;
		}

	}

}
