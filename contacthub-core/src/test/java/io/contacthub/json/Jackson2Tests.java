package io.contacthub.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Jackson 2, as {@code spring-boot-jackson2} brings it: what it would write and read
 * wrongly is refused.
 */
@DisplayName("Jackson 2")
class Jackson2Tests {

	private static final ObjectMapper PLAIN = JsonMapper.builder().build();

	private static final List<ObjectMapper> MAPPERS = List.of(PLAIN,
			JsonMapper.builder().findAndAddModules().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build(),
			JsonMapper.builder()
				.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
						ObjectMapper.DefaultTyping.NON_FINAL)
				.build());

	static Stream<Named<Object>> documents() {
		return Values.all().filter((value) -> !isText(value.getPayload()));
	}

	static Stream<Named<Object>> texts() {
		return Values.all().filter((value) -> isText(value.getPayload()));
	}

	private static boolean isText(Object value) {
		return value instanceof OpenValue || value instanceof SessionId;
	}

	@ParameterizedTest
	@MethodSource("documents")
	@DisplayName("neither writes nor reads what is a document, and is told what to use instead")
	void refuses(Object value) {
		for (ObjectMapper mapper : MAPPERS) {
			assertThatException().isThrownBy(() -> mapper.writeValueAsString(value))
				.withStackTraceContaining("use a mapper of Jackson 3 (tools.jackson.databind.json.JsonMapper)");
			assertThatException().isThrownBy(() -> mapper.writeValueAsString(Map.of("a", List.of(value))))
				.withStackTraceContaining("use a mapper of Jackson 3 (tools.jackson.databind.json.JsonMapper)");
			for (String json : List.of("{}", "{\"id\":\"1\"}")) {
				assertThatException().isThrownBy(() -> mapper.readValue(json, value.getClass()))
					.withStackTraceContaining("use a mapper of Jackson 3 (tools.jackson.databind.json.JsonMapper)");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	@DisplayName("writes and reads what is a text")
	void writesTexts(Object value) throws JsonProcessingException {
		for (ObjectMapper mapper : MAPPERS) {
			String json = mapper.writeValueAsString(value);
			assertThat(json).isEqualTo("\"" + value + "\"");
			assertThat(mapper.readValue(json, value.getClass())).isEqualTo(value);
		}
	}

	@Test
	@DisplayName("writes and reads maps of texts and types, and the map of a customer")
	void isMap() throws JsonProcessingException {
		Customer customer = Customer.of(Map.of("id", "c1", "extended", Map.of("a", List.of(1, "b"))));
		String json = PLAIN.writeValueAsString(customer.toMap());
		assertThat(json).isEqualTo(ContactHubJson.mapper().writeValueAsString(customer));
		Visit visit = new Visit(SessionId.of("s1"), Map.of(EventType.LOGGED_IN, 2));
		assertThat(PLAIN.writeValueAsString(visit)).isEqualTo("{\"session\":\"s1\",\"counts\":{\"loggedIn\":2}}");
		assertThat(PLAIN.readValue(PLAIN.writeValueAsString(visit), Visit.class)).isEqualTo(visit);
	}

	record Visit(SessionId session, Map<EventType, Integer> counts) {

	}

}
