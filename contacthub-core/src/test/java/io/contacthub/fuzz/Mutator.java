package io.contacthub.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spoils documents, first as JSON and then as bytes.
 */
final class Mutator {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final List<String> VALUES = List.of("null", "true", "false", "0", "-1", "17", "1.50", "-0.0", "1E3",
			"2147483648", "-9223372036854775809", "1e999999999", "1e-999999999", "1e2147483648", "-1e99999999999",
			"0e999999999", "123456789012345678901234567890", "NaN", "01", "+1", "[]", "{}", "[null]", "[[]]", "[{}]",
			"{\"a\":null}", "\"\"", "\" \"", "\"text\"", "\"true\"", "\"17\"", "\"1e400\"", "\"1e2147483648\"",
			"\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"\u2028\"", "'single'",
			"\"2017-02-30\"", "\"2017-03-09T25:00:00Z\"", "\"+999999999-12-31T23:59:59.999999999+18:00\"",
			"\"-999999999-01-01T00:00:00Z\"", "\"2017-03-09T11:31:31.842+00:00[Europe/Rome]\"", "\"2017-W10\"",
			"\"\u0662\u0660\u0661\u0667-03-09\"", "9223372036854775807", "-62135596800000", "\"..\"",
			"\"../customers\"", "\"a/b\"", "\"a\\u0000b\"", "\"UTC+99\"", "\"it\"", "\"completedOrder\"", "\"MOBILE\"",
			"\"SESSION_ID\"");

	private static final List<String> NAMES = List.of("", "id", "unknown", "projection", "elements", "page", "type",
			"properties", "a.b", "\\ud800", "\\u0000", "__proto__", "@type", "@class", "message", "errors", "data");

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE,
			StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("UTF-32"));

	private final Random random;

	private final StringBuilder text = new StringBuilder();

	private int rarity;

	private boolean rareUsed;

	Mutator(Random random) {
		this.random = random;
	}

	/**
	 * Spoil a document, or leave it as it is.
	 * @param document JSON or any other text
	 * @return the bytes of a document that is like it
	 */
	byte[] mutate(String document) {
		int kind = this.random.nextInt(10);
		byte[] bytes = ((kind < 7) ? mutateTokens(document) : document).getBytes(charset());
		for (int i = (kind == 6 || kind == 7 || kind == 8) ? 1 + this.random.nextInt(4) : 0; i > 0; i--) {
			bytes = mutateBytes(bytes);
		}
		return bytes;
	}

	private Charset charset() {
		return (this.random.nextInt(50) > 0) ? StandardCharsets.UTF_8
				: CHARSETS.get(this.random.nextInt(CHARSETS.size()));
	}

	private String mutateTokens(String document) {
		if (!document.startsWith("{") && !document.startsWith("[")) {
			return document;
		}
		this.rarity = 1 << (1 + this.random.nextInt(8));
		this.text.setLength(0);
		this.rareUsed = false;
		write(MAPPER.readTree(document));
		return this.text.toString();
	}

	private boolean now() {
		return this.random.nextInt(this.rarity) == 0;
	}

	private void write(JsonNode node) {
		if (now()) {
			replace(node);
		}
		else {
			keep(node);
		}
	}

	private void keep(JsonNode node) {
		if (node.isObject()) {
			writeObject(node);
		}
		else if (node.isArray()) {
			this.text.append('[');
			String separator = "";
			for (JsonNode element : node) {
				for (int copies = copies(); copies > 0; copies--) {
					this.text.append(separator);
					write(element);
					separator = ",";
				}
			}
			this.text.append(']');
		}
		else {
			this.text.append(MAPPER.writeValueAsString(node));
		}
	}

	private void writeObject(JsonNode node) {
		this.text.append('{');
		String separator = "";
		for (Map.Entry<String, JsonNode> member : node.properties()) {
			for (int copies = copies(); copies > 0; copies--) {
				String name = now() ? NAMES.get(this.random.nextInt(NAMES.size())) : member.getKey();
				this.text.append(separator).append('"').append(name).append("\":");
				write(member.getValue());
				separator = ",";
			}
		}
		this.text.append('}');
	}

	/**
	 * Members and elements are left out and doubled now and then.
	 */
	private int copies() {
		return now() ? this.random.nextInt(4) : 1;
	}

	private void replace(JsonNode node) {
		switch (this.random.nextInt(12)) {
			case 0 -> surround("[", node, "]");
			case 1 -> surround("{\"value\":", node, "}");
			case 2 -> quote(node);
			case 3 -> rare(node);
			case 4, 5 -> this.text.append("null");
			default -> this.text.append(VALUES.get(this.random.nextInt(VALUES.size())));
		}
	}

	private void surround(String before, JsonNode node, String after) {
		this.text.append(before);
		keep(node);
		this.text.append(after);
	}

	private void quote(JsonNode node) {
		this.text.append(MAPPER.writeValueAsString(MAPPER.writeValueAsString(node)));
	}

	/**
	 * Values that take their time, so one to a document will do.
	 */
	private void rare(JsonNode node) {
		if (this.rareUsed) {
			this.text.append("[").append(this.random.nextInt()).append(']');
			return;
		}
		this.rareUsed = true;
		int depth = (this.random.nextInt(20) == 0) ? 100_000 : 480 + this.random.nextInt(30);
		switch (this.random.nextInt(6)) {
			case 0 -> surround("[".repeat(depth), node, "]".repeat(depth));
			case 1 -> surround("{\"a\":".repeat(depth), node, "}".repeat(depth));
			case 2 -> this.text.append("9".repeat(900 + this.random.nextInt(200)));
			case 3 -> this.text.append("0.").append("7".repeat(900 + this.random.nextInt(200)));
			case 4 -> this.text.append('"').append("x".repeat(20_000 + this.random.nextInt(60_000))).append('"');
			default -> this.text.append("{\"").append("n".repeat(60_000)).append("\":1}");
		}
	}

	private byte[] mutateBytes(byte[] bytes) {
		if (bytes.length == 0) {
			return new byte[] { (byte) this.random.nextInt(256) };
		}
		int from = this.random.nextInt(bytes.length);
		int to = Math.min(bytes.length, from + 1 + this.random.nextInt(this.random.nextBoolean() ? 4 : 200));
		return switch (this.random.nextInt(6)) {
			case 0 -> {
				byte[] flipped = bytes.clone();
				flipped[from] ^= (byte) (1 << this.random.nextInt(8));
				yield flipped;
			}
			case 1 -> {
				byte[] inserted = new byte[1 + this.random.nextInt(4)];
				this.random.nextBytes(inserted);
				yield join(Arrays.copyOf(bytes, from), inserted, Arrays.copyOfRange(bytes, from, bytes.length));
			}
			case 2 -> join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
			case 3 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
			case 4 -> Arrays.copyOf(bytes, from);
			default -> {
				byte[] replaced = bytes.clone();
				replaced[from] = (byte) "{}[]\",:0-\\eu \n".charAt(this.random.nextInt(14));
				yield replaced;
			}
		};
	}

	private static byte[] join(byte[]... parts) {
		byte[] joined = new byte[Arrays.stream(parts).mapToInt((part) -> part.length).sum()];
		int position = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, joined, position, part.length);
			position += part.length;
		}
		return joined;
	}

}
