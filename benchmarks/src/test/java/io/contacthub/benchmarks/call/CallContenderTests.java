package io.contacthub.benchmarks.call;

import java.time.Duration;
import java.util.List;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.json.PlainCustomer;
import io.contacthub.benchmarks.json.PlainEvent;
import io.contacthub.benchmarks.json.PlainJson;
import io.contacthub.benchmarks.json.PlainPage;
import io.contacthub.benchmarks.server.StubServer;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.data.domain.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that contenders do the same work: an unequal race proves nothing.
 */
@DisplayName("Each contender")
class CallContenderTests {

	private static final StubServer STUB = StubServer.start(Duration.ZERO, 70);

	private static final String ID = Documents.customerId(0);

	@AfterAll
	static void stop() {
		STUB.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ours", "restclient", "restclient-jdk", "apache", "unirest" })
	@DisplayName("gets the same values of a customer and of a page, and has an event accepted")
	void getsTheSame(String contender) throws Exception {
		PlainCustomer expected = PlainJson.MAPPER.readValue(Documents.customer(0), PlainCustomer.class);
		try (CallContender client = CallBenchmark.client(contender, "http://localhost:" + STUB.port() + "/hub/v1")) {
			assertThat(plain(client.customer(ID))).isEqualTo(expected);
			List<PlainCustomer> page = page(client.page());
			assertThat(page).hasSize(50).startsWith(expected);
			assertThat(page.get(49)).isEqualTo(PlainJson.MAPPER.readValue(Documents.customer(49), PlainCustomer.class));
			assertThat(client.addEvent(ID)).hasFieldOrPropertyWithValue("id", "0b1a4a6e-6a0e-4d9c-9c0e-0d8a3c1f2b57");
		}
	}

	@Test
	@DisplayName("sends the same event")
	void sendsTheSame() {
		JsonNode expected = PlainJson.MAPPER.readTree(Documents.event());
		Event ours = OurClient.viewedProduct(ID);
		assertThat(PlainJson.MAPPER.readTree(PlainJson.MAPPER.writeValueAsBytes(ours.toMap()))).isEqualTo(expected);
		assertThat(PlainJson.MAPPER.readTree(PlainJson.MAPPER.writeValueAsBytes(PlainEvent.viewedProduct(ID))))
			.isEqualTo(expected);
		assertThat(PlainJson.MAPPER.readTree(GsonJson.GSON.toJson(GsonEvent.viewedProduct(ID)))).isEqualTo(expected);
	}

	@Test
	@DisplayName("knows all members, so that what is equal is the whole customer")
	void knowsAllMembers() {
		PlainCustomer customer = PlainJson.MAPPER.readValue(Documents.customer(0), PlainCustomer.class);
		assertThat(members(PlainJson.MAPPER.valueToTree(customer)))
			.isEqualTo(members(PlainJson.MAPPER.readTree(Documents.customer(0))));
	}

	private static int members(JsonNode node) {
		return node.size() + node.values().stream().mapToInt(CallContenderTests::members).sum();
	}

	private static List<PlainCustomer> page(Object page) {
		if (page instanceof PlainPage plain) {
			return plain.elements();
		}
		return (page instanceof Page<?> ours) ? ours.stream().map(CallContenderTests::plain).toList()
				: ((GsonPage) page).elements.stream().map(CallContenderTests::plain).toList();
	}

	private static PlainCustomer plain(Object customer) {
		if (customer instanceof PlainCustomer plain) {
			return plain;
		}
		return (customer instanceof Customer ours) ? PlainJson.MAPPER.convertValue(ours.toMap(), PlainCustomer.class)
				: PlainJson.MAPPER.readValue(GsonJson.GSON.toJson(customer), PlainCustomer.class);
	}

}
