package io.contacthub.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.contacthub.json.ContactHubJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the body of a failed request, whatever it is, part by part: of one that is very
 * long, or breaks off, those parts are kept that came.
 */
final class ErrorDocument {

	private static final int HEAD = 2000;

	private static final int MOST_ITEMS = 100;

	private static final int MOST_VALUES = 10_000;

	private static final int LONGEST_TEXT = 64 * 1024;

	private static final Set<String> MEMBERS = Set.of("message", "path", "data", "code");

	private final int status;

	private final UnaryOperator<String> filter;

	private final List<ApiError.Item> items = new ArrayList<>();

	private @Nullable Object message;

	private @Nullable Object error;

	private boolean named;

	private @Nullable Object data;

	private @Nullable Object logref;

	private int values;

	private ErrorDocument(int status, UnaryOperator<String> filter) {
		this.status = status;
		this.filter = filter;
	}

	static ApiError read(int status, InputStream body, @Nullable Charset charset, UnaryOperator<String> filter) {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		InputStream rest = readHead(body, head) ? body : InputStream.nullInputStream();
		ErrorDocument document = new ErrorDocument(status, filter);
		boolean read = document.read(new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), rest),
				charset);
		String beginning = filter.apply(head.toString((charset != null) ? charset : StandardCharsets.UTF_8));
		return read ? document.toError(beginning) : ApiError.unreadable(status, beginning);
	}

	/**
	 * Read the beginning, as much of it as comes.
	 * @return whether there may be more to read
	 */
	private static boolean readHead(InputStream body, ByteArrayOutputStream head) {
		byte[] buffer = new byte[HEAD];
		try {
			while (head.size() < HEAD) {
				int count = body.read(buffer, 0, HEAD - head.size());
				if (count < 0) {
					return false;
				}
				head.write(buffer, 0, count);
			}
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Read the document.
	 * @return whether it is one
	 */
	private boolean read(InputStream body, @Nullable Charset charset) {
		try (JsonParser parser = (charset != null)
				? ContactHubJson.mapper().createParser(new InputStreamReader(body, charset))
				: ContactHubJson.mapper().createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return false;
			}
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				parser.nextToken();
				readMember(parser, name);
			}
			return true;
		}
		catch (RuntimeException ex) {
			// Jackson's own exceptions are not the only ones that bad numbers end in
			return this.message != null || this.logref != null || !this.items.isEmpty();
		}
	}

	private void readMember(JsonParser parser, String name) {
		switch (name) {
			case "message" -> {
				this.named = true;
				this.message = readValue(parser);
			}
			case "error" -> {
				this.error = readValue(parser);
			}
			case "logref" -> {
				this.logref = readValue(parser);
			}
			case "data" -> {
				this.data = readValue(parser);
			}
			case "errors" -> readItems(parser);
			default -> parser.skipChildren();
		}
	}

	private void readItems(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			addItem(readValue(parser));
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (this.items.size() < MOST_ITEMS) {
				addItem(readValue(parser));
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private void addItem(@Nullable Object item) {
		if (item instanceof Map<?, ?> members && members.keySet().stream().anyMatch(MEMBERS::contains)) {
			this.items.add(new ApiError.Item(text(members.get("message")), text(members.get("path")),
					members.get("data"), members.get("code")));
		}
		else if (item != null) {
			this.items.add(new ApiError.Item(text(item), null, null, null));
		}
	}

	private @Nullable Object readValue(JsonParser parser) {
		if (++this.values > MOST_VALUES) {
			parser.skipChildren();
			return null;
		}
		return switch (parser.currentToken()) {
			case VALUE_STRING -> cut(this.filter.apply(parser.getString()));
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case START_ARRAY -> {
				List<@Nullable Object> list = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					list.add(readValue(parser));
				}
				yield list;
			}
			case START_OBJECT -> {
				Map<String, @Nullable Object> map = new LinkedHashMap<>();
				for (String name = parser.nextName(); name != null; name = parser.nextName()) {
					parser.nextToken();
					map.put(this.filter.apply(name), readValue(parser));
				}
				yield map;
			}
			default -> null;
		};
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT) + "...";
	}

	private ApiError toError(String beginning) {
		Object text = this.named ? this.message : this.error;
		return new ApiError(this.status, text(text), this.items, this.data, text(this.logref),
				(text != null) ? null : ApiError.excerpt(beginning));
	}

	/**
	 * A text as it is, and anything else as JSON.
	 */
	private static @Nullable String text(@Nullable Object value) {
		return (value == null || value instanceof String) ? (String) value
				: ContactHubJson.mapper().writeValueAsString(value);
	}

}
