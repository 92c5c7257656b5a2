package io.contacthub.emulator;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * All documents of a workspace at one moment, to be written as JSON Lines: customers,
 * sessions and events in the order in which they came.
 */
final class JsonLinesExport {

	private final List<ObjectNode> customers;

	private final List<StoredSession> sessions;

	private final List<StoredEvent> events;

	/**
	 * Take what is there. Nobody else may change the stores meanwhile; what happens to
	 * them later is not seen.
	 */
	JsonLinesExport(CustomerStore customers, SessionStore sessions, EventStore events) {
		this.customers = List.copyOf(customers.all());
		this.sessions = List.copyOf(sessions.all());
		this.events = List.copyOf(events.all());
	}

	/**
	 * Write one document after the other.
	 * @param writer where they are written, not closed
	 * @throws IOException if the writer fails
	 */
	void write(Writer writer) throws IOException {
		for (ObjectNode customer : this.customers) {
			write(writer, CustomerDocument.full(customer));
		}
		for (StoredSession session : this.sessions) {
			write(writer,
					Json.object()
						.put("sessionId", session.id())
						.put("value", session.value())
						.put("customerId", session.customerId()));
		}
		for (StoredEvent event : this.events) {
			write(writer, event.document());
		}
		writer.flush();
	}

	private static void write(Writer writer, ObjectNode document) throws IOException {
		// by way of bytes, since only these have half a pair of surrogates escaped
		writer.write(new String(Json.bytes(document), StandardCharsets.UTF_8));
		writer.write('\n');
	}

}
