package io.contacthub.samples.desk.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;

/**
 * Customers and events with which an emulator is filled for the page of a customer.
 */
public final class PageData {

	/**
	 * The id of the customer whose page is looked at, one of the emulator's own.
	 */
	public static final String ID = "1c1e3dd0-9531-3f30-b24a-c021ca3b95b8";

	private PageData() {
	}

	/**
	 * Let the customer have every member that the library knows, and further ones at each
	 * level.
	 */
	public static void everything(ContactHubEmulator emulator) {
		answer(emulator,
				resource("/customer/everything.json").replace("CUSTOMER", ID).replace("NODE", emulator.nodeId()));
	}

	/**
	 * Answer a document in place of the customer.
	 */
	public static void answer(ContactHubEmulator emulator, String customer) {
		emulator.wireMock()
			.register(
					WireMock.get(WireMock.urlPathMatching(".*/customers/" + ID)).willReturn(WireMock.okJson(customer)));
	}

	/**
	 * Let some of the customer's data fail.
	 * @param path what the path ends with
	 */
	public static void fail(ContactHubEmulator emulator, String path, int status) {
		emulator.wireMock()
			.register(WireMock.get(WireMock.urlPathMatching(".*" + path))
				.willReturn(WireMock.jsonResponse("{\"logref\": \"4711\", \"message\": \"no\"}", status)));
	}

	/**
	 * Add an event.
	 */
	public static void event(ContactHubEmulator emulator, String type, String context, Instant date,
			JsonObject properties) {
		emulator.seed(new StringReader(line(type, context, date, properties)));
	}

	/**
	 * Add events that the customer has not of itself, a minute apart.
	 */
	public static void pageViews(ContactHubEmulator emulator, int number, Instant first) {
		emulator.seed(new StringReader(IntStream.range(0, number)
			.mapToObj((view) -> line("viewedPage", "WEB", first.plusSeconds(60L * view),
					JsonObject.of("title", "Page number " + view)))
			.collect(Collectors.joining("\n"))));
	}

	private static String line(String type, String context, Instant date, JsonObject properties) {
		return ContactHubJson.mapper()
			.writeValueAsString(JsonObject.of("id", UUID.randomUUID().toString(), "customerId", ID, "type", type,
					"context", context, "date", date.toString(), "properties", properties));
	}

	private static String resource(String name) {
		try (InputStream input = PageData.class.getResourceAsStream(name)) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
