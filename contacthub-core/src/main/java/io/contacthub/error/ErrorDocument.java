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
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reader of the body of a failed request, whatever it is, part by part: of one that is
 * very long, or breaks off, those parts are kept that came.
 */
final class ErrorDocument {

	private static final int HEAD = 2000;

	private static final int MOST_ITEMS = 100;

	private static final int MOST_VALUES = 10_000;

	private static final int LONGEST_TEXT = 64 * 1024;

	private static final int LONGEST_NUMBER = 1000;

	private static final int DEEPEST = 100;

	/**
	 * What is too long or too deep is skipped, so that what comes after it is found.
	 */
	private static final JsonMapper PARSERS = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(100_000).maxNumberLength(1_000_000).build())
			.build())
		.build();

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
		// by itself the parser knows UTF-8 with and without a mark at its beginning
		boolean declared = charset != null && !charset.equals(StandardCharsets.UTF_8);
		try (JsonParser parser = declared ? PARSERS.createParser(new InputStreamReader(body, charset))
				: PARSERS.createParser(body)) {
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
				this.message = readPart(parser);
			}
			case "error" -> {
				this.error = readPart(parser);
			}
			case "logref" -> {
				Object key = readPart(parser);
				this.logref = (key instanceof Map || key instanceof List || key instanceof Boolean) ? null : key;
			}
			case "data" -> {
				this.data = readPart(parser);
			}
			case "errors" -> readItems(parser);
			default -> parser.skipChildren();
		}
	}

	private void readItems(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			Object item = readPart(parser);
			if (item instanceof Map<?, ?> members && !members.containsKey("message")) {
				this.items.add(new ApiError.Item(text(item), null, null, null));
			}
			else {
				addItem(item);
			}
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (this.items.size() < MOST_ITEMS) {
				addItem(readPart(parser));
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

	/**
	 * Read a part of the document, which does not depend on how long those before it are.
	 */
	private @Nullable Object readPart(JsonParser parser) {
		this.values = 0;
		return readValue(parser, 0);
	}

	private @Nullable Object readValue(JsonParser parser, int depth) {
		if (++this.values > MOST_VALUES || depth > DEEPEST) {
			parser.skipChildren();
			return null;
		}
		return switch (parser.currentToken()) {
			case VALUE_STRING -> cut(this.filter.apply(parser.getString()));
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(parser);
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case START_ARRAY -> {
				List<@Nullable Object> list = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					list.add(readValue(parser, depth + 1));
				}
				yield list;
			}
			case START_OBJECT -> {
				Map<String, @Nullable Object> map = new LinkedHashMap<>();
				for (String name = parser.nextName(); name != null; name = parser.nextName()) {
					parser.nextToken();
					map.put(this.filter.apply(name), readValue(parser, depth + 1));
				}
				yield map;
			}
			default -> null;
		};
	}

	/**
	 * Read a number, unless it is so long that it takes time, or hides something.
	 */
	private Object readNumber(JsonParser parser) {
		String text = parser.getString();
		if (text.length() > LONGEST_NUMBER || !text.equals(this.filter.apply(text))) {
			return cut(this.filter.apply(text));
		}
		return (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) ? parser.getNumberValue()
				: parser.getDecimalValue();
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
	 * Return a text as it is, and anything else as JSON.
	 */
	private static @Nullable String text(@Nullable Object value) {
		return (value == null || value instanceof String) ? (String) value
				: ContactHubJson.mapper().writeValueAsString(value);
	}

}
