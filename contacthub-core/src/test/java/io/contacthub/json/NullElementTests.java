package io.contacthub.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Tags;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for lists that hold nulls, which those of the library cannot.
 */
@DisplayName("A list of a record of the application")
class NullElementTests {

	private final ApiObject own = own();

	/**
	 * Return an object whose type no other test finds, which look at those of the
	 * library.
	 */
	private static ApiObject own() {
		record Own(List<String> names, List<Tags> tags, JsonObject unknown) implements ApiObject {

		}
		return new Own(Arrays.asList("a", null), Arrays.asList((Tags) null), JsonObject.of());
	}

	@Test
	@DisplayName("is written with the nulls that it holds")
	void isWritten() {
		assertThat(ContactHubJson.mapper().writeValueAsString(this.own))
			.isEqualTo("{\"names\":[\"a\",null],\"tags\":[null]}");
	}

	@Test
	@DisplayName("is sent with the nulls that it holds")
	void isSent() {
		JsonObject document = RequestDocument.of(RequestDocument.members(this.own), "tags");
		assertThat(document).isEqualTo(Map.of("names", Arrays.asList("a", null), "tags", Arrays.asList((Tags) null)));
	}

}
