package io.contacthub.emulator;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for made-up customers and for the program that shows them.
 */
@DisplayName("With sample data,")
class SampleDataTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("made-up customers have names, addresses at example.com and events")
	void customersAreComplete() {
		emulator.populate(45);
		emulator.populate(5);
		JsonNode customers = customers(emulator);
		assertThat(customers.size()).isEqualTo(50);
		assertThat(customers.values()).allSatisfy((customer) -> {
			assertThat(customer.at("/base/firstName").isString()).isTrue();
			assertThat(customer.at("/base/contacts/email").stringValue()).endsWith("@example.com");
			assertThat(customer.at("/base/dob").isString()).isTrue();
			assertThat(customer.at("/base/address/city").isString()).isTrue();
			assertThat(api.get("/events", "customerId", customer.path("id").stringValue())
				.at("/page/totalElements")
				.intValue()).isBetween(2, 5);
		});
		Set<String> contexts = api.get("/events", "nodeId", node(), "size", "50")
			.at("/elements")
			.values()
			.stream()
			.map((event) -> event.path("context").stringValue())
			.collect(Collectors.toSet());
		assertThat(contexts).hasSizeGreaterThan(3);
	}

	@Test
	@DisplayName("a made-up customer and its events are what requests would have stored")
	void customersAreAsIfPosted() {
		emulator.populate(1);
		JsonNode made = customers(emulator).get(0);
		JsonNode madeEvents = events(made);
		emulator.reset();
		ObjectNode body = ((ObjectNode) made).deepCopy();
		body.remove(List.of("id", "registeredAt", "updatedAt", "sourceInfo"));
		JsonNode posted = api.post("/customers", body.toString()).json();
		assertThat(without(posted, "id", "registeredAt", "updatedAt"))
			.isEqualTo(without(made, "id", "registeredAt", "updatedAt"));
		for (JsonNode event : madeEvents) {
			api.post("/events",
					without(event, "id", "registeredAt", "updatedAt").set("customerId", posted.get("id")).toString());
		}
		JsonNode postedEvents = events(posted);
		assertThat(postedEvents.size()).isEqualTo(madeEvents.size());
		for (int index = 0; index < madeEvents.size(); index++) {
			String[] differing = { "id", "customerId", "registeredAt", "updatedAt", "contextInfo" };
			assertThat(without(postedEvents.get(index), differing))
				.isEqualTo(without(madeEvents.get(index), differing));
			assertThat(madeEvents.get(index).propertyNames())
				.containsExactlyElementsOf(postedEvents.get(index).propertyNames());
		}
	}

	private static JsonNode events(JsonNode customer) {
		return api.get("/events", "customerId", customer.path("id").stringValue()).at("/elements");
	}

	private static ObjectNode without(JsonNode document, String... members) {
		return ((ObjectNode) document).deepCopy().remove(List.of(members));
	}

	@Test
	@DisplayName("made-up customers that are there already, out of a file, are not there twice")
	void customersAreNotThereTwice() throws Exception {
		emulator.populate(3);
		StringWriter lines = new StringWriter();
		emulator.export(lines);
		emulator.reset();
		emulator.seed(new StringReader(lines.toString()));
		emulator.populate(5);
		assertThat(customers(emulator).findValuesAsString("externalId")).hasSize(5).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("made-up customers are the same each time")
	void customersAreDeterministic() {
		emulator.populate(3);
		JsonNode first = customers(emulator);
		emulator.reset();
		emulator.populate(3);
		JsonNode second = customers(emulator);
		assertThat(second.findValuesAsString("id")).isEqualTo(first.findValuesAsString("id"));
		assertThat(second.findValues("base")).isEqualTo(first.findValues("base"));
	}

	private static JsonNode customers(ContactHubEmulator emulator) {
		return ApiClient.of(emulator).get("/customers", "nodeId", emulator.nodeId(), "size", "50").at("/elements");
	}

}
