package io.contacthub.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader of JSON Lines: one document a line, or a page of them as lists of the API answer
 * it. Blank lines, a byte order mark and the line ends of any system are no matter.
 */
final class SeedReader {

	/**
	 * A line without end must not fill the memory; a document that the API takes is far
	 * from it.
	 */
	private static final int LONGEST_LINE = 16 * 1024 * 1024;

	private final Reader reader;

	private final boolean bytes;

	private final SeedFaults faults = new SeedFaults();

	private final List<SeedDocument> documents = new ArrayList<>();

	private SeedReader(Reader reader, boolean bytes) {
		this.reader = new BufferedReader(reader);
		this.bytes = bytes;
	}

	/**
	 * Read all documents of a text.
	 * @param text the text, which is not closed
	 * @return the documents
	 * @throws IllegalArgumentException if lines are no documents
	 */
	static List<SeedDocument> read(Reader text) {
		return new SeedReader(text, false).read();
	}

	/**
	 * Read all documents of a text in UTF-8.
	 * @param text the text, which is not closed
	 * @return the documents
	 * @throws IllegalArgumentException if lines are no documents
	 */
	static List<SeedDocument> read(InputStream text) {
		// characters are bytes at first, so that the line of a wrong one is known
		return new SeedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1), true).read();
	}

	private List<SeedDocument> read() {
		StringBuilder line = new StringBuilder();
		try {
			int number = 1;
			for (boolean more = true; more; number++) {
				line.setLength(0);
				more = fill(line);
				add("line " + number, number == 1, line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (OutOfMemoryError ex) {
			this.documents.clear();
			throw new IllegalArgumentException("the documents need more memory than there is: all of them are checked "
					+ "before one is stored. Start Java with a larger -Xmx, about nine times their size", ex);
		}
		this.faults.throwIfAny();
		return this.documents;
	}

	/**
	 * Read up to the end of the line.
	 * @return whether there may be another line
	 */
	private boolean fill(StringBuilder line) throws IOException {
		for (int character = this.reader.read(); character != '\n'; character = this.reader.read()) {
			if (character < 0) {
				return false;
			}
			if (line.length() <= LONGEST_LINE) {
				line.append((char) character);
			}
		}
		return true;
	}

	private void add(String place, boolean first, StringBuilder line) {
		if (line.length() > LONGEST_LINE) {
			this.faults.add(place, "longer than " + LONGEST_LINE + " characters");
			return;
		}
		String text = decode(place, line.toString());
		if (first && text.startsWith("\uFEFF")) {
			text = text.substring(1);
		}
		JsonNode node = text.isBlank() ? null : parse(place, text);
		if (node != null) {
			add(place, node);
		}
	}

	private String decode(String place, String line) {
		if (!this.bytes) {
			return line;
		}
		try {
			ByteBuffer encoded = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
			return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
		}
		catch (CharacterCodingException ex) {
			this.faults.add(place, "not UTF-8");
			return "";
		}
	}

	private @Nullable JsonNode parse(String place, String text) {
		try {
			return Json.read(text);
		}
		catch (JacksonException ex) {
			this.faults.add(place,
					"no JSON document that ends on its line, column " + column(ex) + ": " + Json.reason(ex));
			return null;
		}
	}

	private static int column(JacksonException exception) {
		return (exception.getLocation() != null) ? exception.getLocation().getColumnNr() : 1;
	}

	private void add(String place, JsonNode node) {
		if (!(node instanceof ObjectNode object)) {
			this.faults.add(place, "no JSON object, but " + SeedFaults.shortened(node.toString()));
		}
		else if (object.path("elements").isArray()) {
			int element = 0;
			for (JsonNode item : object.path("elements")) {
				element++;
				add(place + ", element " + element, item);
			}
		}
		else {
			this.documents.add(new SeedDocument(place, object));
		}
	}

}
