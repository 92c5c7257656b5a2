package io.contacthub.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonFault;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

import org.springframework.messaging.Message;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.util.Assert;

/**
 * Reader of documents from the payloads of messages. What it refuses would be refused
 * again, which the exception tells the listeners of brokers by its type; it says nothing
 * of what is in the payload.
 *
 * @param <T> the type of the documents
 */
final class PayloadReader<T> {

	private static final ObjectReader JSON = ContactHubJson.mapper()
		.readerFor(JsonObject.class)
		.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

	private final Class<T> type;

	private final String name;

	private final Function<JsonObject, T> reading;

	private final Function<T, JsonObject> unknown;

	private PayloadReader(Class<T> type, String name, Function<JsonObject, T> reading,
			Function<T, JsonObject> unknown) {
		this.type = type;
		this.name = name;
		this.reading = reading;
		this.unknown = unknown;
	}

	static PayloadReader<Event> ofEvents() {
		return new PayloadReader<>(Event.class, "an event", Event::of, Event::unknown);
	}

	static PayloadReader<Customer> ofCustomers() {
		return new PayloadReader<>(Customer.class, "a customer", Customer::of, Customer::unknown);
	}

	/**
	 * Read all documents of a payload that is a list.
	 */
	List<T> readAll(Message<?> message, Collection<?> payload) {
		List<T> documents = new ArrayList<>(payload.size());
		for (Object element : payload) {
			documents.add(read(message, element, "Element " + documents.size() + " of the payload"));
		}
		return documents;
	}

	/**
	 * Read the document of a payload.
	 */
	T read(Message<?> message) {
		return read(message, message.getPayload(), "The payload");
	}

	private T read(Message<?> message, @Nullable Object value, String subject) {
		if (this.type.isInstance(value)) {
			return this.type.cast(value);
		}
		try {
			JsonObject object = object(value);
			Assert.notNull(object, "is no JSON object");
			return document(object);
		}
		catch (JacksonException ex) {
			String fault = JsonFault.of(ex, "is no JSON object");
			throw refusal(message, subject + (fault.startsWith("is ") ? " " : ": ") + fault);
		}
		catch (IllegalArgumentException ex) {
			throw refusal(message, subject + " " + ex.getMessage());
		}
	}

	private @Nullable JsonObject object(@Nullable Object value) {
		if (value instanceof JsonObject object) {
			return object;
		}
		if (value instanceof JsonNode node) {
			return ContactHubJson.mapper().treeToValue(node, JsonObject.class);
		}
		if (value instanceof byte[] bytes) {
			return JSON.readValue(bytes);
		}
		if (value instanceof String text) {
			return JSON.readValue(text);
		}
		throw new IllegalArgumentException(
				(value != null) ? "is of the type " + value.getClass().getName() : "is null, which is nothing to send");
	}

	/**
	 * Read a document, unless it is about something else: all of its members would be
	 * stored as ones that nobody knows.
	 */
	private T document(JsonObject object) {
		T document = read(object);
		Set<String> known = new HashSet<>(object.keySet());
		known.removeAll(this.unknown.apply(document).keySet());
		known.remove("id");
		if (known.isEmpty()) {
			throw new IllegalArgumentException("is a JSON object without a member that " + this.name + " has");
		}
		return document;
	}

	/**
	 * Read an object, whose values may be ones of Java. What is said of one that has no
	 * place there would quote it.
	 */
	private T read(JsonObject object) {
		try {
			return this.reading.apply(object);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"has a value that " + this.name + " cannot have there, as reading it by itself will tell");
		}
	}

	private MessageConversionException refusal(Message<?> message, String fault) {
		return new MessageConversionException(message,
				fault + ": make " + this.name + " of it before, such as by .transform(...), or give its JSON as a "
						+ "text, bytes, JsonNode or JsonObject, or a List of these");
	}

}
