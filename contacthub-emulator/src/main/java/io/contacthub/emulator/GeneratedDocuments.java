package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers and events of {@link GeneratedData} as they are stored: registered when they
 * happened, and readable at once.
 */
final class GeneratedDocuments {

	private static final ObjectNode SOURCE = StoredObject
		.of(Json.object().put("registeredBy", EmulatorSettings.SOURCE_ID).put("updatedBy", EmulatorSettings.SOURCE_ID));

	private final ConfigurationStore configuration;

	private final InstantSource clock;

	private int count;

	GeneratedDocuments(ConfigurationStore configuration, InstantSource clock) {
		this.configuration = configuration;
		this.clock = clock;
	}

	/**
	 * Make the next customers.
	 * @param number how many
	 * @param seed the seed
	 * @param customer takes each customer
	 * @param event takes each event
	 * @throws IllegalArgumentException if Datafaker is missing
	 */
	void make(int number, long seed, Consumer<ObjectNode> customer, Consumer<StoredEvent> event) {
		WorkspaceRules rules = this.configuration.rules();
		String nodeId = rules.nodeId();
		GeneratedData data = new GeneratedData(seed, nodeId, this.clock.instant());
		for (int made = 0; made < number; made++) {
			this.count++;
			GeneratedData.Generated generated = data.customer(this.count);
			ObjectNode document = customer(generated, rules);
			customer.accept(document);
			for (ObjectNode body : generated.events()) {
				event.accept(new StoredEvent(event(body, document.path("id")), nodeId, Instant.MIN));
			}
		}
	}

	void clear() {
		this.count = 0;
	}

	private static ObjectNode customer(GeneratedData.Generated generated, WorkspaceRules rules) {
		ObjectNode customer = Json.object().put("id", generated.id());
		customer.setAll(generated.customer());
		List<Violation> violations = new ArrayList<>();
		rules.checkExtended(customer, violations);
		if (!violations.isEmpty()) {
			customer.remove("extended");
		}
		customer.put("registeredAt", DateFormats.write(generated.registered()));
		customer.set("updatedAt", customer.get("registeredAt"));
		customer.set("sourceInfo", SOURCE);
		return StoredObject.of(customer.put("enabled", true));
	}

	private static ObjectNode event(ObjectNode body, JsonNode customerId) {
		ObjectNode event = Json.object();
		event.set("id", body.get("id"));
		event.set("customerId", customerId);
		event.set("bringBackProperties", NullNode.getInstance());
		for (String member : List.of("type", "context", "date", "properties", "contextInfo")) {
			event.set(member, body.get(member));
		}
		event.set("registeredAt", body.get("date"));
		event.set("tracking", NullNode.getInstance());
		event.set("updatedAt", body.get("date"));
		return event;
	}

}
