package io.contacthub.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.event.properties.FreeEventProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordValues}.
 */
@DisplayName("A record that is read from a document")
class RecordValuesTests {

	private final JsonMapper mapper = ContactHubJson.mapper();

	@ParameterizedTest
	@MethodSource("objects")
	@DisplayName("is the one that is read from its text")
	void isReadAlike(ApiObject object) {
		String text = this.mapper.writeValueAsString(object);
		ApiObject parsed = this.mapper.readValue(text, object.getClass());
		JsonObject document = this.mapper.readValue(text, JsonObject.class);
		ApiObject bound = RecordValues.bind(document, RecordShape.of(object.getClass()));
		assertThat(bound).isEqualTo(parsed);
		assertThat(this.mapper.writeValueAsString(bound)).isEqualTo(text);
	}

	private static Stream<Named<Object>> objects() {
		return Values.all().filter((value) -> value.getPayload() instanceof ApiObject);
	}

	@Test
	@DisplayName("keeps a list as it was sent when one element does not fit")
	void keepsLists() {
		String text = """
				{"base":{"educations":[{"startYear":"1998"}],"likes":[{"id":"l1","x":1},"none",{"id":null}]}}""";
		JsonObject document = this.mapper.readValue(text, JsonObject.class);
		assertThat(RecordValues.bind(document, RecordShape.of(Customer.class)))
			.isEqualTo(this.mapper.readValue(text, Customer.class))
			.satisfies((customer) -> assertThat(this.mapper.writeValueAsString(customer)).isEqualTo(text));
	}

	@Test
	@DisplayName("has the decimals of a map to the last digit, however deep they are")
	void readsDecimals() {
		Customer customer = Customer.of(Map.of("base", Map.of("address", Map.of("geo", Map.of("lat", 45.1))),
				"extended", Map.of("list", List.of(0.5, Map.of("rate", 0.25f)))));
		assertThat(customer.base().address().geo().lat()).isEqualTo(new BigDecimal("45.1"));
		assertThat(customer.extended().get("list"))
			.isEqualTo(List.of(new BigDecimal("0.5"), Map.of("rate", new BigDecimal("0.25"))));
		assertThat(Members.read(FreeEventProperties.of("n", 1.5).unknown(), FreeEventProperties.class).unknown())
			.isEqualTo(Map.of("n", new BigDecimal("1.5")));
	}

}
