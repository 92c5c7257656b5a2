package io.contacthub.emulator;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.contacthub.emulator.ApiClient.Response;
import io.contacthub.emulator.RawConnection.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for operations of the API that the emulator does not serve, and for those that it
 * serves.
 */
@DisplayName("An operation of the API")
class UnservedOperationTests extends AbstractEmulatorTests {

	private static final List<String> UNSERVED = List.of("GET analytics/customer/count", "GET analytics/trend/customer",
			"GET analytics/trend/event", "GET analytics/composition/gender", "GET analytics/composition/age-range",
			"GET analytics/composition/geo/country", "GET analytics/composition/geo/city",
			"GET analytics/distribution/customer/node", "GET analytics/distribution/customer/source",
			"GET analytics/distribution/customer/time", "GET analytics/distribution/event/node",
			"GET analytics/distribution/event/source", "GET analytics/distribution/event/time",
			"GET analytics/query/distribution/customer/acquisition", "GET analytics/query/distribution/customer",
			"GET analytics/query/distribution/event", "GET analytics/query/numeric", "GET analytics/query/trend",
			"GET analytics/query/distribution", "GET configuration/automations/event-trigger",
			"POST configuration/automations/event-trigger", "GET configuration/automations/event-trigger/{id}",
			"PUT configuration/automations/event-trigger/{id}", "DELETE configuration/automations/event-trigger/{id}",
			"GET configuration", "PUT configuration", "GET configuration/events", "GET configuration/events/{id}",
			"PUT configuration/events/{id}", "GET configuration/nodes/entries", "POST configuration/nodes/entries",
			"GET configuration/nodes/entries/{id}", "PUT configuration/nodes/entries/{id}",
			"GET configuration/nodes/views", "POST configuration/nodes/views", "GET configuration/nodes/views/{id}",
			"PUT configuration/nodes/views/{id}", "DELETE configuration/nodes/views/{id}",
			"GET configuration/nodes/node-hierarchy", "PUT configuration/nodes/node-hierarchy",
			"GET configuration/properties/base", "PUT configuration/properties/base/{name}",
			"GET configuration/properties/extended", "PUT configuration/properties/extended",
			"GET configuration/sources", "POST configuration/sources", "GET configuration/sources/{id}",
			"PUT configuration/sources/{id}", "DELETE configuration/sources/{id}",
			"POST configuration/sources/{id}/refresh-token", "GET configuration/sources/priority",
			"PUT configuration/sources/priority", "GET configuration/unique-customer-matching-policy",
			"PUT configuration/unique-customer-matching-policy", "GET configuration/users",
			"GET configuration/users/{id}", "PUT configuration/users/{id}", "GET models/properties/base",
			"GET models/merge-policies", "GET models/providers", "GET models/contexts", "GET segments", "POST segments",
			"GET segments/{id}", "PUT segments/{id}", "DELETE segments/{id}", "GET segments/{id}/customers",
			"GET updates/last-offset", "GET updates", "GET consent-logs/{id}", "GET consent-logs");

	private static final List<String> SERVED = List.of("GET customers", "POST customers", "GET customers/{id}",
			"PATCH customers/{id}", "PUT customers/{id}", "DELETE customers/{id}", "GET customers/{id}/sources",
			"GET customers/{id}/sources/{id}", "POST customers/{id}/educations", "GET customers/{id}/educations/{id}",
			"PUT customers/{id}/educations/{id}", "DELETE customers/{id}/educations/{id}", "POST customers/{id}/likes",
			"GET customers/{id}/likes/{id}", "PUT customers/{id}/likes/{id}", "DELETE customers/{id}/likes/{id}",
			"POST customers/{id}/jobs", "GET customers/{id}/jobs/{id}", "PUT customers/{id}/jobs/{id}",
			"DELETE customers/{id}/jobs/{id}", "POST customers/{id}/subscriptions",
			"GET customers/{id}/subscriptions/{id}", "PUT customers/{id}/subscriptions/{id}",
			"DELETE customers/{id}/subscriptions/{id}", "GET customers/{id}/sessions", "POST customers/{id}/sessions",
			"GET customers/{id}/sessions/{id}", "DELETE customers/{id}/sessions/{id}", "GET events", "POST events",
			"GET events/{id}", "PUT events/{id}", "DELETE events/{id}");

	static Stream<String> unserved() {
		return UNSERVED.stream();
	}

	static Stream<String> served() {
		return SERVED.stream();
	}

	@Test
	@DisplayName("is served or not, and there are 105 with the one that belongs to no workspace")
	void listIsComplete() {
		assertThat(UNSERVED).hasSize(71).doesNotHaveDuplicates().doesNotContainAnyElementsOf(SERVED);
		assertThat(UNSERVED.size() + SERVED.size() + 1).isEqualTo(105);
	}

	@ParameterizedTest
	@MethodSource("unserved")
	@DisplayName("that is not served is named")
	void unservedIsNamed(String operation) {
		Response response = call(api, operation);
		assertThat(response.status()).isEqualTo(501);
		assertThat(response.at("/message").stringValue()).startsWith("The emulator does not serve this operation")
			.containsPattern(operation.split(" ")[0] + " /workspaces/\\{workspaceId\\}/"
					+ Pattern.quote(operation.split(" ")[1]) + "$");
	}

	@ParameterizedTest
	@MethodSource("served")
	@DisplayName("that is served is no unknown one")
	void servedIsKnown(String operation) {
		Response response = call(api, operation);
		assertThat(response.status()).isNotIn(405, 500, 501);
		assertThat(response.text()).doesNotContain("No message available");
	}

	@Test
	@DisplayName("that is not served needs a token and a workspace all the same")
	void accessComesFirst() {
		assertThat(call(new ApiClient(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId(), "other"),
				"GET segments")
			.status()).isEqualTo(401);
		assertThat(
				call(new ApiClient(emulator.baseUrl() + "/workspaces/w1", emulator.token()), "GET segments").status())
			.isEqualTo(403);
	}

	@Test
	@DisplayName("has the methods that it has, and an unknown path none")
	void otherMethodsAreRefused() throws Exception {
		assertThat(call(api, "PATCH segments/{id}").status()).isEqualTo(405);
		assertThat(call(api, "GET segment").status()).isEqualTo(404);
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer answer = connection.send("POST " + path("/customers/1"));
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.headers()).containsEntry("Allow", "DELETE, GET, HEAD, PATCH, PUT");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hub/v1/me", "/customers?nodeId=NODE", "/customers/unknown", "/segments" })
	@DisplayName("that answers GET answers HEAD with the same status and length, on the same connection")
	void headIsAnswered(String target) throws Exception {
		createId("'externalId':'1'");
		String url = target.startsWith("/hub") ? target : path(target.replace("NODE", node()));
		try (RawConnection connection = new RawConnection(emulator)) {
			Answer get = connection.send("GET " + url);
			Answer head = connection.send("HEAD " + url);
			assertThat(head.status()).isEqualTo(get.status());
			assertThat(head.headers()).containsEntry("Content-Type", "application/json;charset=UTF-8")
				.containsEntry("Content-Length", get.headers().get("Content-Length"));
			assertThat(connection.send("GET /hub/v1/me").status()).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("that does not answer GET does not answer HEAD")
	void headNeedsGet() throws Exception {
		try (RawConnection connection = new RawConnection(emulator)) {
			assertThat(connection.send("HEAD " + path("/customers/1/likes")).status()).isEqualTo(405);
			assertThat(connection.send("HEAD " + path("/nothing")).status()).isEqualTo(404);
			assertThat(connection.send("GET /hub/v1/me").status()).isEqualTo(200);
		}
	}

	private static Response call(ApiClient client, String operation) {
		String[] parts = operation.split(" ");
		return client.send(parts[0], "/" + parts[1].replace("{id}", "1").replace("{name}", "1"),
				parts[0].startsWith("P") ? "{}" : null);
	}

	private static String path(String path) {
		return "/hub/v1/workspaces/" + emulator.workspaceId() + path;
	}

}
