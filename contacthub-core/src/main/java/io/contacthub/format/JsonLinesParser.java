package io.contacthub.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonFault;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Parser of a line that holds a document in JSON.
 *
 * @param <T> the type of the documents
 */
final class JsonLinesParser<T extends ApiObject> implements RowParser<T> {

	private static final ObjectReader READER = ContactHubJson.mapper()
		.readerFor(JsonObject.class)
		.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

	private static final List<String> OF_CUSTOMERS = List.of("externalId", "base", "extended", "extra", "consents",
			"tags");

	private final Class<T> type;

	private final boolean marked;

	private final RecordDecoder decoder = new RecordDecoder(StandardCharsets.UTF_8, "save the file as UTF-8");

	JsonLinesParser(Class<T> type, boolean marked) {
		this.type = type;
		this.marked = marked;
	}

	@Override
	public Row.Content<T> parse(RawRecord row) throws RefusedRowException {
		String text = this.decoder.decode(row.bytes());
		if (!text.stripLeading().startsWith("{")) {
			throw new RefusedRowException("is no JSON object: a document is one, on one line");
		}
		try {
			JsonObject document = READER.readValue(text);
			String other = other(document);
			if (other != null) {
				throw new RefusedRowException(other);
			}
			return new Row.Content<>(document, Members.read(document, this.type));
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			String where = (location != null) ? ": see character " + location.getColumnNr() : "";
			throw new RefusedRowException(JsonFault.of(ex, "is no JSON" + where));
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedRowException(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Return what a document is that is not of the type: files of everything hold several
	 * types.
	 */
	private @Nullable String other(JsonObject document) {
		boolean customer = OF_CUSTOMERS.stream().anyMatch(document::containsKey);
		if (document.containsKey("sessionId") && document.containsKey("value") && !customer) {
			return "is a session: only customers and events are read from files";
		}
		boolean event = document.containsKey("type") && document.containsKey("context");
		if (this.type == Customer.class && event && !customer) {
			return "is an event, and no customer: read events by themselves";
		}
		return (this.type == Event.class && customer && !event)
				? "is a customer, and no event: read customers by themselves" : null;
	}

	@Override
	public List<String> columns() {
		return List.of();
	}

	@Override
	public byte[] refusalHeader() {
		return this.marked ? RecordSplitter.mark() : new byte[0];
	}

	@Override
	public byte[] refusal(RawRecord row, String reason) {
		ByteArrayOutputStream lines = new ByteArrayOutputStream();
		lines.writeBytes(("# line " + row.line() + ": " + reason + "\n").getBytes(StandardCharsets.UTF_8));
		lines.writeBytes(row.bytes());
		lines.write('\n');
		return lines.toByteArray();
	}

	@Override
	public RecordDecoder decoder() {
		return this.decoder;
	}

}
