package io.contacthub.emulator;

import java.net.Socket;
import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for lists of customers: pages, order, filter by external id and selected fields.
 */
@DisplayName("Where the emulator lists customers,")
class CustomerListTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("a list has pages of ten and an envelope")
	void listHasEnvelope() {
		createNumbered(11);
		Response response = list();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.at("/elements").size()).isEqualTo(10);
		assertThat(response.at("/page")).isEqualTo(
				ApiClient.json("{'size':10,'totalElements':11,'totalUnfilteredElements':0,'totalPages':2,'number':0}"));
	}

	@Test
	@DisplayName("pages are counted from zero, and a page behind the last one is empty")
	void pageIsZeroBased() {
		createNumbered(5);
		assertThat(externalIds(list("page", "1", "size", "2"))).containsExactly("2", "3");
		assertThat(externalIds(list("page", "2", "size", "2"))).containsExactly("4");
		Response behind = list("page", "3", "size", "2");
		assertThat(behind.status()).isEqualTo(200);
		assertThat(externalIds(behind)).isEmpty();
		assertThat(behind.at("/page/number").intValue()).isEqualTo(3);
	}

	@Test
	@DisplayName("an empty list has no pages")
	void emptyListHasNoPages() {
		assertThat(list().at("/page/totalPages").intValue()).isZero();
		assertThat(list().at("/elements").isArray()).isTrue();
	}

	@ParameterizedTest
	@DisplayName("a size or page that the API does not serve is refused")
	@ValueSource(strings = { "51", "-1", "many" })
	void sizeIsLimited(String size) {
		assertThat(list("size", size).status()).isEqualTo(400);
		assertThat(list("page", size.equals("51") ? "-1" : size).status()).isEqualTo(400);
		assertThat(list("size", "50").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("the node is required and must be known")
	void nodeIsRequired() {
		assertThat(api.get("/customers").status()).isEqualTo(400);
		Response unknown = api.get("/customers", "nodeId", "n1");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.at("/message").stringValue()).isEqualTo("node not found n1");
	}

	@Test
	@DisplayName("the order is by one or more members, in both directions, unset last")
	void listIsSorted() {
		create("'externalId':'1','base':{'firstName':'Bea','lastName':'X'}");
		create("'externalId':'2','base':{'firstName':'Ann','lastName':'Y'}");
		create("'externalId':'3'");
		create("'externalId':'4','base':{'firstName':'Ann','lastName':'X'}");
		assertThat(externalIds(list("sort", "base.firstName"))).containsExactly("2", "4", "1", "3");
		assertThat(externalIds(list("sort", "base.firstName,DESC"))).containsExactly("1", "2", "4", "3");
		assertThat(externalIds(list("sort", "base.firstName,asc", "sort", "base.lastName,asc"))).containsExactly("4",
				"2", "1", "3");
		assertThat(list("sort", "base.firstName,up").status()).isEqualTo(400);
	}

	@Test
	@DisplayName("numbers are ordered as numbers, flags and lists by their text")
	void listIsSortedByType() {
		create("'externalId':'1','enabled':true,'extended':{'points':10}");
		create("'externalId':'2','enabled':false,'extended':{'points':9}");
		assertThat(externalIds(list("sort", "extended.points"))).containsExactly("2", "1");
		assertThat(externalIds(list("sort", "enabled,desc"))).containsExactly("1", "2");
		create("'externalId':'3','extended':{'points':'15'}");
		assertThat(externalIds(list("sort", "extended.points"))).containsExactly("2", "1", "3");
		assertThat(externalIds(list("sort", "extended.points,desc"))).containsExactly("3", "1", "2");
	}

	@Test
	@DisplayName("an external id may belong to several customers")
	void listByExternalId() {
		create("'externalId':'1'");
		create("'externalId':'1'");
		create("'externalId':'2'");
		assertThat(externalIds(list("externalId", "1"))).containsExactly("1", "1");
		assertThat(externalIds(list("externalId", "3"))).isEmpty();
	}

	@Test
	@DisplayName("only selected fields are filled, the others are null")
	void listSelectsFields() {
		String id = createId("'externalId':'1','base':{'firstName':'Ann','contacts':{'email':'a@example.com'}}");
		JsonNode element = list("fields", "base.firstName,base.contacts.email").at("/elements/0");
		assertThat(element.path("id").stringValue()).isEqualTo(id);
		assertThat(element.at("/base/firstName").stringValue()).isEqualTo("Ann");
		assertThat(element.at("/base/contacts/email").stringValue()).isEqualTo("a@example.com");
		assertThat(element.at("/base/contacts/otherContacts").isNull()).isTrue();
		assertThat(element.at("/base/educations").isNull()).isTrue();
		assertThat(element.at("/externalId").isNull()).isTrue();
		assertThat(element.at("/registeredAt").isNull()).isTrue();
	}

	@Test
	@DisplayName("the base properties are an object also where none of them is selected")
	void baseIsAnObjectInAnyCase() {
		createId("'externalId':'1','base':{'firstName':'A'}");
		for (String fields : List.of("externalId", "extra")) {
			JsonNode element = list("fields", fields).at("/elements/0");
			assertThat(element.at("/base").has("firstName")).isTrue();
			assertThat(element.at("/base/firstName").isNull()).isTrue();
		}
	}

	@Test
	@DisplayName("a query string that is not encoded does not reach the API, and is told with the place")
	void rawQueryStringIsRefused() throws Exception {
		try (Socket socket = new Socket("localhost", emulator.port())) {
			socket.getOutputStream()
				.write(("GET /hub/v1/workspaces/w/customers?query=[1] HTTP/1.1\r\nHost: localhost\r\n"
						+ "Connection: close\r\n\r\n")
					.getBytes());
			assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 400")
				.contains("character 7 of the query, U+005B ([), has to be percent-encoded");
		}
	}

	private static void createNumbered(int count) {
		for (int number = 0; number < count; number++) {
			createId("'externalId':'" + number + "'");
		}
	}

	private static Response list(String... namesAndValues) {
		String[] parameters = new String[namesAndValues.length + 2];
		parameters[0] = "nodeId";
		parameters[1] = node();
		System.arraycopy(namesAndValues, 0, parameters, 2, namesAndValues.length);
		return api.get("/customers", parameters);
	}

	private static List<String> externalIds(Response response) {
		return response.at("/elements")
			.values()
			.stream()
			.map((customer) -> customer.path("externalId").stringValue())
			.toList();
	}

}
