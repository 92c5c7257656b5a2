package io.contacthub.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RequestParameters}.
 */
@DisplayName("The request parameters of a filter")
class RequestParametersTests {

	@Test
	@DisplayName("are its members, each by its name and as it is written, the unknown ones too")
	void areItsMembers() {
		record Filter(@Nullable String text, @Nullable Integer number, @Nullable BigDecimal amount,
				@Nullable Boolean whole, @Nullable LocalDate day, @Nullable Instant time, @Nullable EventType type,
				List<EventType> types, JsonObject key, JsonObject unknown) implements ApiObject {

			Filter {
				types = Members.list(types);
				key = Members.properties(key);
			}

		}
		JsonObject others = JsonObject.of("next", 9007199254740993L, "none", null, "names", List.of("a", "b"), "parts",
				List.of(Map.of("a", 1)));
		Filter filter = new Filter("a b&c", 7, new BigDecimal("1.10"), false, LocalDate.of(2020, 2, 29),
				Instant.parse("2020-02-29T12:00:00.5Z"), EventType.LOGGED_IN,
				List.of(EventType.VIEWED_PAGE, EventType.of("mine")),
				JsonObject.of("base", Map.of("dob", "2000-01-01")), others);
		assertThat(RequestParameters.of(filter).toSingleValueMap()).containsExactly(Map.entry("text", "a b&c"),
				Map.entry("number", "7"), Map.entry("amount", "1.10"), Map.entry("whole", "false"),
				Map.entry("day", "2020-02-29"), Map.entry("time", "2020-02-29T12:00:00.500Z"),
				Map.entry("type", "loggedIn"), Map.entry("types", "viewedPage,mine"),
				Map.entry("key", "{\"base\":{\"dob\":\"2000-01-01\"}}"), Map.entry("next", "9007199254740993"),
				Map.entry("names", "a,b"), Map.entry("parts", "[{\"a\":1}]"));
		assertThat(
				RequestParameters.of(new Filter(null, null, null, null, null, null, null, null, null, JsonObject.of())))
			.isEmpty();
		assertThat(RequestParameters
			.of(new Filter(null, null, null, null, null, null, null, new ArrayList<>(), null, JsonObject.of())))
			.isEmpty();
	}

	@Test
	@DisplayName("are refused where one would be read as two, and where there is no filter")
	void areUnambiguous() {
		record Filter(List<String> names, JsonObject unknown) implements ApiObject {

		}
		Filter filter = new Filter(List.of("a", "b,c"), JsonObject.of());
		assertThatIllegalArgumentException().isThrownBy(() -> RequestParameters.of(filter))
			.withMessage("names is 'b,c': with a comma it would be two, give each by itself");
		assertThatIllegalArgumentException().isThrownBy(() -> RequestParameters.of(null))
			.withMessageStartingWith("filter is null");
	}

	@Test
	@DisplayName("leave out nulls within a list too")
	void leaveOutNulls() {
		record Filter(JsonObject unknown) implements ApiObject {

		}
		Filter filter = new Filter(
				JsonObject.of("some", Arrays.asList("a", null, "b"), "none", Arrays.asList(null, null)));
		assertThat(RequestParameters.of(filter).toSingleValueMap()).containsExactly(Map.entry("some", "a,b"));
	}

	@Test
	@DisplayName("are refused where an object cannot be written, with its name")
	void areWritable() {
		record Filter(JsonObject unknown) implements ApiObject {

		}
		Map<String, Object> half = Map.of();
		for (int i = 0; i < 300; i++) {
			half = Map.of("a", half);
		}
		Map<String, Object> deep = Map.of("a", JsonObject.copyOf(half));
		for (int i = 0; i < 300; i++) {
			deep = Map.of("a", deep);
		}
		Filter filter = new Filter(JsonObject.of("key", JsonObject.copyOf(deep)));
		assertThatIllegalArgumentException().isThrownBy(() -> RequestParameters.of(filter))
			.withMessageStartingWith("'key' is nested more than 500 levels deep");
		Filter broken = new Filter(
				ContactHubJson.mapper().readValue("{\"key\":{\"a\":\"\\ud800\"}}", JsonObject.class));
		assertThatIllegalArgumentException().isThrownBy(() -> RequestParameters.of(broken))
			.withMessageStartingWith("'key.a' holds half of a character");
	}

}
